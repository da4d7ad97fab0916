package xiangbao.benchmarks.audit;

import java.util.Map;
import java.util.Objects;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.periods.ReferencePeriod;

/** What grows on a township's fields: grain, rape and other crops, and how they are tilled. */
final class Fields {
    /** 公斤/亩 in an ordinary year. */
    private static final Map<String, double[]> YIELDS = Map.ofEntries(
            Map.entry("03", new double[] {195, 245}),
            Map.entry("04", new double[] {105, 145}),
            Map.entry("05", new double[] {200, 270}),
            Map.entry("06", new double[] {352, 405}),
            Map.entry("10", new double[] {505, 580}),
            Map.entry("11", new double[] {405, 460}),
            Map.entry("12", new double[] {300, 360}),
            Map.entry("13", new double[] {215, 260}),
            Map.entry("15", new double[] {132, 165}),
            Map.entry("17", new double[] {270, 320}));

    private final Township place;
    private final Chance chance;

    Fields(Township place) {
        this.place = place;
        this.chance = place.chance();
    }

    /** 平11-1. What is harvested in autumn is foreseen in the third quarter and known in the fourth. */
    Figures grain(Form form, ReferencePeriod period) {
        Figures cells = place.figures(form);
        int year = period.year();
        boolean foreseen = period.ordinal() == 3;
        double spring = place.farmland() * chance.between(0.004, 0.02, "spring");
        crop(cells, "03", spring * chance.between(0.3, 0.5, "spring cereals"), year, false);
        crop(cells, "04", spring * chance.between(0.15, 0.3, "spring beans"), year, false);
        crop(cells, "05", spring * chance.between(0.2, 0.4, "potatoes"), year, false);
        cells.put("20a.3", 5 * cells.fine("05.3"));
        total(cells, "02", "03", "04", "05");
        if (period.ordinal() < 3) {
            return cells;
        }
        boolean single = place.habits().noDoubleRice();
        double early = single ? 0 : place.paddy() * chance.between(0.4, 0.52, "early");
        double late = early * chance.between(0.94, 1.1, "late");
        crop(cells, "06", early, year, false);
        crop(cells, "10", place.paddy() * (single ? 0.8 : chance.between(0.28, 0.42, "middle")), year, foreseen);
        crop(cells, "11", late, year, foreseen);
        crop(cells, "12", place.farmland() * chance.between(0.055, 0.09, "maize"), year, foreseen);
        crop(cells, "13", place.farmland() * chance.between(0.014, 0.022, "millet"), year, foreseen);
        double beans = place.farmland() * chance.between(0.024, 0.036, "beans");
        crop(cells, "15", beans * 0.8, year, foreseen);
        double other = beans * chance.between(0.1, 0.3, "other beans") * place.year("beans", 0.02, year);
        cells.put("14.1", cells.fine("15.1") + other);
        cells.put("14.3", cells.fine("15.3") + other * 0.12);
        crop(cells, "17", place.farmland() * chance.between(0.018, 0.026, "sweet potatoes"), year, foreseen);
        double autumn = cells.fine("17.1") * chance.between(0.15, 0.3, "autumn potatoes");
        cells.put("20b.3", 5 * cells.fine("17.3"));
        double autumnTonnes = Math.rint(autumn * 2.5) / 10;
        cells.put("20c.3", 5 * autumnTonnes);
        cells.put("16.1", cells.fine("17.1") + autumn);
        cells.put("16.3", cells.fine("17.3") + autumnTonnes);
        total(cells, "09", "10", "11");
        total(cells, "08", "09", "12", "13");
        total(cells, "07", "08", "14", "16");
        total(cells, "01", "02", "06", "07");
        total(cells, "18", "06", "09");
        total(cells, "19", "03", "06", "08");
        double ratoon = chance.odds(0.4, "ratoon") ? cells.fine("10.1") * chance.between(0.05, 0.2, "ratoon") : 0;
        cells.put("21.1", ratoon);
        cells.put("21.3", ratoon * 0.21 * place.year("ratoon", 0.06, year));
        return cells;
    }

    private void crop(Figures cells, String row, double ordinary, int year, boolean foreseen) {
        double[] range = Objects.requireNonNull(YIELDS.get(row));
        double weather = place.year("weather " + row, 0.06, year);
        double yield = chance.between(range[0], range[1], "yield", row) * weather;
        if (foreseen) {
            yield *= chance.about(0.01, "foreseen", row, year);
        }
        cells.put(row + ".1", ordinary * place.year("area " + row, 0.025, year));
        double area = cells.fine(row + ".1");
        cells.put(row + ".3", area * yield / 1000);
        // a yield is told of what is told: the output over the area
        cells.put(row + ".2", area == 0 ? 0 : 1000 * cells.fine(row + ".3") / area);
    }

    private static void total(Figures cells, String row, String... parts) {
        for (String column : new String[] {".1", ".3"}) {
            String[] each = new String[parts.length];
            for (int index = 0; index < parts.length; index++) {
                each[index] = parts[index] + column;
            }
            cells.sum(row + column, each);
        }
    }

