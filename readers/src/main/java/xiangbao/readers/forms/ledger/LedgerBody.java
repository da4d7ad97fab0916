package xiangbao.readers.forms.ledger;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.excel.workbook.RawCell;
import xiangbao.readers.excel.workbook.RawRow;
import xiangbao.readers.forms.bodies.FormContext;
import xiangbao.readers.forms.figures.FigurePlace;
import xiangbao.readers.forms.figures.FigureReading;
import xiangbao.readers.forms.sheet.SheetView;
import xiangbao.statistics.forms.ColumnKind;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.submissions.ObservationStatus;
import xiangbao.statistics.units.ReportingUnit;

/** Reads a 台账: one line per project, bridge or unit, columns by their headings, until the totals and the foot. */
public final class LedgerBody {
    private final FormContext context;
    private final SheetView view;
    private final LedgerTexts texts;
    private final List<Observation> observations = new ArrayList<>();
    private boolean nothing;

    public LedgerBody(FormContext context) {
        this.context = context;
        this.view = context.view();
        this.texts = new LedgerTexts(context);
    }

    /** Whether it says 无 where a line would stand; after {@link #read}. */
    public boolean saysNothing() {
        return nothing;
    }

    /** @param row of the head, as {@link LedgerHead#top} gives it */
    public List<Observation> read(int row) {
        LedgerHead head = LedgerHead.at(row, context);
        LedgerLines lines = new LedgerLines(context, head);
        nothing = lines.sayNothing();
        LedgerChecks checks = new LedgerChecks(context, head, lines.all());
        if (checks.refusePersonalData()) {
            return List.of();
        }
        checks.checkColumns();
        checks.checkMerged();
        checks.hintHiddenColumns();
        List<LedgerColumn> columns = LedgerColumn.of(context.form(), head.columns());
        LedgerSubjects subjects = new LedgerSubjects(context, head.columns());
        LedgerKeys keys = new LedgerKeys(context, head.columns());
        for (RawRow raw : lines.all()) {
            NamedUnit named = subjects.of(raw.number());
            if (!named.stranger()) {
                ReportingUnit about = named.unit();
                line(
                        new LedgerLine(
                                raw.number(),
                                keys.of(raw.number(), about),
                                about == null ? context.unit().code() : about.code(),
                                about),
                        columns);
            }
        }
        return observations;
    }

    private void line(LedgerLine line, List<LedgerColumn> columns) {
        if (view.sheet().isRowHidden(line.row())) {
            context.findings().group("HIDDEN-ROW", "隐藏或被筛选掉的行也已读取", view.at(line.row(), 0), "", "请取消隐藏和筛选，核对这些数。");
        }
        for (LedgerColumn column : columns) {
            observations.add(
                    column.isThere()
                            ? observation(line, column)
                            : new Observation(
                                    column.indicator().code(),
                                    line.key(),
                                    line.subject(),
                                    ObservationStatus.MISSING,
                                    null,
                                    null,
                                    "",
                                    null));
        }
    }

    private Observation observation(LedgerLine line, LedgerColumn column) {
        CellReference cell = view.at(line.row(), column.place());
        RawCell raw = view.sheet().cell(line.row(), column.place());
        return column.column().kind() == ColumnKind.NUMBER
                ? figure(line, column, cell, raw)
                : texts.observation(line, column, cell, raw);
    }

    private Observation figure(LedgerLine line, LedgerColumn column, CellReference cell, @Nullable RawCell raw) {
        boolean declared = column.column().measure().decimals() != null;
        FigurePlace place = new FigurePlace(
                column.indicator(),
                column.title(line),
                column.instance(line),
                cell,
                column.column().required(),
                true,
                declared ? column.indicator().decimals() : -1);
        FigureReading reading = context.cells().figure(place, view.sheet(), raw);
        return new Observation(
                column.indicator().code(),
                line.key(),
                line.subject(),
                reading.status(),
                reading.number(),
                null,
                raw == null ? "" : raw.text(),
                cell);
    }
}
