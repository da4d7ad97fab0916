package xiangbao.readers.forms.bodies;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import xiangbao.readers.forms.findings.FormFindings;
import xiangbao.readers.forms.heading.HeaderLabel;
import xiangbao.readers.forms.heading.HeaderText;
import xiangbao.readers.forms.heading.HeaderValue;
import xiangbao.readers.forms.wording.PlainText;
import xiangbao.statistics.forms.ColumnKind;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.submissions.Filing;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.submissions.ObservationStatus;

/**
 * Holds 填报情况 at a form's head against what the form holds. An empty form never passes by itself: whoever has nothing declares 零报告, and then the blanks
 * of a 综合表 are zeros that he has reported.
 */
public final class FilingCheck {
    private static final String WORDS = "有数、零报告、不适用";
    private static final String HOW = "有数的逐格填写；确实没有的，在表头“填报情况”选“零报告”再报。";
    /** What names a line, and is printed on the blank form already. */
    private static final Set<ColumnKind> NAMES = EnumSet.of(ColumnKind.KEY, ColumnKind.TEXT, ColumnKind.UNIT);

    private final Form form;
    /** Where it is declared, or else would be. */
    private final CellReference place;

    private final FormFindings findings;
    private final List<Observation> observations;
    private final Optional<HeaderValue> written;

    private FilingCheck(FormContext context, HeaderText header, CellReference anchor, List<Observation> observations) {
        this.form = context.form();
        this.findings = context.findings();
        this.observations = observations;
        this.written = header.values(HeaderLabel.FILING).stream()
                .findFirst()
                .or(() -> header.free().stream()
                        .filter(value -> value.text().equals(Filing.ZERO.title()))
                        .findFirst());
        this.place = written.map(HeaderValue::cell)
                .or(() -> header.place(HeaderLabel.FILING))
                .orElse(anchor);
    }

    /** @param nothing whether a ledger says 无 where its first line would stand */
    public static SettledFiling settle(
            FormContext context,
            HeaderText header,
            CellReference anchor,
            List<Observation> observations,
            boolean nothing) {
        return new FilingCheck(context, header, anchor, observations).settle(nothing);
    }

    private SettledFiling settle(boolean nothing) {
        Optional<Filing> said = written.flatMap(value -> Filing.meant(value.text()));
        if (written.isPresent() && said.isEmpty()) {
            findings.hint(
                            "FILING-UNKNOWN",
                            "填报情况“" + PlainText.shortened(written.get().text()) + "”看不懂，当作没有写",
                            "填报情况只写" + WORDS + "；有数的可以不写。")
                    .at(place)
                    .read(PlainText.shortened(written.get().text()))
                    .expected(WORDS + "之一");
        }
        Filing filing = said.orElse(nothing && isBlank() ? Filing.ZERO : Filing.FIGURES);
        return switch (filing) {
            case FIGURES -> figures(said.isPresent());
            case ZERO -> zero();
            case NOT_APPLICABLE -> notApplicable();
        };
    }

    private SettledFiling figures(boolean declared) {
        if (isBlank()) {
            findings.drop("MISSING-VALUE");
            findings.mandatory(
                            "FORM-BLANK",
                            declared
                                    ? "填报情况写着“有数”，" + (form.layout() == Layout.LEDGER ? "台账却是空的" : "整张表却没有填数")
                                    : form.layout() == Layout.LEDGER ? "台账是空的，也没有写零报告" : "整张表没有填数，也没有写零报告",
                            HOW)
                    .at(place)
                    .expected("有数，或者声明零报告");
        }
        return new SettledFiling(Filing.FIGURES, observations);
    }

    private SettledFiling zero() {
        List<Observation> against =
                observations.stream().filter(this::isSomething).toList();
        if (!against.isEmpty()) {
            conflict(Filing.ZERO, against, "零报告的表里没有大于零的数，台账里没有项目");
            return new SettledFiling(Filing.ZERO, observations);
        }
        findings.drop("MISSING-VALUE");
        if (form.layout() == Layout.LEDGER) {
            boolean zeros = observations.stream().anyMatch(one -> one.number() != null);
            return new SettledFiling(Filing.ZERO, zeros ? observations : List.of());
        }
        return new SettledFiling(Filing.ZERO, blanks(ObservationStatus.REPORTED, BigDecimal.ZERO));
    }

    private SettledFiling notApplicable() {
        List<Observation> against = observations.stream().filter(this::isSaid).toList();
        if (!against.isEmpty()) {
            conflict(Filing.NOT_APPLICABLE, against, "不适用的表里什么都不填");
            return new SettledFiling(Filing.NOT_APPLICABLE, observations);
        }
        findings.drop("MISSING-VALUE");
        findings.query(
                        "FILING-NOT-APPLICABLE",
                        "填报情况写着“不适用”，而按填报范围本单位应报这张表",
                        "只是本期没有的，请改为“零报告”。本单位确实不该报的，请说明原因；县里认可以后不再算缺报。")
                .at(place)
                .read(Filing.NOT_APPLICABLE.title());
        return new SettledFiling(
                Filing.NOT_APPLICABLE,
                form.layout() == Layout.LEDGER ? List.of() : blanks(ObservationStatus.NOT_APPLICABLE, null));
    }

    private List<Observation> blanks(ObservationStatus status, @org.jspecify.annotations.Nullable BigDecimal number) {
        List<Observation> filled = new ArrayList<>();
        for (Observation one : observations) {
            filled.add(
                    one.status() == ObservationStatus.MISSING && one.cell() != null
                            ? new Observation(
                                    one.indicator(),
                                    one.line(),
                                    one.subject(),
                                    status,
                                    number,
                                    null,
                                    one.raw(),
                                    one.cell())
                            : one);
        }
        return filled;
    }

    private void conflict(Filing filing, List<Observation> against, String expected) {
        Observation first = against.get(0);
        CellReference cell = first.cell();
        findings.mandatory(
                        "FILING-CONFLICT",
                        "填报情况写着“" + filing.title() + "”，表里却有 " + against.size() + " 个数或项目",
                        "有数的，把填报情况改为“有数”；填错了数的，请删去。")
                .about(first.indicator())
                .at(cell == null ? place : cell)
                .read(PlainText.shortened(first.raw()))
                .expected(expected);
    }

    /** Nothing stands anywhere but what the blank form brings along; and there was something to fill. */
    private boolean isBlank() {
        boolean owed = form.layout() == Layout.LEDGER
                || observations.stream()
                        .anyMatch(one -> one.status() == ObservationStatus.MISSING && one.cell() != null);
        return owed && observations.stream().noneMatch(this::isSaid);
    }

    private boolean isSaid(Observation one) {
        return (one.status().hasValue() || one.status() == ObservationStatus.UNREADABLE) && !isName(one);
    }

    private boolean isSomething(Observation one) {
        BigDecimal number = one.number();
        return isSaid(one) && (number == null || number.signum() != 0);
    }

    private boolean isName(Observation one) {
        return form.layout() == Layout.LEDGER
                && form.dataColumns().stream().anyMatch(column -> !NAMES.contains(column.kind()))
                && form.column(one.indicator().column())
                        .filter(column -> NAMES.contains(column.kind()))
                        .isPresent();
    }
}
