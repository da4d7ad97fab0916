package xiangbao.readers.forms;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.excel.Opened;
import xiangbao.readers.excel.RawSheet;
import xiangbao.readers.excel.RawWorkbook;
import xiangbao.readers.excel.Recalculation;
import xiangbao.readers.excel.Rejection;
import xiangbao.readers.excel.Visibility;
import xiangbao.readers.excel.WorkbookOpener;
import xiangbao.statistics.audit.FormRules;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.model.CellReference;
import xiangbao.statistics.model.Explanation;
import xiangbao.statistics.model.Form;
import xiangbao.statistics.model.Layout;
import xiangbao.statistics.model.Observation;
import xiangbao.statistics.model.ReadSubmission;
import xiangbao.statistics.model.ReadWorkbook;
import xiangbao.statistics.model.ReportingUnit;
import xiangbao.statistics.model.ReturnMarks;
import xiangbao.statistics.model.Severity;

/** Reads a workbook into its submissions, by the forms and units of the definitions. Immutable; safe for many threads. */
public final class WorkbookReader {
    private final WorkbookOpener opener = new WorkbookOpener();
    private final FormFinder finder;
    private final UnitNames names;
    private final KnownUnits units;

    public WorkbookReader(Definitions definitions) {
        finder = new FormFinder(definitions);
        names = new UnitNames(definitions.units());
        units = new KnownUnits(definitions);
    }

    /**
     * Opens the file and recognises the forms in it.
     *
     * @param inboxPath the path below the inbox with forward slashes, such as {@code 伍市镇/2026年三季度报表.xlsx}; its folder and file names are hints for
     *     unit and period that must not contradict the sheet
     */
    public ReadWorkbook read(Path file, String inboxPath) {
        Opened opened = opener.open(file);
        if (opened instanceof RawWorkbook workbook) {
            return recognise(workbook, inboxPath);
        }
        Rejection rejection = (Rejection) opened;
        FormFindings findings = new FormFindings();
        findings.add(
                rejection.code(),
                "",
                Severity.MANDATORY,
                rejection.message(),
                null,
                List.of(),
                "",
                "",
                rejection.remedy());
        return new ReadWorkbook("", List.of(), findings.all("文件“" + inboxPath + "”"));
    }

    /** Recognises the forms of a workbook that is already open. */
    public ReadWorkbook recognise(RawWorkbook workbook, String inboxPath) {
        FormFindings file = new FormFindings();
        List<Found> found = new ArrayList<>();
        List<FormFinder.Anchor> unknown = new ArrayList<>();
        List<FormFinder.Anchor> county = new ArrayList<>();
        List<Explanation> explanations = new ArrayList<>();
        boolean ambiguous = false;
        for (RawSheet sheet : workbook.sheets()) {
            SheetView view = new SheetView(sheet);
            if (isOurs(sheet)) {
                explanations.addAll(ExplanationSheet.read(view, file));
                continue;
            }
            for (FormFinder.Region region : finder.regions(view)) {
                FormFinder.Anchor anchor = region.anchor();
                if (anchor.county()) {
                    county.add(anchor);
                } else if (anchor.rules() == null) {
                    unknown.add(anchor);
                } else {
                    Optional<Found> form = read(workbook, view, region, anchor.rules(), inboxPath, file);
                    form.ifPresent(found::add);
                    ambiguous |= form.isEmpty();
                }
            }
        }
        List<Found> kept = withoutCopies(found, file);
        boolean onlyExplains = !explanations.isEmpty() && unknown.isEmpty() && county.isEmpty();
        report(unknown, county, kept.isEmpty() && !ambiguous && found.isEmpty() && !onlyExplains, file);
        if (workbook.externalLinks() && !kept.isEmpty()) {
            file.add(
                    "EXTERNAL-LINKS",
                    "",
                    Severity.HINT,
                    "工作簿引用了其他文件，只读取已保存的数值",
                    null,
                    List.of(),
                    "",
                    "",
                    "请把引用其他文件的公式改为数值后再报送。");
        }
        return new ReadWorkbook(
                workbook.format(),
                kept.stream().map(form -> form.submission).toList(),
                file.all("文件“" + inboxPath + "”"),
                explanations);
    }

