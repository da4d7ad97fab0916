package xiangbao.reports.export;

/**
 * 核定数 beside a figure or a target: what a document states.
 *
 * @param value a plain decimal, in the unit of measurement of what it stands beside
 * @param document 文号
 */
public record OfficialValue(String value, String document) {}
