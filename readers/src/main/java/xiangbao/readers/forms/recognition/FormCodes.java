package xiangbao.readers.forms.recognition;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import xiangbao.readers.forms.wording.PlainText;
import xiangbao.readers.forms.wording.TitleLikeness;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.submissions.CellReference;

/** The 表号 of our forms, as they are written. */
final class FormCodes {
    private final Map<String, FormRules> byCode = new LinkedHashMap<>();

    FormCodes(Definitions definitions) {
        definitions.forms().forEach((code, rules) -> byCode.put(normal(code.text()), rules));
    }

    /** Whether a text is the 表号 of one of our forms and nothing else. */
    boolean isOne(String text) {
        return byCode.containsKey(normal(text)) && text.length() > 2;
    }

    /** What a text behind the label 表号 means; a remark may stand behind the code. */
    FormAnchor anchor(String text, CellReference cell) {
        boolean continued = text.contains("续");
        String normal = normal(text.replaceAll("\\(?续表?\\d*\\)?", ""));
        FormRules exact = byCode.get(normal);
        if (exact != null) {
            return new FormAnchor(text, exact, false, continued, cell);
        }
        if (normal.endsWith("综")) {
            return new FormAnchor(text, null, true, continued, cell);
        }
        FormRules longest = null;
        int length = 0;
        for (Map.Entry<String, FormRules> entry : byCode.entrySet()) {
            String code = entry.getKey();
            if (code.length() > length
                    && normal.startsWith(code)
                    && !normal.substring(code.length()).matches("[-0-9a-z].*")) {
                longest = entry.getValue();
                length = code.length();
            }
        }
        return new FormAnchor(text, longest, false, continued, cell);
    }

    /** Codes that look most like a 表号, with their forms' titles. */
    List<String> nearest(String text) {
        String normal = normal(text);
        return byCode.entrySet().stream()
                .filter(entry -> TitleLikeness.of(normal, entry.getKey()) >= 0.5)
                .sorted(Comparator.comparingDouble(entry -> -TitleLikeness.of(normal, entry.getKey())))
                .limit(3)
                .map(entry -> entry.getValue().form().code() + " "
                        + entry.getValue().form().title())
                .toList();
    }

    private static String normal(String text) {
        return PlainText.hyphens(PlainText.compact(text))
                .toLowerCase(Locale.ROOT)
                .replaceFirst("表+$", "");
    }
}