    private record Found(ReadSubmission submission, CellReference anchor, boolean hidden) {
        /** What makes two copies the same report. */
        List<String> contents() {
            List<String> contents = new ArrayList<>();
            for (Observation observation : submission.observations()) {
                String number = observation.number() == null
                        ? ""
                        : observation.number().stripTrailingZeros().toPlainString();
                contents.add(observation.indicator() + "|" + observation.line() + "|" + observation.status() + "|"
                        + number + "|" + observation.text()
                        + (observation.status().hasValue() ? "" : "|" + observation.raw()));
            }
            return contents;
        }
    }

    private static boolean isOurs(RawSheet sheet) {
        if (!sheet.name().startsWith(ReturnMarks.SHEET)) {
            return false;
        }
        return sheet.rows().stream()
                .limit(3)
                .flatMap(row -> row.cells().stream())
                .anyMatch(cell -> PlainText.of(cell.text()).startsWith(ReturnMarks.TITLE));
    }

    private Optional<Found> read(
            RawWorkbook workbook,
            SheetView view,
            FormFinder.Region region,
            FormRules rules,
            String inboxPath,
            FormFindings file) {
        Form form = rules.form();
        CellReference anchor = region.anchor().cell();
        Optional<Integer> top =
                form.layout() == Layout.LEDGER ? LedgerBody.top(view, region, form) : MatrixBody.top(view, region);
        if (top.isEmpty() && rules.enabled()) {
            file.add(
                    "UNKNOWN-FORM",
                    anchor.toString(),
                    Severity.MANDATORY,
                    "写着表号“" + form.code() + "”，但找不到" + (form.layout() == Layout.LEDGER ? "台账的表头" : "“代码”栏") + "，不是现行表式",
                    null,
                    List.of(anchor),
                    region.anchor().text(),
                    form.code() + " " + form.title(),
                    "请下载现行表式“" + form.code() + " " + form.title() + "”重新填报。");
            return Optional.empty();
        }
        int head = top.orElse(region.lastRow() + 1);
        FormFindings findings = new FormFindings();
        HeaderText header = new HeaderText(view, workbook, region.firstRow(), Math.max(anchor.row(), head - 1));
        FormIdentity identity =
                FormIdentity.read(header, form, names, units, List.of(inboxPath.split("/")), anchor, findings);
        if (identity.severalUnits()) {
            file.add(
                    "AMBIGUOUS-FORM",
                    anchor.toString(),
                    Severity.MANDATORY,
                    form.code() + " " + form.title() + "的填报单位写了不止一个",
                    null,
                    List.of(anchor),
                    "",
                    "一表一个填报单位",
                    "请每个乡镇各报一张表。");
            return Optional.empty();
        }
        List<Observation> observations = List.of();
        ReportingUnit unit = identity.named();
        if (!rules.enabled()) {
            findings.add(
                    "FORM-DISABLED",
                    "",
                    Severity.MANDATORY,
                    form.code() + " " + form.title() + "现已停用，不收",
                    null,
                    List.of(anchor),
                    form.code().text(),
                    "",
                    "本表不用报送，请从工作簿中删去；有疑问请与县统计局联系。");
        } else if (unit != null && !form.owedBy().selects(unit)) {
            findings.add(
                    "FORM-NOT-OWED",
                    "",
                    Severity.MANDATORY,
                    unit.name() + "不填报本表",
                    null,
                    List.of(anchor),
                    unit.name(),
                    "",
                    "请核对填报单位；本单位不用报送这张表。");
        } else if (unit != null && identity.period() != null) {
            CellReader cells = new CellReader(units, new Recalculation(workbook), findings);
            FormContext context = new FormContext(
                    workbook, view, region, form, unit, identity.period(), names, units, cells, findings);
            observations = form.layout() == Layout.LEDGER
                    ? new LedgerBody(context).read(head)
                    : new MatrixBody(context).read();
        }
        boolean hidden = view.sheet().visibility() != Visibility.VISIBLE;
        if (hidden) {
            findings.add(
                    "HIDDEN-SHEET",
                    "",
                    Severity.HINT,
                    "本表在隐藏的工作表中，已读取",
                    null,
                    List.of(anchor),
                    view.sheet().name(),
                    "",
                    "请取消隐藏后核对。");
        }
        ReadSubmission submission = new ReadSubmission(
                form.code(),
                identity.unit() == null ? null : identity.unit().code(),
                identity.period(),
                identity.round(),
                view.sheet().name(),
                identity.unit() == null ? List.of() : observations,
                findings.all(heading(form, identity)));
        return Optional.of(new Found(submission, anchor, hidden));
    }

