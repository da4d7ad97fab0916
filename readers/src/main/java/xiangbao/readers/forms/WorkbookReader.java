package xiangbao.readers.forms;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xiangbao.readers.excel.WorkbookOpener;
import xiangbao.readers.excel.formula.Recalculation;
import xiangbao.readers.excel.workbook.Opened;
import xiangbao.readers.excel.workbook.RawSheet;
import xiangbao.readers.excel.workbook.RawWorkbook;
import xiangbao.readers.excel.workbook.Rejection;
import xiangbao.readers.excel.workbook.Visibility;
import xiangbao.readers.forms.bodies.FilingCheck;
import xiangbao.readers.forms.bodies.FormContext;
import xiangbao.readers.forms.figures.CellReader;
import xiangbao.readers.forms.findings.FormFindings;
import xiangbao.readers.forms.heading.FormIdentity;
import xiangbao.readers.forms.heading.HeaderLabel;
import xiangbao.readers.forms.heading.HeaderText;
import xiangbao.readers.forms.heading.PrintedDueDay;
import xiangbao.readers.forms.ledger.LedgerBody;
import xiangbao.readers.forms.ledger.LedgerHead;
import xiangbao.readers.forms.matrix.MatrixBody;
import xiangbao.readers.forms.recognition.FormFinder;
import xiangbao.readers.forms.recognition.FormRegion;
import xiangbao.readers.forms.recognition.Likeness;
import xiangbao.readers.forms.recognition.SheetForms;
import xiangbao.readers.forms.sheet.CodeHead;
import xiangbao.readers.forms.sheet.PersonalData;
import xiangbao.readers.forms.sheet.SheetView;
import xiangbao.readers.forms.wording.KnownUnits;
import xiangbao.readers.forms.wording.PlainText;
import xiangbao.readers.forms.wording.UnitNames;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.definitions.PeriodAudit;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.submissions.Filing;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.workbooks.Explanation;
import xiangbao.statistics.workbooks.ReadSubmission;
import xiangbao.statistics.workbooks.ReadWorkbook;
import xiangbao.statistics.workbooks.ReturnMarks;

/** Reads a workbook into its submissions, by the forms and units of the definitions. Immutable; safe for many threads. */
public final class WorkbookReader {
    private final WorkbookOpener opener = new WorkbookOpener();
    private final FormFinder finder;
    private final UnitNames names;
    private final KnownUnits units;
    private final PeriodAudit periods;

    public WorkbookReader(Definitions definitions) {
        finder = new FormFinder(definitions);
        names = new UnitNames(definitions.units());
        units = new KnownUnits(definitions);
        periods = new PeriodAudit(definitions);
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
        return refused((Rejection) opened, inboxPath);
    }

    /** The answer about a file of this size, if it is too large to be opened at all. */
    public static Optional<ReadWorkbook> refusedBySize(long bytes, String inboxPath) {
        return WorkbookOpener.refusal(bytes).map(rejection -> refused(rejection, inboxPath));
    }

    private static ReadWorkbook refused(Rejection rejection, String inboxPath) {
        FormFindings findings = new FormFindings();
        findings.mandatory(rejection.code(), rejection.message(), rejection.remedy());
        return new ReadWorkbook("", List.of(), findings.all("文件“" + inboxPath + "”"));
    }

