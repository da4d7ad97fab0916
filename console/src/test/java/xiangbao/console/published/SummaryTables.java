package xiangbao.console.published;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import tools.jackson.databind.JsonNode;

/** The county's line, its 同比 and the townships' lines in every 汇总表, found by the line of codes; where a column has no code, by its title. */
final class SummaryTables implements Output {
    @Override
    public String name() {
        return "汇总表";
    }

    @Override
    public int least() {
        return 200;
    }

    @Override
    public List<Shown> read(Published published) throws Exception {
        Set<String> known = new HashSet<>();
        for (JsonNode figure : published.figures().get("figures")) {
            known.add(figure.get("indicator").asString());
        }
        Set<String> townships = new HashSet<>();
        for (Path file : published.reports("_情况.xlsx")) {
            townships.add(file.getFileName().toString().replaceFirst("_.*", ""));
        }
        List<Shown> shown = new ArrayList<>();
        for (Path file : published.reports("_汇总表.xlsx")) {
            String form = file.getFileName().toString().replaceFirst("_.*", "");
            try (Workbook workbook = WorkbookFactory.create(Files.newInputStream(file))) {
                for (Sheet sheet : workbook) {
                    sheet(sheet, form, known, townships, file.getFileName() + "!" + sheet.getSheetName(), shown);
                }
            }
        }
        return shown;
    }

    private static void sheet(
            Sheet sheet, String form, Set<String> known, Set<String> townships, String output, List<Shown> shown) {
        Row codes = null;
        Row county = null;
        Row change = null;
        for (Row row : sheet) {
            String first = Sheets.text(row, 0);
            codes = codes == null && first.equals("代码") ? row : codes;
            county = county == null && first.endsWith("合计") ? row : county;
            change = change == null && first.startsWith("同比") ? row : change;
        }
        if (codes == null || county == null) {
            return;
        }
        for (int column = 1; column < codes.getLastCellNum(); column++) {
            String indicator =
                    indicator(form, Sheets.text(codes, column), title(sheet, codes.getRowNum(), column), known);
            if (!indicator.isEmpty()) {
                Sheets.number(county, column, indicator, output).ifPresent(shown::add);
                Sheets.number(change, column, indicator + Shown.CHANGE, output).ifPresent(shown::add);
                for (Row row : sheet) {
                    String unit = Sheets.text(row, 0);
                    if (townships.contains(unit)) {
                        Sheets.number(row, column, unit + " " + indicator, output)
                                .ifPresent(shown::add);
                    }
                }
            }
        }
    }

    private static String title(Sheet sheet, int codes, int column) {
        for (int row = codes - 2; row >= Math.max(0, codes - 4); row--) {
            String text = Sheets.text(sheet.getRow(row), column);
            if (!text.isEmpty()) {
                return text.replaceFirst("（(含)?预计）$", "");
            }
        }
        return "";
    }

    private static String indicator(String form, String code, String title, Set<String> known) {
        for (String candidate : List.of(form + ":" + code, form + ":" + code + ".1", form + ":" + title)) {
            if (known.contains(candidate)) {
                return candidate;
            }
        }
        return "";
    }
}
