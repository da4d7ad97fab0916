package xiangbao.readers.forms.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.excel.workbook.RawCell;
import xiangbao.readers.excel.workbook.RawRow;
import xiangbao.readers.forms.bodies.FormContext;
import xiangbao.readers.forms.figures.CellReader;
import xiangbao.readers.forms.figures.FigurePlace;
import xiangbao.readers.forms.figures.FigureReading;
import xiangbao.readers.forms.findings.FormFindings;
import xiangbao.readers.forms.sheet.PersonalData;
import xiangbao.readers.forms.sheet.SheetView;
import xiangbao.readers.forms.sheet.TableEnd;
import xiangbao.readers.forms.wording.PlainText;
import xiangbao.readers.forms.wording.TypedFigure;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.Row;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.submissions.ObservationStatus;

/** Reads a 综合表: rows by code and title together, columns by heading and number. */
public final class MatrixBody {
    private final FormContext context;
    private final Form form;
    private final SheetView view;
    private final FormFindings findings;

    public MatrixBody(FormContext context) {
        this.context = context;
        this.form = context.form();
        this.view = context.view();
        this.findings = context.findings();
    }

    public List<Observation> read() {
        FormRows rows = new FormRows(form);
        List<MatrixBlock> blocks = new MatrixBlocks(context, rows).find();
        MatrixLines lines = new MatrixLines(context, rows, blocks);
        if (refusePersonalData(blocks)) {
            return List.of();
        }
        MatrixCompleteness completeness = new MatrixCompleteness(context, blocks);
        completeness.checkColumns();
        Set<Row> twice = completeness.checkRows(lines);
        MatrixPlaces places = new MatrixPlaces(context, lines, twice);
        Set<MatrixPlace> merged =
                places.checkMerged(blocks.get(0).bottom() + 1, context.region().lastRow());
        places.hintHidden();
        List<Observation> observations = new ArrayList<>();
        for (Indicator indicator : form.indicators()) {
            Row row = form.row(indicator.code().row()).orElseThrow();
            MatrixPlace place = places.of(indicator.code());
            observations.add(
                    place == null
                            ? nowhere(indicator, row, twice.contains(row) || lines.isMistitled(row))
                            : observation(indicator, place, merged.contains(place)));
        }
        return observations;
    }

    private boolean refusePersonalData(List<MatrixBlock> blocks) {
        List<CellReference> cells = new ArrayList<>();
        for (MatrixBlock block : blocks) {
            for (int column : block.columns().personal()) {
                cells.add(view.at(block.top(), column));
            }
            for (RawRow row : view.rows(block.bottom() + 1, block.lastRow())) {
                if (TableEnd.isIn(row)) {
                    break;
                }
                row.cells().stream()
                        .filter(PersonalData::isHeld)
                        .forEach(cell -> cells.add(view.at(cell.row(), cell.column())));
            }
        }
        return PersonalData.refuse(cells, findings);
    }

    /** A figure that stands nowhere in the sheet. */
    private Observation nowhere(Indicator indicator, Row row, boolean uncertain) {
        ObservationStatus status = !context.owes(row) || !context.isDue(row)
                ? ObservationStatus.NOT_APPLICABLE
                : uncertain ? ObservationStatus.UNREADABLE : ObservationStatus.MISSING;
        return new Observation(indicator.code(), "", context.unit().code(), status, null, null, "", null);
    }

    private Observation observation(Indicator indicator, MatrixPlace place, boolean merged) {
        Row row = place.row();
        CellReference reference = place.in(view);
        RawCell raw = view.sheet().cell(place.sheetRow(), place.sheetColumn());
        FigureReading reading = reading(indicator, place, reference, raw, merged);
        boolean forecast = reading.status() == ObservationStatus.REPORTED
                && row.due().isForecast(context.period(), place.column().code());
        return new Observation(
                indicator.code(),
                "",
                context.unit().code(),
                forecast ? ObservationStatus.FORECAST : reading.status(),
                reading.number(),
                null,
                raw == null ? "" : raw.text(),
                reference);
    }

    private FigureReading reading(
            Indicator indicator, MatrixPlace place, CellReference reference, @Nullable RawCell raw, boolean merged) {
        boolean owed = context.owes(place.row());
        if (!owed || !context.isDue(place.row())) {
            keptOut(owed, reference, raw);
            return FigureReading.NOT_APPLICABLE;
        }
        return merged
                ? FigureReading.UNREADABLE
                : context.cells().figure(expected(indicator, place, reference), view.sheet(), raw);
    }

    private void keptOut(boolean applies, CellReference reference, @Nullable RawCell raw) {
        if (raw == null
                || CellReader.isBlank(raw)
                || !raw.isNumber() && TypedFigure.of(raw.text()) instanceof TypedFigure.Missing) {
            return;
        }
        findings.group(
                applies ? "NOT-DUE" : "NOT-OWED",
                applies ? "本期不报的项目填了数，未读取" : "本单位不填报的项目填了数，未读取",
                reference,
                PlainText.shortened(raw.text()),
                applies ? "本期不用填，以后到期再报。" : "本单位不用填这一项，可以留空。");
    }

    private FigurePlace expected(Indicator indicator, MatrixPlace place, CellReference cell) {
        Row row = place.row();
        Column column = place.column();
        boolean declared = row.measure().decimals() != null || column.measure().decimals() != null;
        String title = indicator.title() + " [" + row.code()
                + (form.dataColumns().size() > 1 ? "." + column.code() : "") + "]";
        return new FigurePlace(
                indicator,
                title,
                indicator.code().item(),
                cell,
                row.required() && column.required(),
                row.negative(),
                declared ? indicator.decimals() : -1);
    }
}
