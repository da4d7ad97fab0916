package xiangbao.readers.forms.matrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.forms.sheet.Headings;
import xiangbao.readers.forms.wording.PlainText;
import xiangbao.readers.forms.wording.TitleLikeness;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Row;

/** The rows of a 综合表, found by their codes and held against their titles. */
final class FormRows {
    private final Form form;
    private final Map<String, Row> byCode = new LinkedHashMap<>();

    FormRows(Form form) {
        this.form = form;
        form.rows().forEach(row -> byCode.put(Headings.code(row.code()), row));
    }

    /** @param code as {@link Headings#code} gives it */
    @Nullable
    Row coded(String code) {
        return code.isEmpty() ? null : byCode.get(code);
    }

    /** The rows of which one of these texts is a name. */
    Stream<Row> titled(List<String> titles) {
        return form.rows().stream()
                .filter(row -> titles.stream().anyMatch(title -> names(row).contains(PlainText.title(title))));
    }

    /** The code decides, and the title must be the row's own or at least no other row's. */
    boolean isTitled(Row row, List<String> written) {
        List<String> names = names(row);
        double best = 0;
        double foreign = 0;
        boolean anothers = false;
        for (String text : written) {
            String title = PlainText.title(text);
            if (title.isEmpty()) {
                continue;
            }
            if (names.contains(title)) {
                return true;
            }
            for (Row other : form.rows()) {
                for (String name : names(other)) {
                    double likeness = TitleLikeness.of(title, name);
                    if (other == row) {
                        best = Math.max(best, likeness);
                    } else {
                        anothers |= title.equals(name);
                        foreign = Math.max(foreign, likeness);
                    }
                }
            }
        }
        if (anothers) {
            return false;
        }
        for (String text : written) {
            String bare = PlainText.withoutParentheses(PlainText.title(text));
            if (!bare.isEmpty()
                    && names.stream().map(PlainText::withoutParentheses).anyMatch(bare::equals)) {
                return true;
            }
        }
        return best >= 0.6 && best >= foreign;
    }

    private static List<String> names(Row row) {
        List<String> names = new ArrayList<>();
        names.add(PlainText.title(row.title()));
        row.aliases().forEach(alias -> names.add(PlainText.title(alias)));
        return names;
    }
}
