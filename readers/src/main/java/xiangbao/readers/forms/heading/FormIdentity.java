package xiangbao.readers.forms.heading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.forms.findings.FormFindings;
import xiangbao.readers.forms.wording.DayText;
import xiangbao.readers.forms.wording.KnownUnits;
import xiangbao.readers.forms.wording.Span;
import xiangbao.readers.forms.wording.UnitNames;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitKind;

/**
 * Who reports and about when, as far as header, folder and file name agree.
 *
 * @param unit null when they do not agree on one
 * @param named the unit that the header names, even if something else contradicts it
 * @param heading the cell that says the period, or that of the 表号 where none does
 * @param severalUnits the header names more than one unit
 */
public record FormIdentity(
        @Nullable ReportingUnit unit,
        @Nullable ReportingUnit named,
        @Nullable ReferencePeriod period,
        int round,
        CellReference heading,
        boolean severalUnits) {

    public static FormIdentity read(
            HeaderText header,
            Form form,
            UnitNames names,
            KnownUnits measures,
            List<String> path,
            CellReference anchor,
            FormFindings findings) {
        return new Reader(header, form, names, measures, path, anchor, findings).read();
    }

    private record Reader(
            HeaderText header,
            Form form,
            UnitNames names,
            KnownUnits measures,
            List<String> path,
            CellReference anchor,
            FormFindings findings) {

        private static final String ASK_FOR_UNIT = "请在“填报单位”填写规范名称，在“区划代码”填写统计用区划代码。";

        public FormIdentity read() {
            Set<ReportingUnit> several = new LinkedHashSet<>();
            List<HeaderValue> unknown = new ArrayList<>();
            for (HeaderValue value : header.values(HeaderLabel.UNIT)) {
                String text = withoutPeriod(value.text());
                Optional<ReportingUnit> unit = names.named(text);
                if (unit.isPresent()) {
                    several.add(unit.get());
                    continue;
                }
                Set<ReportingUnit> listed = names.listed(text);
                several.addAll(listed);
                if (listed.isEmpty()) {
                    unknown.add(new HeaderValue(text, value.cell()));
                }
            }
            ReferencePeriod period = period();
            expiry(period);
            measure();
            if (several.size() > 1) {
                return new FormIdentity(null, null, period, header.round(), heading(), true);
            }
            ReportingUnit named = several.isEmpty() ? null : several.iterator().next();
            boolean agreed;
            if (named == null) {
                named = byCode(unknown);
                agreed = named != null;
            } else {
                agreed = codeAgrees(named);
            }
            if (named != null) {
                agreed &= pathAgrees(named);
            }
            return new FormIdentity(agreed ? named : null, named, period, header.round(), heading(), false);
        }

        private static String withoutPeriod(String text) {
            String plain = text;
            for (Span span : Span.in(text)) {
                plain = plain.replace(span.written(), "");
            }
            return plain.replaceFirst("(?:19|20)\\d{2}年.*$", "");
        }

        /** Without a name in the header: the code alone, where it cannot be mistaken. */
        private @Nullable ReportingUnit byCode(List<HeaderValue> unknown) {
            if (!unknown.isEmpty()) {
                HeaderValue first = unknown.get(0);
                List<String> near = names.nearest(first.text(), form.owedBy()::selects);
                findings.mandatory("UNKNOWN-UNIT", "填报单位“" + first.text() + "”不在名录中", ASK_FOR_UNIT)
                        .at(first.cell())
                        .read(first.text())
                        .expected(near.isEmpty() ? "" : String.join("、", near) + "（相近的名称）");
                return null;
            }
            List<HeaderValue> codes = header.values(HeaderLabel.CODE);
            if (codes.isEmpty()) {
                findings.mandatory("UNKNOWN-UNIT", "没有写填报单位", ASK_FOR_UNIT).at(anchor);
                return null;
            }
            HeaderValue code = codes.get(0);
            List<ReportingUnit> coded = names.coded(code.text());
            if (coded.size() == 1) {
                return coded.get(0);
            }
            if (coded.isEmpty()) {
                findings.mandatory("UNKNOWN-UNIT", "没有写填报单位，区划代码“" + code.text() + "”不在名录中", ASK_FOR_UNIT)
                        .at(code.cell())
                        .read(code.text());
                return null;
            }
            conflict("只写了区划代码 " + code.text() + "，它在统计用和民政部两套代码中是不同的乡镇", code.cell(), code.text(), titles(coded));
            return null;
        }

        private static String titles(List<ReportingUnit> units) {
            return String.join(
                    "或",
                    units.stream().map(unit -> unit.name() + " " + unit.code()).toList());
        }

        private boolean codeAgrees(ReportingUnit named) {
            for (HeaderValue code : header.values(HeaderLabel.CODE)) {
                String digits = code.text().replaceAll("[^0-9A-Za-z-]", "");
                boolean countyOfDepartment = named.kind() == UnitKind.DEPARTMENT
                        && named.parent() != null
                        && digits.equals(named.parent().text());
                if (digits.isEmpty() || countyOfDepartment || names.agrees(digits, named)) {
                    continue;
                }
                List<ReportingUnit> others = names.coded(digits).stream()
                        .filter(unit -> !unit.equals(named))
                        .toList();
                String owner = others.isEmpty()
                        ? "不在名录中"
                        : "是"
                                + String.join(
                                        "、",
                                        others.stream().map(ReportingUnit::name).toList()) + "的代码";
                conflict(
                        "填报单位“" + named.name() + "”与区划代码 " + digits + " 不一致：该代码" + owner,
                        code.cell(),
                        named.name() + " " + digits,
                        named.name() + " " + named.code());
                return false;
            }
            return true;
        }

        private boolean pathAgrees(ReportingUnit named) {
            for (String segment : path) {
                Optional<ReportingUnit> mentioned = names.mentioned(segment);
                if (mentioned.isEmpty()
                        || mentioned.get().equals(named)
                        || mentioned.get().kind() == UnitKind.DEPARTMENT && named.kind() != UnitKind.DEPARTMENT) {
                    continue;
                }
                CellReference cell = header.values(HeaderLabel.UNIT).isEmpty()
                        ? anchor
                        : header.values(HeaderLabel.UNIT).get(0).cell();
                conflict(
                        "表内填报单位是“" + named.name() + "”，文件夹或文件名“" + segment + "”是“"
                                + mentioned.get().name() + "”",
                        cell,
                        named.name(),
                        "与文件夹、文件名一致的单位");
                return false;
            }
            return true;
        }

        private void conflict(String what, CellReference cell, String actual, String expected) {
            findings.mandatory("UNIT-CONFLICT", what, "请核对填报单位、区划代码（统计用）、文件夹和文件名，使之一致后重新报送。")
                    .at(cell)
                    .read(actual)
                    .expected(expected);
        }

        private @Nullable ReferencePeriod period() {
            List<HeaderValue> sources = new ArrayList<>(header.values(HeaderLabel.PERIOD));
            Set<ReferencePeriod> labelled = read(sources);
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
            found.addAll(read(free));
            sources.addAll(free);
            if (found.isEmpty()) {
                found.addAll(read(header.wholeRows()));
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
                Span.in(source.text()).forEach(span -> written.add(span.written()));
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

        private CellReference heading() {
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
                    .filter(source -> !Span.in(source.text()).isEmpty())
                    .findFirst()
                    .map(HeaderValue::cell)
                    .orElse(anchor);
        }

        private Set<ReferencePeriod> read(List<HeaderValue> values) {
            Set<ReferencePeriod> found = new LinkedHashSet<>();
            for (HeaderValue value : values) {
                for (Span span : Span.in(value.text())) {
                    span.as(form.frequency()).ifPresent(found::add);
                }
            }
            return found;
        }

        private boolean pathAgrees(ReferencePeriod period, List<HeaderValue> sources) {
            for (String segment : path) {
                Optional<String> other = Span.in(segment).stream()
                        .filter(span -> !span.admits(period) && span.written().matches(".*[年QqSsHh].*"))
                        .map(Span::written)
                        .findFirst()
                        .or(() -> Span.quarterWithoutYear(segment)
                                .filter(quarter ->
                                        period.frequency() == Frequency.QUARTER && quarter != period.ordinal())
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

        private void expiry(@Nullable ReferencePeriod period) {
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
        private void measure() {
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
}
