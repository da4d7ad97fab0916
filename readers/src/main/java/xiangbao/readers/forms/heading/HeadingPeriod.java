package xiangbao.readers.forms.heading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.forms.findings.FormFindings;
import xiangbao.readers.forms.wording.Span;
import xiangbao.readers.forms.wording.SpanText;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.submissions.CellReference;

/** Which period a form's heading says, held against folder and file name. */
final class HeadingPeriod {
    private final HeaderText header;
    private final Form form;
    private final List<String> path;
    private final CellReference anchor;
    private final FormFindings findings;

    HeadingPeriod(HeaderText header, Form form, List<String> path, CellReference anchor, FormFindings findings) {
        this.header = header;
        this.form = form;
        this.path = path;
        this.anchor = anchor;
        this.findings = findings;
    }

    /** The period, or null when the heading says none, several, or another than its file. */
    @Nullable
    ReferencePeriod read() {
        List<HeaderValue> sources = new ArrayList<>(header.values(HeaderLabel.PERIOD));
        Set<ReferencePeriod> labelled = periodsIn(sources);
        for (HeaderValue day : header.days()) {
            if (day.text().length() >= 7) {
                new Span(
                                Integer.parseInt(day.text().substring(0, 4)),
                                Integer.parseInt(day.text().substring(5, 7)),
                                Integer.parseInt(day.text().substring(5, 7)),
                                day.text())
                        .as(form.frequency())
                        .ifPresent(labelled::add);
                sources.add(day);
            }
        }
        List<HeaderValue> free = header.free();
        Set<ReferencePeriod> found = new LinkedHashSet<>(labelled);
        found.addAll(periodsIn(free));
        sources.addAll(free);
        if (found.isEmpty()) {
            found.addAll(periodsIn(header.wholeRows()));
        }
        if (found.size() == 1) {
            ReferencePeriod period = found.iterator().next();
            // a form that contradicts its own file is nobody's yet: it must not stand in the way of the right one
            return pathAgrees(period, sources) ? period : null;
        }
        if (found.size() > 1) {
            findings.mandatory("PERIOD-CONFLICT", "表内写了不同的报告期", "请核对标题和“报告期”，只保留本期。")
                    .at(where(sources))
                    .read(String.join(
                            "、", found.stream().map(ReferencePeriod::title).toList()))
                    .expected("一个报告期");
            return labelled.size() == 1 ? labelled.iterator().next() : null;
        }
        List<String> written = new ArrayList<>();
        for (HeaderValue source : sources) {
            SpanText.spans(source.text()).forEach(span -> written.add(span.written()));
        }
        findings.mandatory(
                        written.isEmpty() ? "PERIOD-MISSING" : "PERIOD-CONFLICT",
                        written.isEmpty()
                                ? "没有写报告期"
                                : "报告期“" + written.get(0) + "”不是"
                                        + form.frequency().title() + "的报告期",
                        "请按表式填写报告期后重新报送。")
                .at(where(sources))
                .read(written.isEmpty() ? "" : written.get(0))
                .expected(form.frequency().title() + "的报告期，如“" + example() + "”");
        return null;
    }

    /** The cell that says the period, or that of the 表号 where none does. */
    CellReference cell() {
        List<HeaderValue> sources = new ArrayList<>(header.values(HeaderLabel.PERIOD));
        sources.addAll(header.days());
        sources.addAll(header.free());
        sources.addAll(header.wholeRows());
        return where(sources);
    }

    private String example() {
        return switch (form.frequency()) {
            case MONTH -> "2026年9月";
            case QUARTER -> "2026年三季度";
            case HALF_YEAR -> "2026年上半年";
            case YEAR -> "2026年";
        };
    }

    private CellReference where(List<HeaderValue> sources) {
        return sources.stream()
                .filter(source -> !SpanText.spans(source.text()).isEmpty())
                .findFirst()
                .map(HeaderValue::cell)
                .orElse(anchor);
    }

    private Set<ReferencePeriod> periodsIn(List<HeaderValue> values) {
        Set<ReferencePeriod> found = new LinkedHashSet<>();
        for (HeaderValue value : values) {
            for (Span span : SpanText.spans(value.text())) {
                span.as(form.frequency()).ifPresent(found::add);
            }
        }
        return found;
    }

    private boolean pathAgrees(ReferencePeriod period, List<HeaderValue> sources) {
        for (String segment : path) {
            Optional<String> other = SpanText.spans(segment).stream()
                    .filter(span -> !span.admits(period) && span.written().matches(".*[年QqSsHh].*"))
                    .map(Span::written)
                    .findFirst()
                    .or(() -> SpanText.quarterWithoutYear(segment)
                            .filter(quarter -> period.frequency() == Frequency.QUARTER && quarter != period.ordinal())
                            .map(quarter -> "第" + quarter + "季度"));
            if (other.isPresent()) {
                findings.mandatory(
                                "PERIOD-CONFLICT",
                                "表内报告期是“" + period.title() + "”，文件夹或文件名“" + segment + "”是“" + other.get() + "”",
                                "请核对报告期，以免把上期的表当作本期报送；文件名写错的请改正文件名。")
                        .at(where(sources))
                        .read(period.title())
                        .expected("与文件夹、文件名一致的报告期");
                return false;
            }
        }
        return true;
    }
}
