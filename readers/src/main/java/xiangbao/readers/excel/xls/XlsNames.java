package xiangbao.readers.excel.xls;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.poi.hpsf.CustomProperties;
import org.apache.poi.hpsf.DocumentSummaryInformation;
import org.apache.poi.hssf.usermodel.HSSFName;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;

/** The defined names and the custom properties of a workbook, as far as POI can spell them. */
final class XlsNames {
    private XlsNames() {}

    static Map<String, String> defined(HSSFWorkbook workbook, int most) {
        Map<String, String> names = new LinkedHashMap<>();
        for (HSSFName name : workbook.getAllNames()) {
            if (names.size() == most) {
                break;
            }
            try {
                String key =
                        name.getSheetIndex() < 0 ? name.getNameName() : name.getSheetName() + "!" + name.getNameName();
                if (!name.isFunctionName()) {
                    names.put(key, String.valueOf(name.getRefersToFormula()));
                }
            } catch (RuntimeException unspeakable) {
                continue; // a name without a formula that POI can spell is of no use to anyone
            }
        }
        return names;
    }

    static Map<String, String> properties(HSSFWorkbook workbook) {
        Map<String, String> properties = new LinkedHashMap<>();
        try {
            DocumentSummaryInformation summary = workbook.getDocumentSummaryInformation();
            CustomProperties custom = summary == null ? null : summary.getCustomProperties();
            if (custom != null) {
                custom.nameSet().stream()
                        .sorted()
                        .forEach(name -> properties.put(name, String.valueOf(custom.get(name))));
            }
        } catch (RuntimeException malformed) {
            properties.clear();
        }
        return properties;
    }
}