    private static String heading(Form form, FormIdentity identity) {
        List<String> parts = new ArrayList<>();
        if (identity.named() != null) {
            parts.add(identity.named().name());
        }
        if (identity.period() != null) {
            parts.add(identity.period().title());
        }
        parts.add(form.code() + " " + form.title());
        return String.join(" · ", parts);
    }

    /** Of several copies of one report: hidden ones are ignored, equal ones count once, a later printed round wins; otherwise nobody can tell. */
    private static List<Found> withoutCopies(List<Found> found, FormFindings file) {
        Map<String, List<Found>> byKey = new LinkedHashMap<>();
        for (Found form : found) {
            String key = form.submission.key().map(Object::toString).orElseGet(() -> form.anchor.toString());
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

    private static @Nullable Found choose(List<Found> copies, FormFindings file) {
        List<Found> visible = copies.stream().filter(copy -> !copy.hidden).toList();
        List<Found> candidates = visible.isEmpty() ? copies : visible;
        for (Found copy : copies) {
            if (!candidates.contains(copy)) {
                hint(file, "HIDDEN-COPY", copy, "隐藏的工作表中有同一张表的副本，未读取");
            }
        }
        int latest = candidates.stream()
                .mapToInt(copy -> copy.submission.printedRound())
                .max()
                .orElse(0);
        List<Found> newest = candidates.stream()
                .filter(copy -> copy.submission.printedRound() == latest)
                .toList();
        Found first = newest.get(0);
        if (newest.stream().allMatch(copy -> copy.contents().equals(first.contents()))) {
            for (Found copy : candidates) {
                if (copy != first) {
                    hint(file, "SHEET-COPY", copy, "工作簿中有同一张表的副本，只读取一份");
                }
            }
            return first;
        }
        file.add(
                "AMBIGUOUS-FORM",
                first.anchor.toString(),
                Severity.MANDATORY,
                "同一张表“" + first.submission.form() + "”有 " + newest.size() + " 份且数字不同，不知以哪份为准",
                null,
                newest.stream().map(copy -> copy.anchor).toList(),
                String.join(
                        "、",
                        newest.stream()
                                .map(copy -> "工作表“" + copy.submission.sheet() + "”")
                                .toList()),
                "只有一份",
                "请删去作废的工作表，或在表头写明第几次报送，再重新报送。");
        return null;
    }

    private static void hint(FormFindings file, String code, Found copy, String what) {
        file.add(
                code,
                copy.anchor.toString(),
                Severity.HINT,
                what,
                null,
                List.of(copy.anchor),
                copy.submission.form().text(),
                "",
                "请删去多余的工作表。");
    }

    private void report(
            List<FormFinder.Anchor> unknown, List<FormFinder.Anchor> county, boolean nothingElse, FormFindings file) {
        for (FormFinder.Anchor anchor : unknown) {
            List<String> near = finder.nearest(anchor.text());
            file.add(
                    "UNKNOWN-FORM",
                    anchor.cell().toString(),
                    nothingElse ? Severity.MANDATORY : Severity.QUERY,
                    "没有表号为“" + CellReader.shortened(anchor.text()) + "”的报表",
                    null,
                    List.of(anchor.cell()),
                    CellReader.shortened(anchor.text()),
                    near.isEmpty() ? "" : String.join("、", near) + "（相近的表号）",
                    "请核对表号；这张表没有读取。");
        }
        for (FormFinder.Anchor anchor : county) {
            file.add(
                    "COUNTY-TABLE",
                    anchor.cell().toString(),
                    nothingElse ? Severity.MANDATORY : Severity.HINT,
                    "这是县级综合表“" + CellReader.shortened(anchor.text()) + "”，不是报送的报表，未读取",
                    null,
                    List.of(anchor.cell()),
                    CellReader.shortened(anchor.text()),
                    "",
                    "综合表由县里汇总生成，不用报送。");
        }
        if (nothingElse && unknown.isEmpty() && county.isEmpty()) {
            file.add(
                    "UNKNOWN-FORM",
                    "",
                    Severity.MANDATORY,
                    "所有工作表里都没有找到表号",
                    null,
                    List.of(),
                    "",
                    "表内写有“表号：平31-1”之类的字样",
                    "请使用下发的表式填报，不要删去右上角的表号。");
        }
    }
}
