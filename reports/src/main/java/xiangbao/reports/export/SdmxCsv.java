package xiangbao.reports.export;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.publication.Vintage;

/** An SDMX-CSV 2.0 data message: one line per observation. A figure that is missing or not applicable has a status and no value. */
final class SdmxCsv {
    private SdmxCsv() {}

    static String of(FigureExport export) {
        return message(SdmxFlow.RETURNS, export.chosen(), (component, figure) -> value(component, export, figure));
    }

    static String targets(FigureExport export) {
        return message(SdmxFlow.PLAN, export.targets(), (component, target) -> value(component, export, target));
    }

    /** Reads a component from what is handed on; null where it has none. */
    private interface Cell<T> {
        @Nullable
        String of(SdmxComponent component, T observation);
    }

    private static <T> String message(SdmxFlow flow, List<T> observations, Cell<T> cell) {
        List<List<@Nullable String>> lines = new ArrayList<>();
        List<@Nullable String> header = new ArrayList<>(List.of("STRUCTURE", "STRUCTURE_ID", "ACTION"));
        flow.components().forEach(component -> header.add(component.name()));
        lines.add(header);
        for (T observation : observations) {
            List<@Nullable String> line = new ArrayList<>(List.of("dataflow", flow.dataflow(), "I"));
            flow.components().forEach(component -> line.add(cell.of(component, observation)));
            lines.add(line);
        }
        return CsvText.of(lines);
    }

    private static @Nullable String value(SdmxComponent component, FigureExport export, ExportedFigure figure) {
        OfficialValue official = figure.official();
        return switch (component) {
            case FREQ -> frequency(figure.period().frequency());
            case REF_AREA -> SdmxIds.plain(figure.unit().text());
            case FORM -> SdmxIds.of(figure.indicator().form());
            case INDICATOR -> SdmxIds.of(figure.indicator());
            case TIME_PERIOD -> figure.period().toString();
            case OBS_VALUE -> figure.value();
            case OBS_STATUS -> status(figure);
            case FORECAST -> yesNo(figure.forecast());
            case UNIT_MEASURE -> figure.measure();
            case COVERAGE_COUNTED -> Integer.toString(figure.counted());
            case COVERAGE_EXPECTED -> Integer.toString(figure.expected());
            case COVERAGE_PENDING -> Integer.toString(figure.pending());
            case SOURCE_CODE -> figure.indicator().toString();
            default -> shared(component, export, official);
        };
    }

    private static @Nullable String value(SdmxComponent component, FigureExport export, ExportedTarget target) {
        return switch (component) {
            case FREQ -> frequency(export.period().frequency());
            case REF_AREA -> SdmxIds.plain(export.county().text());
            case TARGET -> SdmxIds.plain(target.code());
            case TIME_PERIOD -> export.period().toString();
            case OBS_VALUE -> target.actual();
            case GOAL_VALUE -> target.goal();
            case COMPLETION -> target.completion();
            case EXPECTED_SHARE -> target.elapsed();
            case DEVIATION -> target.deviation();
            case TASK_SUM -> target.taskSum();
            case PROGRESS_STATUS -> target.status().name();
            case PROVISIONAL -> yesNo(target.provisional());
            case FORECAST -> yesNo(target.forecast());
            case UNIT_MEASURE -> target.measure();
            case COMPARISON -> target.comparison().name();
            case PLAN_SECTION -> target.section();
            case COVERAGE_COUNTED -> Integer.toString(target.counted());
            case COVERAGE_EXPECTED -> Integer.toString(target.expected());
            default -> shared(component, export, target.official());
        };
    }

    private static @Nullable String shared(
            SdmxComponent component, FigureExport export, @Nullable OfficialValue official) {
        return switch (component) {
            case OFFICIAL_VALUE -> official == null ? null : official.value();
            case OFFICIAL_DOCUMENT -> official == null ? null : SdmxIds.plain(official.document());
            case VINTAGE -> vintage(export.vintage());
            case NATURE -> "WORKING";
            case RUN -> export.run();
            default -> throw new IllegalArgumentException(component + " is no column of this dataflow");
        };
    }

    private static String yesNo(boolean yes) {
        return yes ? "Y" : "N";
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
            case WITHHELD -> "Q";
            case RETURNED -> "O";
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