    /** 平12-1. What was sown in autumn is harvested in the next summer, but for what the winter took. */
    Figures crops(Form form, ReferencePeriod period, Figures trade) {
        Figures cells = place.figures(form);
        boolean whole = period.ordinal() == 2;
        double harvested = place.farmland() * chance.between(0.33, 0.42, "rape");
        double sown = harvested * chance.about(0.03, "rape sown", Township.FIRST_YEAR);
        for (int year = Township.FIRST_YEAR + 1; year <= period.year(); year++) {
            harvested = sown * chance.between(0.965, 0.998, "winter", year);
            sown = harvested * chance.about(0.035, "rape sown", year);
        }
        cells.put("01.1", harvested);
        cells.put(
                "01.3",
                harvested * chance.between(100, 132, "rape yield") * place.year("rape", 0.08, period.year()) / 1000);
        cells.put("01.2", 1000 * cells.fine("01.3") / cells.fine("01.1"));
        cells.put("02.1", Math.min(harvested * chance.between(0.6, 0.8, "paddy rape"), place.paddy() * 0.9));
        cells.put("03.1", sown);
        cells.put("04.1", sown * chance.between(0.5, 0.8, "machine rape"));
        double part = whole ? 1 : chance.between(0.4, 0.5, "half", period.year());
        double vegetables = place.farmland()
                * chance.between(0.05, 0.1, "vegetables")
                * place.year("vegetables", 0.06, period.year());
        cells.put("05.1", vegetables * part);
        cells.put(
                "05.3",
                vegetables
                        * part
                        * chance.between(1.4, 1.9, "vegetable yield")
                        * place.year("vegetable yield", 0.05, period.year()));
        double nuts = place.farmland() * chance.between(0.008, 0.015, "nuts") * place.year("nuts", 0.05, period.year());
        cells.put("06.1", whole ? nuts : 0);
        cells.put(
                "06.3",
                whole
                        ? nuts
                                * chance.between(190, 240, "nut yield")
                                * place.year("nut yield", 0.06, period.year())
                                / 1000
                        : 0);
        cells.put("06.2", whole ? 1000 * cells.fine("06.3") / cells.fine("06.1") : 0);
        double herbs =
                place.farmland() * chance.between(0.003, 0.012, "herbs") * place.year("herbs", 0.08, period.year());
        cells.put("07.1", herbs);
        cells.put("07.3", herbs * chance.between(0.25, 0.35, "herb yield") * (whole ? 1 : 0.25));
        cells.put("09.1", trade.fine("06"));
        double tea = place.farmland() * chance.between(0.01, 0.03, "tea");
        cells.put("08.1", tea * place.year("tea", 0.03, period.year()) + trade.fine("06"));
        cells.put("10.1", trade.fine("01"));
        cells.put("11.1", trade.fine("04"));
        cells.put("12a.1", trade.fine("03"));
        cells.put("12b.1", trade.fine("05"));
        return cells;
    }

    /** 平13-1. */
    Figures support(Form form, ReferencePeriod period, Figures grain) {
        Figures cells = place.figures(form);
        int quarter = period.ordinal();
        int year = period.year();
        double rice = grain.told("18.1").doubleValue();
        cells.put("01", rice);
        cells.put(
                "02",
                Math.min(rice, rice * chance.between(0.93, 0.985, "ploughed") * chance.about(0.008, "ploughed", year)));
        double planted = rice * chance.between(0.42, 0.6, "planted") * (1 + 0.03 * (year - Township.FIRST_YEAR));
        double inserted = chance.between(0.45, 0.6, "inserted");
        double direct = chance.between(0.22, 0.34, "direct");
        cells.put("04", planted * inserted);
        cells.put("05", planted * direct);
        cells.put("06", planted * (1 - inserted - direct));
        cells.sum("03", "04", "05", "06");
        cells.put(
                "07",
                rice * chance.between(0.9, 0.96, "reaped") * (quarter == 4 ? chance.about(0.01, "reaped", year) : 1));
        Figures harvest = grain(grain.form(), new ReferencePeriod(year, period.frequency(), 4));
        double early = harvest.fine("06.1")
                * chance.between(0.35, 0.5, "early contracts")
                * place.year("early contracts", 0.06, year);
        double late = harvest.fine("11.1")
                * chance.between(0.32, 0.46, "late contracts")
                * place.year("late contracts", 0.06, year);
        cells.put("09", early * place.season("early contracts", period, 0.55, 1, 1, 1));
        cells.put("10", late * place.season("late contracts", period, 0, 0.2, 1, 1));
        cells.sum("08", "09", "10");
        double kept = chance.between(0.9, 0.98, "kept");
        cells.put("11", quarter < 3 ? 0 : kept * (quarter == 3 ? cells.fine("09") : cells.fine("08")));
        cells.put(
                "13",
                harvest.fine("18.1")
                        * chance.between(0.08, 0.14, "low cadmium")
                        * place.year("low cadmium", 0.05, year)
                        * place.season("low cadmium", period, 0, 0.4, 1, 1));
        cells.put(
                "14a",
                harvest.fine("06.1")
                        * chance.between(0.82, 0.95, "insured early")
                        * place.season("insured early", period, 0, 1, 1, 1));
        cells.put(
                "14b",
                harvest.fine("10.1")
                        * chance.between(0.8, 0.92, "insured middle")
                        * place.season("insured middle", period, 0, 0.6, 1, 1));
        cells.put(
                "14c",
                harvest.fine("11.1")
                        * chance.between(0.8, 0.92, "insured late")
                        * place.season("insured late", period, 0, 0, 1, 1));
        cells.sum("14", "14a", "14b", "14c");
        works(cells, "15", place.paddy() * chance.between(0.02, 0.05, "new fields"), period);
        works(
                cells,
                "16",
                chance.odds(0.8, "improved") ? place.paddy() * chance.between(0.015, 0.03, "improved") : 0,
                period);
        idle(cells, period);
        double safe = Math.rint(place.farmland() * chance.between(0.006, 0.02, "safe use"));
        double strict = chance.odds(0.3, "strict") ? chance.whole(20, 60, "strict") : 0;
        double done = place.pace(
                "safe use",
                period,
                chance.between(0.5, 0.8, "safe", year),
                chance.between(0.8, 0.95, "safe2", year),
                1,
                1);
        cells.put("18a", safe).put("18b", Math.floor(safe * done));
        cells.put("19a", strict).put("19b", Math.floor(strict * done));
        int helped = place.villages();
        cells.put("20a", helped);
        cells.put("20b", helped - (Township.month(period) < chance.whole(0, 20, "helped") ? 1 : 0));
        return cells;
    }

