package xiangbao.readers.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xiangbao.readers.excel.formula.Recalculation;
import xiangbao.readers.excel.workbook.RawWorkbook;
import xiangbao.readers.excel.workbook.Visibility;
import xiangbao.readers.forms.bodies.FilingCheck;
import xiangbao.readers.forms.bodies.FormContext;
import xiangbao.readers.forms.bodies.SettledFiling;
import xiangbao.readers.forms.figures.CellReader;
import xiangbao.readers.forms.findings.FormFindings;
import xiangbao.readers.forms.heading.FormIdentity;
import xiangbao.readers.forms.heading.HeaderLabel;
import xiangbao.readers.forms.heading.HeaderText;
import xiangbao.readers.forms.heading.PrintedDueDay;
import xiangbao.readers.forms.ledger.LedgerBody;
import xiangbao.readers.forms.ledger.LedgerHead;
import xiangbao.readers.forms.matrix.MatrixBody;
import xiangbao.readers.forms.recognition.FormRegion;
import xiangbao.readers.forms.sheet.CodeHead;
import xiangbao.readers.forms.sheet.PersonalData;
import xiangbao.readers.forms.sheet.SheetView;
import xiangbao.readers.forms.wording.KnownUnits;
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
import xiangbao.statistics.workbooks.ReadSubmission;

/** Reads one form of a workbook: whose it is, what its table holds, and what is wrong with it as a whole. Immutable; safe for many threads. */
final class FormReader {
    private static final SettledFiling NOTHING = new SettledFiling(Filing.FIGURES, List.of());

    private final UnitNames names;
    private final KnownUnits units;
    private final PeriodAudit periods;

    FormReader(Definitions definitions) {
        names = new UnitNames(definitions.units());
        units = new KnownUnits(definitions);
        periods = new PeriodAudit(definitions);
    }

    /**
     * The form in a part of a sheet; empty where it is none after all, or several in one.
     *
     * @param path folders and file name
     * @param file collects what is said of the file rather than of the form
     */
    Optional<Found> read(
            RawWorkbook workbook,
            List<String> path,
            SheetView view,
            FormRegion region,
            FormRules rules,
            FormFindings file) {
        Form form = rules.form();
        CellReference anchor = region.anchor().cell();
        Optional<Integer> top = form.layout() == Layout.LEDGER
                ? LedgerHead.top(view, region, form)
                : CodeHead.firstRow(view, region.firstRow(), region.lastRow());
        if (top.isEmpty() && rules.enabled()) {
            new FormRemarks(form, region.anchor(), file).withoutTable();
            return Optional.empty();
        }
        int head = top.orElse(region.lastRow() + 1);
        FormFindings findings = new FormFindings();
        HeaderText header = new HeaderText(view, workbook, region.firstRow(), Math.max(anchor.row(), head - 1));
        FormIdentity identity = FormIdentity.read(header, form, names, units, path, anchor, findings);
        if (identity.severalUnits()) {
            new FormRemarks(form, region.anchor(), file).severalUnits();
            return Optional.empty();
        }
        FormRemarks remarks = new FormRemarks(form, region.anchor(), findings);
        if (region.likeness() != null) {
            remarks.uncoded(region.likeness());
        }
        confrontDueDay(view, region, rules, identity, remarks);
        SettledFiling body = NOTHING;
        ReportingUnit unit = identity.named();
        if (!rules.enabled()) {
            remarks.disabled();
        } else if (unit != null && !form.owedBy().selects(unit)) {
            remarks.notOwed(unit);
        } else if (unit != null && identity.period() != null) {
            CellReader cells = new CellReader(units, new Recalculation(workbook), findings);
            FormContext context = new FormContext(
                    workbook, view, region, form, unit, identity.period(), names, units, cells, findings);
            body = body(context, header, head);
        }
        boolean hidden = view.sheet().visibility() != Visibility.VISIBLE;
        if (hidden) {
            remarks.hidden(view);
        }
        String heading = heading(form, identity);
        ReadSubmission submission = new ReadSubmission(
                form.code(),
                identity.unit() == null ? null : identity.unit().code(),
                identity.period(),
                identity.round(),
                body.filing(),
                view.sheet().name(),
                identity.heading(),
                identity.unit() == null ? List.of() : body.observations(),
                findings.all(heading));
        boolean namesUnit = !header.values(HeaderLabel.UNIT).isEmpty();
        return Optional.of(new Found(form, submission, heading, anchor, hidden, region.likeness() == null, namesUnit));
    }

    private static SettledFiling body(FormContext context, HeaderText header, int head) {
        List<Observation> observations;
        boolean nothing = false;
        if (context.form().layout() == Layout.LEDGER) {
            LedgerBody ledger = new LedgerBody(context);
            observations = ledger.read(head);
            nothing = ledger.saysNothing();
        } else {
            observations = new MatrixBody(context).read();
        }
        if (context.findings().has(PersonalData.CODE)) {
            return new SettledFiling(Filing.FIGURES, observations);
        }
        return FilingCheck.settle(context, header, context.region().anchor().cell(), observations, nothing);
    }

    private void confrontDueDay(
            SheetView view, FormRegion region, FormRules rules, FormIdentity identity, FormRemarks remarks) {
        ReferencePeriod period = identity.period();
        if (period != null) {
            PrintedDueDay.in(view, region.firstRow(), region.lastRow())
                    .flatMap(day -> periods.madeFor(rules, period, day))
                    .ifPresent(later -> remarks.madeFor(later, period, identity.heading()));
        }
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
