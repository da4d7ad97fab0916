package xiangbao.console.samples;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The invented but coherent figures per township that the samples are spun from. */
final class Baseline {
    private final Map<String, Map<String, String>> byCode = new HashMap<>();
    private final List<String> codes = new ArrayList<>();

    static Baseline read(Path csv) throws IOException {
        Baseline baseline = new Baseline();
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader reader = Files.newBufferedReader(csv, StandardCharsets.UTF_8)) {
            for (CSVRecord line : format.parse(reader)) {
                baseline.byCode.put(line.get("code"), line.toMap());
                baseline.codes.add(line.get("code"));
            }
        }
        return baseline;
    }

    List<String> codes() {
        return codes;
    }

    BigDecimal figure(String code, String column) {
        Map<String, String> line = byCode.get(code);
        String text = line == null ? null : line.get(column);
        if (text == null) {
            throw new IllegalArgumentException("no " + column + " of " + code);
        }
        return new BigDecimal(text);
    }
}
