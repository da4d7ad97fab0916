package xiangbao.reports.export;

/** The columns of an observation in the order of the data structure: dimensions, the measure, attributes. */
enum SdmxComponent {
    FREQ(Role.DIMENSION, "频率", "CL_FREQ"),
    REF_AREA(Role.DIMENSION, "全县或填报单位", "CL_REF_AREA"),
    FORM(Role.DIMENSION, "报表", "CL_FORM"),
    INDICATOR(Role.DIMENSION, "指标", "CL_INDICATOR"),
    TIME_PERIOD(Role.TIME, "报告期", "ObservationalTimePeriod"),
    OBS_VALUE(Role.MEASURE, "数值", "Decimal"),
    OBS_STATUS(Role.OBSERVATION, "状态", "CL_OBS_STATUS"),
    FORECAST(Role.OBSERVATION, "是否含预计数", "CL_YES_NO"),
    UNIT_MEASURE(Role.INDICATOR, "计量单位", "String"),
    COVERAGE_COUNTED(Role.OBSERVATION, "计入的单位数", "Integer"),
    COVERAGE_EXPECTED(Role.OBSERVATION, "应报的单位数", "Integer"),
    COVERAGE_PENDING(Role.OBSERVATION, "计入的单位中待核实的个数", "Integer"),
    SOURCE_CODE(Role.INDICATOR, "指标在本系统的代码", "String"),
    VINTAGE(Role.DATAFLOW, "数据性质", "CL_VINTAGE"),
    NATURE(Role.DATAFLOW, "数据的法定性质", "CL_NATURE"),
    RUN(Role.DATAFLOW, "哪一次汇总", "String");

    /** What a component is, and for an attribute what it depends on. */
    enum Role {
        DIMENSION,
        TIME,
        MEASURE,
        OBSERVATION,
        INDICATOR,
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
        return role == Role.OBSERVATION || role == Role.INDICATOR || role == Role.DATAFLOW;
    }
}
