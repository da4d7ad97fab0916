package xiangbao.benchmarks.audit;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** A township's line of 平21-1, 农村公路里程: what is told of each total is the sum of what is told of its parts, or is rounded by itself. */
final class Lengths {
    private final Township place;
    private final Chance chance;
    private final Map<String, Double> fine = new HashMap<>();
    private final Map<String, BigDecimal> told = new HashMap<>();

    Lengths(Township place) {
        this.place = place;
        this.chance = place.chance();
    }

    Map<String, Object> line(int year) {
        double grown = 1 + 0.006 * (year - Township.FIRST_YEAR) * chance.between(0, 1, "road built");
        double all = place.farmland() / chance.between(160, 270, "road") * grown;
        split(all, "03", 0.09, "04", 0.21, "05");
        split(all * chance.between(0.003, 0.04, "road", "11"), "11");
        split(all - fine("11"), "08", 0.016, "09", 0.05, "10");
        split(0, "07");
        split(all * chance.between(0.85, 0.93, "road", "12"), "13", 0.13, "14");
        split(all - fine("13") - fine("14"), "15", 0.6, "16");
        split(all * chance.between(0.7, 0.9, "road", "18"), "19", 0.45, "20", 0.3, "21", 0.17, "22", 0.05, "23");
        total("02", "03", "04", "05");
        if (!place.habits().roundsEach()) {
            // the last part of each division takes what rounding left
            rest("10", "11", "07", "08", "09");
            rest("16", "13", "14", "15");
        }
        total("06", "07", "08", "09", "10");
        total("12", "13", "14");
        total("18", "19", "20", "21", "22", "23");
        told.put("17", Works.number(all * chance.between(0.95, 0.995, "kept up"), 3));
        int bridges = (int) Math.round(all / chance.between(5, 8, "road bridges"));
        told.put("24", Works.number(bridges, 0));
        told.put("25", Works.number(bridges * chance.between(16, 24, "bridge length"), 2));
        told.put("26", Works.number(Math.floor(bridges * chance.between(0.01, 0.06, "weak bridges")), 0));
        told.put("27", Works.number(all * chance.between(0.25, 0.42, "guarded") * grown, 3));
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("01", place.unit().code().text());
        for (int column = 2; column <= 27; column++) {
            String each = String.format("%02d", column);
            line.put(each, told(each));
        }
        return line;
    }

    private double fine(String column) {
        return fine.getOrDefault(column, 0.0);
    }

    private BigDecimal told(String column) {
        return told.getOrDefault(column, BigDecimal.ZERO);
    }

    /** Parts of a whole by their usual shares, the last part having the rest of them. */
    private void split(double whole, Object... parts) {
        double rest = 1;
        double all = 0;
        double[] weights = new double[(parts.length + 1) / 2];
        for (int index = 0; index < weights.length; index++) {
            double usual = 2 * index + 1 < parts.length ? (double) parts[2 * index + 1] : rest;
            rest -= usual;
            weights[index] = usual * chance.between(0.75, 1.25, "road", parts[2 * index]);
            all += weights[index];
        }
        for (int index = 0; index < weights.length; index++) {
            String column = (String) parts[2 * index];
            fine.put(column, whole * weights[index] / all);
            told.put(column, Works.number(fine(column), 3));
        }
    }

    private void total(String column, String... parts) {
        double sum = 0;
        BigDecimal toldSum = BigDecimal.ZERO;
        for (String part : parts) {
            sum += fine(part);
            toldSum = toldSum.add(told(part));
        }
        told.put(column, place.habits().roundsEach() ? Works.number(sum, 3) : toldSum);
    }

    private void rest(String column, String... parts) {
        BigDecimal rest = told("02");
        for (String part : parts) {
            rest = rest.subtract(told(part));
        }
        told.put(column, rest);
    }
}
