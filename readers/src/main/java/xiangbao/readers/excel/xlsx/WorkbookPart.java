package xiangbao.readers.excel.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.excel.limits.Limits;
import xiangbao.readers.excel.workbook.Rejection;
import xiangbao.readers.excel.workbook.Unreadable;

/** The part that lists the sheets of a workbook and its names. */
record WorkbookPart(boolean strict, boolean epoch1904, List<SheetEntry> sheets, Map<String, String> definedNames) {
    /** Null when the part is no workbook. */
    static @Nullable WorkbookPart read(PartParser parser, Limits limits) throws IOException {
        if (!parser.root().equals("workbook")) {
            return null;
        }
        boolean strict = PartParser.STRICT.equals(parser.namespace());
        boolean epoch1904 = false;
        List<SheetEntry> sheets = new ArrayList<>();
        Map<String, String> definedNames = new LinkedHashMap<>();
        while (parser.child()) {
            switch (parser.name()) {
                case "workbookPr" -> {
                    epoch1904 = XmlValues.isTrue(parser.attribute("date1904"));
                    parser.skip();
                }
                case "sheets" -> {
                    while (parser.child()) {
                        sheets.add(SheetEntry.read(parser));
                        if (sheets.size() > limits.sheets()) {
                            throw new Unreadable(Rejection.tooMuch("工作表超过 " + limits.sheets() + " 张"));
                        }
                        parser.skip();
                    }
                }
                case "definedNames" -> {
                    while (parser.child()) {
                        String key = String.valueOf(parser.attribute("name"));
                        String local = parser.attribute("localSheetId");
                        definedNames.put(local == null ? key : localName(local, key, sheets), parser.text());
                        if (definedNames.size() > limits.otherNames()) {
                            throw new Unreadable(Rejection.tooMuch("定义名称过多"));
                        }
                    }
                }
                default -> parser.skip();
            }
        }
        parser.finish();
        return new WorkbookPart(strict, epoch1904, sheets, definedNames);
    }

    /** A name that holds in one sheet only is told with it, as in {@code 厕所!_xlnm.Print_Area}. */
    private static String localName(String sheet, String name, List<SheetEntry> sheets) {
        return sheet.matches("\\d{1,4}") && Integer.parseInt(sheet) < sheets.size()
                ? sheets.get(Integer.parseInt(sheet)).name() + "!" + name
                : name;
    }
}
