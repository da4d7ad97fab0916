package xiangbao.reports.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.poi.ss.util.CellRangeAddress;
import org.xml.sax.SAXException;

/** What makes Excel offer to repair a workbook, looked for in its parts and not through the library that wrote them. */
public final class SoundWorkbook {
    private static final Pattern RELATION = Pattern.compile("<Relationship [^>]*?Target=\"([^\"]+)\"[^>]*>");
    private static final Pattern NAME =
            Pattern.compile("<definedName [^>]*?name=\"([^\"]+)\"(?:[^>]*?localSheetId=\"(\\d+)\")?[^>]*>([^<]*)<");
    private static final Pattern MERGED = Pattern.compile("<mergeCell ref=\"([^\"]+)\"");
    private static final Pattern FORMAT = Pattern.compile("<conditionalFormatting[^>]*sqref=\"([^\"]*)\"");
    private static final Pattern ROW = Pattern.compile("<row r=\"(\\d+)\"");
    private static final Pattern HEIGHT = Pattern.compile("ht=\"([0-9.]+)\"");
    private static final Pattern CELL = Pattern.compile("<c r=\"([A-Z]+\\d+)\"");

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    private SoundWorkbook(Path file) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                assertThat(parts.put(entry.getName(), in.readAllBytes()))
                        .as("%s twice in %s", entry.getName(), file)
                        .isNull();
            }
        }
    }

    public static void assertSound(Path file) throws IOException {
        SoundWorkbook workbook = new SoundWorkbook(file);
        workbook.everyPartIsXmlAndHasAType(file);
        workbook.everyRelationLeadsSomewhere(file);
        workbook.namesAreUniqueAndPointSomewhere(file);
        for (String part : workbook.parts.keySet()) {
            if (part.startsWith("xl/worksheets/sheet")) {
                workbook.sheetIsInOrder(file, part);
            }
        }
    }

    private String text(String part) {
        return new String(parts.getOrDefault(part, new byte[0]), StandardCharsets.UTF_8);
    }

    private void everyPartIsXmlAndHasAType(Path file) throws IOException {
        String types = text("[Content_Types].xml");
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            try {
                var factory = DocumentBuilderFactory.newInstance();
                factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
                factory.newDocumentBuilder().parse(new ByteArrayInputStream(part.getValue()));
            } catch (SAXException | javax.xml.parsers.ParserConfigurationException broken) {
                throw new AssertionError(file + " " + part.getKey(), broken);
            }
            if (!part.getKey().equals("[Content_Types].xml") && !part.getKey().endsWith(".rels")) {
                assertThat(types).as("type of %s", part.getKey()).contains("PartName=\"/" + part.getKey() + "\"");
            }
        }
        Matcher typed = Pattern.compile("PartName=\"/([^\"]+)\"").matcher(types);
        while (typed.find()) {
            assertThat(parts).as("%s of %s", typed.group(1), file).containsKey(typed.group(1));
        }
    }

    private void everyRelationLeadsSomewhere(Path file) {
        parts.keySet().stream().filter(part -> part.endsWith(".rels")).forEach(part -> {
            Path folder = Path.of("/" + part).resolve("../..").normalize();
            Matcher relations = RELATION.matcher(text(part));
            while (relations.find()) {
                if (relations.group().contains("TargetMode=\"External\"")) {
                    continue;
                }
                Path target = folder.resolve(relations.group(1)).normalize();
                assertThat(parts)
                        .as("%s of %s", part, file)
                        .containsKey(target.toString().substring(1));
            }
        });
    }

    private void namesAreUniqueAndPointSomewhere(Path file) {
        Set<String> seen = new HashSet<>();
        Matcher names = NAME.matcher(text("xl/workbook.xml"));
        while (names.find()) {
            String name = names.group(1).toLowerCase(java.util.Locale.ROOT) + "/" + names.group(2);
            assertThat(seen.add(name)).as("%s twice in %s", name, file).isTrue();
            assertThat(names.group(3)).as(name).isNotBlank().doesNotContain("#REF!");
            assertThat(name).doesNotStartWith("rpt.");
        }
    }

    private void sheetIsInOrder(Path file, String part) {
        String sheet = text(part);
        List<CellRangeAddress> merged = new ArrayList<>();
        Matcher regions = MERGED.matcher(sheet);
        while (regions.find()) {
            merged.add(CellRangeAddress.valueOf(regions.group(1)));
        }
        merged.sort(java.util.Comparator.comparingInt(CellRangeAddress::getFirstRow));
        for (int index = 0; index < merged.size(); index++) {
            assertThat(merged.get(index).getNumberOfCells()).isGreaterThan(1);
            for (int other = index + 1;
                    other < merged.size()
                            && merged.get(other).getFirstRow()
                                    <= merged.get(index).getLastRow();
                    other++) {
                assertThat(merged.get(index).intersects(merged.get(other)))
                        .as("%s and %s of %s %s", merged.get(index), merged.get(other), file, part)
                        .isFalse();
            }
        }
        Matcher formats = FORMAT.matcher(sheet);
        while (formats.find()) {
            assertThat(formats.group(1))
                    .as("conditional format of %s %s", file, part)
                    .isNotBlank();
            for (String range : formats.group(1).split(" ")) {
                assertThat(CellRangeAddress.valueOf(range).getFirstRow()).isNotNegative();
            }
        }
        int last = 0;
        Matcher rows = ROW.matcher(sheet);
        while (rows.find()) {
            int row = Integer.parseInt(rows.group(1));
            assertThat(row).as("row of %s %s", file, part).isGreaterThan(last);
            last = row;
        }
        Matcher heights = HEIGHT.matcher(sheet);
        while (heights.find()) {
            assertThat(Double.parseDouble(heights.group(1))).isLessThanOrEqualTo(409);
        }
        Set<String> cells = new HashSet<>();
        Matcher each = CELL.matcher(sheet);
        while (each.find()) {
            assertThat(cells.add(each.group(1)))
                    .as("%s twice in %s %s", each.group(1), file, part)
                    .isTrue();
        }
    }
}
