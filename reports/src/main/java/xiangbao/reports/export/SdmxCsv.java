package xiangbao.reports.export;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.model.Frequency;
import xiangbao.statistics.model.Vintage;

/** An SDMX-CSV 2.0 data message: one line per observation. A figure that is missing or not applicable has a status and no value. */
final class SdmxCsv {
    private SdmxCsv() {}

    static String of(FigureExport export) {
        List<List<@Nullable String>> lines = new ArrayList<>();
        List<@Nullable String> header = new ArrayList<>(List.of("STRUCTURE", "STRUCTURE_ID", "ACTION"));
        for (SdmxComponent component : SdmxComponent.values()) {
            header.add(component.name());
        }
        lines.add(header);
        for (ExportedFigure figure : export.chosen()) {
            List<@Nullable String> line = new ArrayList<>(List.of("dataflow", SdmxStructure.DATAFLOW, "I"));
            for (SdmxComponent component : SdmxComponent.values()) {
                line.add(value(component, export, figure));
            }
            lines.add(line);
        }
        return CsvText.of(lines);
    }

    private static @Nullable String value(SdmxComponent component, FigureExport export, ExportedFigure figure) {
        return switch (component) {
            case FREQ -> frequency(figure.period().frequency());
            case REF_AREA -> SdmxIds.plain(figure.unit().text());
            case FORM -> SdmxIds.of(figure.indicator().form());
            case INDICATOR -> SdmxIds.of(figure.indicator());
            case TIME_PERIOD -> figure.period().toString();
            case OBS_VALUE -> figure.value();
            case OBS_STATUS -> status(figure);
            case FORECAST -> figure.forecast() ? "Y" : "N";
            case UNIT_MEASURE -> figure.measure();
            case COVERAGE_COUNTED -> Integer.toString(figure.counted());
            case COVERAGE_EXPECTED -> Integer.toString(figure.expected());
            case COVERAGE_PENDING -> Integer.toString(figure.pending());
            case SOURCE_CODE -> figure.indicator().toString();
            case VINTAGE -> vintage(export.vintage());
            case NATURE -> "WORKING";
            case RUN -> export.run();
        };
    }

    static String frequency(Frequency frequency) {
        return switch (frequency) {
            case MONTH -> "M";
            case QUARTER -> "Q";
            case HALF_YEAR -> "S";
            case YEAR -> "A";
        };
    }

    /** Codes of the cross-domain list CL_OBS_STATUS. */
    private static String status(ExportedFigure figure) {
        return switch (figure.status()) {
            case FINAL -> "A";
            case PROVISIONAL -> "P";
            case MISSING -> "L";
            case NOT_APPLICABLE -> "M";
        };
    }

    static String vintage(Vintage vintage) {
        return switch (vintage.kind()) {
            case PRELIMINARY -> "PRELIMINARY";
            case FINAL -> "FINAL";
            case REVISED -> "REVISED_" + vintage.revision();
        };
    }
}
