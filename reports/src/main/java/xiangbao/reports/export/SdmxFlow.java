package xiangbao.reports.export;

import static xiangbao.reports.export.SdmxComponent.*;

import java.util.List;

/** What we hand on as SDMX: each with its columns, in the order that SDMX-CSV wants, dimensions, measures, attributes. */
enum SdmxFlow {
    RETURNS(
            "TOWNSHIP_RETURNS",
            "乡镇和县直部门报送数及全县汇总数",
            INDICATOR,
            List.of(
                    FREQ,
                    REF_AREA,
                    FORM,
                    INDICATOR,
                    TIME_PERIOD,
                    OBS_VALUE,
                    OFFICIAL_VALUE,
                    OBS_STATUS,
                    FORECAST,
                    UNIT_MEASURE,
                    COVERAGE_COUNTED,
                    COVERAGE_EXPECTED,
                    COVERAGE_PENDING,
                    OFFICIAL_DOCUMENT,
                    SOURCE_CODE,
                    VINTAGE,
                    NATURE,
                    RUN)),
    PLAN(
            "PLAN_PROGRESS",
            "方案目标任务完成情况",
            TARGET,
            List.of(
                    FREQ,
                    REF_AREA,
                    TARGET,
                    TIME_PERIOD,
                    OBS_VALUE,
                    GOAL_VALUE,
                    COMPLETION,
                    EXPECTED_SHARE,
                    DEVIATION,
                    TASK_SUM,
                    OFFICIAL_VALUE,
                    PROGRESS_STATUS,
                    PROVISIONAL,
                    FORECAST,
                    UNIT_MEASURE,
                    COMPARISON,
                    PLAN_SECTION,
                    COVERAGE_COUNTED,
                    COVERAGE_EXPECTED,
                    OFFICIAL_DOCUMENT,
                    VINTAGE,
                    NATURE,
                    RUN));

    static final String AGENCY = "XIANGBAO";
    static final String VERSION = "(1.0)";

    private final String id;
    private final String title;
    private final SdmxComponent subject;
    private final List<SdmxComponent> components;

    SdmxFlow(String id, String title, SdmxComponent subject, List<SdmxComponent> components) {
        this.id = id;
        this.title = title;
        this.subject = subject;
        this.components = components;
    }

    String id() {
        return id;
    }

    String title() {
        return title;
    }

    /** The dimension that says what was counted. */
    SdmxComponent subject() {
        return subject;
    }

    List<SdmxComponent> components() {
        return components;
    }

    /** As STRUCTURE_ID names it. */
    String dataflow() {
        return AGENCY + ":" + id + VERSION;
    }
}
