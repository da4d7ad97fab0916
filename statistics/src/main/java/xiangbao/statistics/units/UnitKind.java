package xiangbao.statistics.units;

/** What a reporting unit is. */
public enum UnitKind {
    COUNTY("县"),
    SUBDISTRICT("街道"),
    TOWN("镇"),
    TOWNSHIP("乡"),
    DEPARTMENT("县直部门"),
    /** 园艺场, 林场 and the like, which report without being in the code table. */
    OTHER("其他");

    private final String title;

    UnitKind(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** 乡级: 街道, 镇 and 乡. */
    public boolean isTownshipLevel() {
        return this == SUBDISTRICT || this == TOWN || this == TOWNSHIP;
    }

    /** Whether such units together make up the county, so that their figures add up to its own: neither the county itself nor its departments. */
    public boolean isMemberOfCounty() {
        return this != COUNTY && this != DEPARTMENT;
    }
}
