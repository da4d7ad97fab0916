package xiangbao.reports.export;

/** What a column of our SDMX-CSV can mean. */
enum SdmxComponent {
    FREQ(Role.DIMENSION, "频率", "CL_FREQ"),
    REF_AREA(Role.DIMENSION, "全县或填报单位", "CL_REF_AREA"),
    FORM(Role.DIMENSION, "报表", "CL_FORM"),
    INDICATOR(Role.DIMENSION, "指标", "CL_INDICATOR"),
    TARGET(Role.DIMENSION, "目标任务", "CL_TARGET"),
    TIME_PERIOD(Role.TIME, "报告期", "ObservationalTimePeriod"),
    OBS_VALUE(Role.MEASURE, "数值", "Decimal"),
    GOAL_VALUE(Role.MEASURE, "目标", "Decimal"),
    COMPLETION(Role.MEASURE, "完成率（%）", "Decimal"),
    EXPECTED_SHARE(Role.MEASURE, "按进度应达到（%）", "Decimal"),
    DEVIATION(Role.MEASURE, "偏差（百分点）", "Decimal"),
    TASK_SUM(Role.MEASURE, "各乡镇任务数合计", "Decimal"),
    OFFICIAL_VALUE(Role.MEASURE, "核定数", "Decimal"),
    OBS_STATUS(Role.OBSERVATION, "状态", "CL_OBS_STATUS"),
    PROGRESS_STATUS(Role.OBSERVATION, "完成状态", "CL_PROGRESS_STATUS"),
    PROVISIONAL(Role.OBSERVATION, "是否初步数", "CL_YES_NO"),
    FORECAST(Role.OBSERVATION, "是否含预计数", "CL_YES_NO"),
    UNIT_MEASURE(Role.SUBJECT, "计量单位", "String"),
    COMPARISON(Role.SUBJECT, "实际与目标如何比较", "CL_COMPARISON"),
    PLAN_SECTION(Role.SUBJECT, "方案中的章节", "String"),
    COVERAGE_COUNTED(Role.OBSERVATION, "计入的单位数", "Integer"),
    COVERAGE_EXPECTED(Role.OBSERVATION, "应报的单位数", "Integer"),
    COVERAGE_PENDING(Role.OBSERVATION, "计入的单位中待核实的个数", "Integer"),
    OFFICIAL_DOCUMENT(Role.OFFICIAL, "核定数的文号", "CL_DOCUMENT"),
    SOURCE_CODE(Role.SUBJECT, "指标在本系统的代码", "String"),
    VINTAGE(Role.OBSERVATION, "数据性质", "CL_VINTAGE"),
    NATURE(Role.DATAFLOW, "数据的法定性质", "CL_NATURE"),
    RUN(Role.OBSERVATION, "哪一次汇总", "String");

    /** What a component is, and for an attribute what it depends on. */
    enum Role {
        DIMENSION,
        TIME,
        MEASURE,
        OBSERVATION,
        /** Depends on the indicator, or on the target. */
        SUBJECT,
        /** Says something about the 核定数 of an observation, where there is one. */
        OFFICIAL,
        DATAFLOW
    }

    private final Role role;
    private final String title;
    private final String representation;

    /** @param representation a code list of ours, or a type of SDMX */
    SdmxComponent(Role role, String title, String representation) {
        this.role = role;
        this.title = title;
        this.representation = representation;
    }

    Role role() {
        return role;
    }

    String title() {
        return title;
    }

    boolean isCoded() {
        return representation.startsWith("CL_");
    }

    String representation() {
        return representation;
    }

    boolean isAttribute() {
        return role != Role.DIMENSION && role != Role.TIME && role != Role.MEASURE;
    }

    /** Whether every observation has it: a 核定数 stands beside few figures, and a share may have no unit. */
    boolean isMandatory() {
        return isAttribute() && role != Role.OFFICIAL && this != UNIT_MEASURE;
    }
}
