package xiangbao.readers.forms.recognition;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import xiangbao.readers.forms.sheet.Headings;
import xiangbao.readers.forms.wording.PlainText;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.forms.Row;
import xiangbao.statistics.relations.FormRules;

/** What is printed in a form: its title, and the names of each row by its code. */
record FormPrint(FormRules rules, String title, Map<String, Set<String>> rows, List<Set<String>> columns) {
    private static final int LONGEST_FRAME = 24;

    static FormPrint of(FormRules rules) {
        Map<String, Set<String>> rows = new LinkedHashMap<>();
        for (Row row : rules.form().rows()) {
            Set<String> names = new LinkedHashSet<>();
            names.add(name(row.title()));
            row.aliases().forEach(alias -> names.add(name(alias)));
            rows.put(Headings.code(row.code()), names);
        }
        return new FormPrint(
                rules,
                PlainText.title(rules.form().title()),
                rows,
                rules.form().columns().stream().map(Headings::names).toList());
    }

    /** A row's title as far as it tells rows apart. */
    static String name(String title) {
        return PlainText.withoutParentheses(PlainText.title(title));
    }

    Form form() {
        return rules.form();
    }

    /** With the unit, the period or 统计表 around it. */
    boolean isTitle(String text) {
        return text.length() <= title.length() + LONGEST_FRAME && text.contains(title);
    }

    boolean isLedger() {
        return form().layout() == Layout.LEDGER;
    }
}