    /** 任务, 开工, 完工, 验收 of what is built in a year. */
    private void works(Figures cells, String rows, double size, ReferencePeriod period) {
        double task = size * place.year("works " + rows, 0.15, period.year());
        boolean late = place.habits().late();
        double begun = late
                ? place.pace("begun" + rows, period, 0, 0.3, 0.9, 1)
                : place.pace("begun" + rows, period, 0.4, 0.85, 1, 1);
        double pace = chance.about(0.12, "pace", rows, period.year());
        double built = Math.min(
                begun,
                pace
                        * (late
                                ? place.pace("built" + rows, period, 0, 0.1, 0.4, 0.75)
                                : place.pace("built" + rows, period, 0.1, 0.4, 0.7, 0.88)));
        cells.put(rows + "a", task);
        cells.put(rows + "b", task * begun);
        cells.put(rows + "c", task * built);
        cells.put(rows + "d", task * built * place.pace("accepted" + rows, period, 0, 0.5, 0.7, 0.85));
    }

    /** 撂荒地: what lay idle at the beginning, was added and was tilled again, quarter after quarter. */
    private void idle(Figures cells, ReferencePeriod period) {
        long stock = chance.whole(60, 160, "idle");
        long begin = stock;
        long added = 0;
        long tilled = 0;
        for (int month = 3; month <= Township.month(period); month += 3) {
            begin = stock;
            added = chance.times(9, "idle added", month);
            tilled = Math.min(begin + added, chance.times(11, "idle tilled", month));
            stock = begin + added - tilled;
        }
        cells.put("17a", begin).put("17b", added).put("17c", tilled).put("17d", stock);
        cells.put("17e", Math.floor(tilled * chance.between(0.6, 0.9, "grain again", Township.month(period))));
    }

    static double grown(int quarter, double... quarters) {
        return quarters[quarter - 1];
    }

    /** 平13-3. */
    Figures soil(Form form, ReferencePeriod period) {
        Figures cells = place.figures(form);
        int year = period.year();
        int quarter = period.ordinal();
        double[] shares = {0.03, 0.07, 0.05, 0.11, 0.004};
        double[][] paces = {{0.1, 0.4, 0.7, 1}, {0.6, 1, 1, 1}, {0.2, 0.5, 0.8, 1}, {0, 0.15, 0.55, 1}, {0, 0.3, 0.6, 1}
        };
        double most = 0;
        double sum = 0;
        for (int index = 0; index < shares.length; index++) {
            String row = "0" + (index + 2);
            boolean none = index == 4 && chance.odds(0.6, "other measures");
            double size = none ? 0 : place.paddy() * shares[index] * chance.between(0.7, 1.3, "soil", row);
            cells.put(row, size * place.year("soil " + row, 0.08, year) * paces[index][quarter - 1]);
            most = Math.max(most, cells.fine(row));
            sum += cells.fine(row);
        }
        cells.put("01", most + (sum - most) * chance.between(0.35, 0.65, "overlap"));
        int places = place.villages();
        cells.put("11", places);
        cells.put("12", quarter == 1 ? Math.floor(places * chance.between(0.6, 1, "signed", year)) : places);
        cells.put("13", 1);
        return cells;
    }
}
