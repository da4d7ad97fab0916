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
import xiangbao.readers.forms.wording.UnitNames;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitKind;

/** Whom a form's heading names, held against code, folder and file name. */
final class HeadingUnit {
    private static final String ASK_FOR_UNIT = "请在“填报单位”填写规范名称，在“区划代码”填写统计用区划代码。";

    private final HeaderText header;
    private final Form form;
    private final UnitNames names;
    private final List<String> path;
    private final CellReference anchor;
    private final FormFindings findings;
    private final Set<ReportingUnit> written = new LinkedHashSet<>();
    private final List<HeaderValue> unknown = new ArrayList<>();

    HeadingUnit(
            HeaderText header,
            Form form,
            UnitNames names,
            List<String> path,
            CellReference anchor,
            FormFindings findings) {
        this.header = header;
        this.form = form;
        this.names = names;
        this.path = path;
        this.anchor = anchor;
        this.findings = findings;
        for (HeaderValue value : header.values(HeaderLabel.UNIT)) {
            String text = withoutPeriod(value.text());
            Optional<ReportingUnit> unit = names.named(text);
            Set<ReportingUnit> meant = unit.isPresent() ? Set.of(unit.get()) : names.listed(text);
            written.addAll(meant);
            if (meant.isEmpty()) {
                unknown.add(new HeaderValue(text, value.cell()));
            }
        }
    }

    /** Whether the heading names more than one. */
    boolean isSeveral() {
        return written.size() > 1;
    }

    /** The unit, or null when nobody can tell which is meant. */
    @Nullable
    ReportingUnit named() {
        return written.isEmpty() ? byCode() : written.iterator().next();
    }

    /** Whether nothing else contradicts the heading. */
    boolean agrees(ReportingUnit named) {
        boolean code = written.isEmpty() || codeAgrees(named);
        return pathAgrees(named) && code;
    }

    private static String withoutPeriod(String text) {
        String plain = text;
        for (Span span : SpanText.spans(text)) {
            plain = plain.replace(span.written(), "");
        }
        return plain.replaceFirst("(?:19|20)\\d{2}年.*$", "");
    }

    /** Without a name in the header: the code alone, where it cannot be mistaken. */
    private @Nullable ReportingUnit byCode() {
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
                "或", units.stream().map(unit -> unit.name() + " " + unit.code()).toList());
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
}
