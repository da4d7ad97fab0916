package xiangbao.readers.forms.heading;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.forms.findings.FormFindings;
import xiangbao.readers.forms.wording.DayText;
import xiangbao.readers.forms.wording.KnownUnits;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.periods.ReferencePeriod;

/** What a heading says beside unit and period: until when the form is valid, and in which unit all of it is measured. */
final class HeadingChecks {
    private final HeaderText header;
    private final FormFindings findings;

    HeadingChecks(HeaderText header, FormFindings findings) {
        this.header = header;
        this.findings = findings;
    }

    void expiry(@Nullable ReferencePeriod period) {
        for (HeaderValue value : header.values(HeaderLabel.EXPIRY)) {
            Optional<LocalDate> until = DayText.lastDay(value.text());
            if (period != null && until.isPresent() && until.get().isBefore(period.lastDay())) {
                findings.hint("W-FORM-EXPIRED", "表式有效期至 " + until.get() + "，本期已过有效期", "请向县统计局索取现行表式；本次照常读取。")
                        .at(value.cell())
                        .read(value.text());
            }
        }
    }

    /** 计量单位 printed once for the whole form. */
    void measure(Form form, KnownUnits measures) {
        Set<String> declared = new LinkedHashSet<>();
        for (Indicator indicator : form.indicators()) {
            declared.add(indicator.unit());
        }
        for (HeaderValue value : header.values(HeaderLabel.MEASURE)) {
            for (String word : value.text().split("[、,;，；]")) {
                if (!measures.isUnit(word) || declared.stream().anyMatch(unit -> measures.same(word, unit))) {
                    continue;
                }
                List<String> meant = declared.stream()
                        .filter(unit -> measures.convertible(word, unit))
                        .toList();
                if (!meant.isEmpty()) {
                    findings.mandatory(
                                    "UNIT-DIFFERS",
                                    "表头的计量单位“" + word + "”与表式的“" + String.join("、", meant) + "”不同",
                                    "请按表式的计量单位换算后填写，不要改动表头；系统不代为换算。")
                            .instance("计量单位/" + word)
                            .at(value.cell())
                            .read(value.text())
                            .expected(String.join("、", meant));
                }
            }
        }
    }
}
