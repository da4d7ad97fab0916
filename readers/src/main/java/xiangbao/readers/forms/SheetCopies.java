package xiangbao.readers.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.forms.findings.FormFindings;

/**
 * One of several copies of a report in a workbook: one with its 表号 goes before one without, equal ones count once, a later printed round wins; otherwise
 * nobody can tell.
 */
final class SheetCopies {
    private SheetCopies() {}

    static List<Found> without(List<Found> found, FormFindings file) {
        Map<String, List<Found>> byKey = new LinkedHashMap<>();
        for (Found form : found) {
            Optional<Found> original =
                    found.stream().filter(other -> isDraft(form, other)).findFirst();
            if (original.isPresent()) {
                hint(
                        file,
                        form,
                        "工作表“" + form.submission().sheet() + "”像是“"
                                + form.form().code() + " "
                                + form.form().title() + "”，但没有写表号；这张表已从工作表“"
                                + original.get().submission().sheet() + "”读取，这一份未采集");
                continue;
            }
            String key = form.submission()
                    .key()
                    .map(Object::toString)
                    .orElseGet(() -> form.anchor().toString());
            byKey.computeIfAbsent(key, ignored -> new ArrayList<>()).add(form);
        }
        List<Found> kept = new ArrayList<>();
        for (List<Found> copies : byKey.values()) {
            Found one = copies.size() == 1 ? copies.get(0) : choose(copies, file);
            if (one != null) {
                kept.add(one);
            }
        }
        return kept;
    }

    /** Without a 表号, and of the same report as another that has it; what names no unit is somebody's calculation. */
    private static boolean isDraft(Found form, Found other) {
        return !form.isCoded()
                && other.isCoded()
                && form.form().equals(other.form())
                && (form.submission().key().isPresent()
                        ? form.submission().key().equals(other.submission().key())
                        : !form.namesUnit());
    }

    private static @Nullable Found choose(List<Found> copies, FormFindings file) {
        int latest = copies.stream()
                .mapToInt(copy -> copy.submission().printedRound())
                .max()
                .orElse(0);
        List<Found> newest = copies.stream()
                .filter(copy -> copy.submission().printedRound() == latest)
                .toList();
        Found first = newest.get(0);
        if (newest.stream().allMatch(copy -> copy.contents().equals(first.contents()))) {
            for (Found copy : copies) {
                if (copy != first) {
                    hint(file, copy, "工作簿中有同一张表的副本，只读取一份");
                }
            }
            return first;
        }
        file.mandatory(
                        "AMBIGUOUS-FORM",
                        "同一张表“" + first.submission().form() + "”有 " + newest.size() + " 份且数字不同，不知以哪份为准",
                        "请删去作废的工作表，或在表头写明第几次报送，再重新报送。")
                .instance(first.anchor().toString())
                .at(newest.stream().map(Found::anchor).toList())
                .read(String.join(
                        "、",
                        newest.stream()
                                .map(copy -> "工作表“" + copy.submission().sheet() + "”")
                                .toList()))
                .expected("只有一份");
        return null;
    }

    private static void hint(FormFindings file, Found copy, String what) {
        file.hint("SHEET-COPY", what, "请删去多余的工作表。")
                .instance(copy.anchor().toString())
                .at(copy.anchor())
                .read(copy.form().code().text());
    }
}
