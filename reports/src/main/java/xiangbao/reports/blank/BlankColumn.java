package xiangbao.reports.blank;

/**
 * A column of a blank sheet.
 *
 * @param number as printed below the heading: 甲, 乙, 1, 2
 */
record BlankColumn(String group, String heading, String number, double width) {
    /** One that stands apart at the right, with figures that were reported before. */
    static BlankColumn reference(String heading, double width) {
        return new BlankColumn("", heading + "（参考）", "", width);
    }

    BlankColumn wider(double more) {
        return new BlankColumn(group, heading, number, width + more);
    }
}