    /** Recognises the forms of a workbook that is already open. */
    public ReadWorkbook recognise(RawWorkbook workbook, String inboxPath) {
        FormFindings file = new FormFindings();
        List<Explanation> explanations = new ArrayList<>();
        Map<SheetView, SheetForms> visible = new LinkedHashMap<>();
        Map<SheetView, SheetForms> hidden = new LinkedHashMap<>();
        for (RawSheet sheet : workbook.sheets()) {
            SheetView view = new SheetView(sheet);
            if (isOurs(sheet)) {
                explanations.addAll(ExplanationSheet.read(view, file));
            } else {
                (sheet.visibility() == Visibility.VISIBLE ? visible : hidden).put(view, finder.look(view));
            }
        }
        // what nobody sees is sent by nobody, unless there is nothing else to be seen
        boolean shown = visible.keySet().stream().anyMatch(view -> !view.isBlank() && !view.isProse());
        Map<SheetView, SheetForms> read = new LinkedHashMap<>(visible);
        if (!shown) {
            read.putAll(hidden);
        }
        SheetRemarks remarks = new SheetRemarks(finder, file);
        List<Found> found = new ArrayList<>();
        boolean ambiguous = false;
        for (Map.Entry<SheetView, SheetForms> sheet : read.entrySet()) {
            for (FormRegion region : sheet.getValue().regions()) {
                FormRules rules = region.rules();
                if (rules == null) {
                    remarks.foreign(region.anchor(), sheet.getValue());
                } else {
                    Optional<Found> form = read(workbook, sheet.getKey(), region, rules, inboxPath, file);
                    form.ifPresent(found::add);
                    ambiguous |= form.isEmpty();
                }
            }
            if (sheet.getValue().regions().isEmpty()) {
                remarks.other(sheet.getKey(), sheet.getValue());
            }
        }
        List<Found> kept = SheetCopies.without(found, file);
        if (shown) {
            hidden.forEach((view, sheet) -> sheet.regions().forEach(region -> {
                FormRules rules = region.rules();
                remarks.hidden(
                        view,
                        region.anchor(),
                        rules == null
                                ? Optional.empty()
                                : read(workbook, view, region, rules, inboxPath, new FormFindings()));
            }));
        }
        remarks.tell(
                kept.isEmpty() && !ambiguous && found.isEmpty(),
                !explanations.isEmpty(),
                found.stream().filter(Found::isCoded).map(Found::form).toList());
        if (workbook.externalLinks() && !kept.isEmpty()) {
            file.hint("EXTERNAL-LINKS", "工作簿引用了其他文件，只读取已保存的数值", "请把引用其他文件的公式改为数值后再报送。");
        }
        return new ReadWorkbook(
                workbook.format(),
                kept.stream().map(Found::submission).toList(),
                file.all("文件“" + inboxPath + "”"),
                explanations);
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
            FormRegion region,
            FormRules rules,
            String inboxPath,
            FormFindings file) {
        Form form = rules.form();
        CellReference anchor = region.anchor().cell();
        Optional<Integer> top = form.layout() == Layout.LEDGER
                ? LedgerHead.top(view, region, form)
                : CodeHead.firstRow(view, region.firstRow(), region.lastRow());
        if (top.isEmpty() && rules.enabled()) {
            file.mandatory(
                            "UNKNOWN-FORM",
                            "写着表号“" + form.code() + "”，但找不到" + (form.layout() == Layout.LEDGER ? "台账的表头" : "“代码”栏")
                                    + "，不是现行表式",
                            "请下载现行表式“" + form.code() + " " + form.title() + "”重新填报。")
                    .instance(anchor.toString())
                    .at(anchor)
                    .read(region.anchor().text())
                    .expected(form.code() + " " + form.title());
            return Optional.empty();
        }
        int head = top.orElse(region.lastRow() + 1);
        FormFindings findings = new FormFindings();
        HeaderText header = new HeaderText(view, workbook, region.firstRow(), Math.max(anchor.row(), head - 1));
        FormIdentity identity =
                FormIdentity.read(header, form, names, units, List.of(inboxPath.split("/")), anchor, findings);
        if (identity.severalUnits()) {
            file.mandatory("AMBIGUOUS-FORM", form.code() + " " + form.title() + "的填报单位写了不止一个", "请每个乡镇各报一张表。")
                    .instance(anchor.toString())
                    .at(anchor)
                    .expected("一表一个填报单位");
            return Optional.empty();
        }
        if (region.likeness() != null) {
            uncoded(region, region.likeness(), findings);
        }
        List<Observation> observations = List.of();
        Filing filing = Filing.FIGURES;
        ReportingUnit unit = identity.named();
        confrontDueDay(view, region, rules, identity, findings);
        if (!rules.enabled()) {
            findings.mandatory(
                            "FORM-DISABLED",
                            form.code() + " " + form.title() + "现已停用，不收",
                            "本表不用报送，请从工作簿中删去；有疑问请与县统计局联系。")
                    .at(anchor)
                    .read(form.code().text());
        } else if (unit != null && !form.owedBy().selects(unit)) {
            findings.mandatory("FORM-NOT-OWED", unit.name() + "不填报本表", "请核对填报单位；本单位不用报送这张表。")
                    .at(anchor)
                    .read(unit.name());
        } else if (unit != null && identity.period() != null) {
            CellReader cells = new CellReader(units, new Recalculation(workbook), findings);
            FormContext context = new FormContext(
                    workbook, view, region, form, unit, identity.period(), names, units, cells, findings);
            boolean nothing = false;
            if (form.layout() == Layout.LEDGER) {
                LedgerBody ledger = new LedgerBody(context);
                observations = ledger.read(head);
                nothing = ledger.saysNothing();
            } else {
                observations = new MatrixBody(context).read();
            }
            if (!findings.has(PersonalData.CODE)) {
                FilingCheck.Settled settled = FilingCheck.settle(context, header, anchor, observations, nothing);
                filing = settled.filing();
                observations = settled.observations();
            }
        }
        boolean hidden = view.sheet().visibility() != Visibility.VISIBLE;
        if (hidden) {
            findings.hint("HIDDEN-SHEET", "本表在隐藏的工作表中，看得见的工作表里没有数据，已读取", "请取消隐藏后核对。")
                    .at(anchor)
                    .read(view.sheet().name());
        }
        ReadSubmission submission = new ReadSubmission(
                form.code(),
                identity.unit() == null ? null : identity.unit().code(),
                identity.period(),
                identity.round(),
                filing,
                view.sheet().name(),
                identity.heading(),
                identity.unit() == null ? List.of() : observations,
                findings.all(heading(form, identity)));
        boolean names = !header.values(HeaderLabel.UNIT).isEmpty();
        return Optional.of(
                new Found(form, submission, heading(form, identity), anchor, hidden, region.likeness() == null, names));
    }

