package xiangbao.statistics.workbooks;

import xiangbao.statistics.submissions.CellReference;

/**
 * 审核说明: what a clerk wrote beside a finding in the sheet 审核结果 of his return.
 *
 * @param finding id of the finding, as the hidden column has it; empty where that was lost
 * @param code of the finding, as printed before its text; empty where that was lost
 * @param place of the finding, as printed
 * @param text in one line
 * @param cell where it was written
 */
public record Explanation(String finding, String code, String place, String text, CellReference cell) {}
