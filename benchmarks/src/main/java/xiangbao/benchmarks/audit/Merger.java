package xiangbao.benchmarks.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import xiangbao.readers.config.DefinitionsReader;
import xiangbao.readers.config.ReadDefinitions;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.forms.Row;

/** 撤乡并镇: in the summer of the last year two townships become one, in a copy of the configuration. */
final class Merger {
    private static final String CODE = "430626119";
    private static final String NAME = "新和镇";
    private static final String[][] PAIRS = {
        {"430626205", "430626208"}, {"430626209", "430626210"}, {"430626114", "430626118"}
    };
    private static final int FIRST_ATTRIBUTE = 8;

    private Merger() {}

    /** The shipped configuration, in which chance has merged two. */
    static Definitions definitions(Path config, long seed) throws IOException {
        Path copy = Files.createTempDirectory("xiangbao-audit");
        try {
            copy(config, copy);
            String[] pair = PAIRS[(int) Math.floorMod(seed, PAIRS.length)];
            Path units = copy.resolve("units.csv");
            Files.writeString(units, merged(Files.readAllLines(units, StandardCharsets.UTF_8), pair));
            ReadDefinitions read = DefinitionsReader.read(copy);
            if (read.definitions() == null) {
                throw new IllegalStateException("the configuration has mistakes: " + read.mistakes());
            }
            return read.definitions();
        } finally {
            delete(copy);
        }
    }

    private static String merged(List<String> lines, String[] pair) {
        List<String> told = new ArrayList<>();
        BigDecimal[] sums = new BigDecimal[0];
        for (String line : lines) {
            List<String> cells = new ArrayList<>(List.of(line.split(",", -1)));
            boolean head = told.isEmpty();
            boolean part = List.of(pair).contains(cells.get(0));
            if (part) {
                cells.set(7, "2026-06-30");
                BigDecimal[] before = sums;
                sums = new BigDecimal[cells.size() - FIRST_ATTRIBUTE];
                for (int index = 0; index < sums.length; index++) {
                    BigDecimal one = new BigDecimal(cells.get(FIRST_ATTRIBUTE + index));
                    sums[index] = before.length == 0 ? one : one.add(before[index]);
                }
            }
            cells.add(FIRST_ATTRIBUTE, head ? "predecessors" : "");
            told.add(String.join(",", cells));
        }
        StringBuilder whole = new StringBuilder(
                CODE + "," + CODE + "," + NAME + ",镇,430626,新和,2026-07-01,," + String.join("|", pair));
        for (BigDecimal sum : sums) {
            whole.append(',').append(sum.toPlainString());
        }
        told.add(whole.toString());
        return String.join("\n", told) + "\n";
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copied = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copied);
                } else {
                    Files.copy(file, copied);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
        }
    }

    // ---- reports ------------------------------------------------------------------------------------------------

    /** What the merged township reports: the sums of what each would have reported, and the lines of both. */
    static List<Map<String, Object>> together(
            Form form, String name, List<Map<String, Object>> one, List<Map<String, Object>> other) {
        if (form.layout() == Layout.LEDGER) {
            List<Map<String, Object>> lines = new ArrayList<>();
            one.forEach(line -> lines.add(new LinkedHashMap<>(line)));
            other.forEach(line -> lines.add(new LinkedHashMap<>(line)));
            if (form.code().text().equals("平22-1")) {
                lines.forEach(line -> line.put("05", name));
            }
            return lines;
        }
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int index = 0; index < one.size(); index++) {
            lines.add(sum(form, form.rows().get(index), one.get(index), other.get(index)));
        }
        return lines;
    }

    private static Map<String, Object> sum(Form form, Row row, Map<String, Object> one, Map<String, Object> other) {
        Map<String, Object> sum = new LinkedHashMap<>();
        for (Column column : form.dataColumns()) {
            if (one.get(column.code()) instanceof BigDecimal first
                    && other.get(column.code()) instanceof BigDecimal second) {
                sum.put(column.code(), first.add(second));
            }
        }
        boolean yields =
                form.code().text().equals("平11-1") || form.code().text().equals("平12-1");
        if (yields
                && sum.containsKey("2")
                && sum.get("1") instanceof BigDecimal area
                && sum.get("3") instanceof BigDecimal output) {
            sum.put(
                    "2",
                    area.signum() == 0
                            ? BigDecimal.ZERO.setScale(1)
                            : output.movePointRight(3).divide(area, 1, RoundingMode.HALF_UP));
        }
        // each township signs one with the county
        if (form.code().text().equals("平13-3") && row.code().equals("13")) {
            sum.put("1", BigDecimal.ONE);
        }
        return sum;
    }
}