    /** What makes a form returned that is known by everything but its 表号. */
    private static void uncoded(FormRegion region, Likeness likeness, FormFindings findings) {
        Form form = likeness.rules().form();
        String typed = PlainText.shortened(region.anchor().text());
        findings.mandatory(
                        "FORM-CODE",
                        typed.isEmpty() ? "表号没有写" : "表号写成了“" + typed + "”",
                        "按“" + form.code() + " " + form.title() + "”识别：" + likeness.why() + "。请在 "
                                + region.anchor().cell().address() + " 写明“表号：" + form.code()
                                + "”后重新报送；不是这张表的，请用下发的表式填报。")
                .at(region.anchor().cell())
                .read(typed)
                .expected(form.code().text());
    }

    /** A heading that was carried over into a workbook made for a later period. */
    private void confrontDueDay(
            SheetView view, FormRegion region, FormRules rules, FormIdentity identity, FormFindings findings) {
        ReferencePeriod period = identity.period();
        if (period == null) {
            return;
        }
        PrintedDueDay.in(view, region.firstRow(), region.lastRow())
                .flatMap(day -> periods.madeFor(rules, period, day))
                .ifPresent(later -> findings.query(
                                "PERIOD-EARLIER",
                                "表内报告期是“" + period.title() + "”，说明里的报送期限却是“" + later.title() + "”的",
                                "如果报的是" + later.title() + "，请改正表头的报告期后重新报送；确实是" + period.title() + "的，请在审核说明里写明原因。")
                        .at(identity.heading())
                        .read(period.title()));
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
}
