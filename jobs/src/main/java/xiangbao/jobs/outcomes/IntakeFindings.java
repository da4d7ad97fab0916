package xiangbao.jobs.outcomes;

import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Severity;

/** Findings of the intake itself, which needs the day and the other files to see them. */
public final class IntakeFindings {
    private IntakeFindings() {}

    public static Finding ambiguousRound() {
        return finding(
                "AMBIGUOUS-ROUND",
                "",
                "同一张表同时收到两份不同的内容",
                "",
                "同一单位、同一报告期的这张表同时收到内容不同的两份，表上的“第n次报送”分不出先后，两份都未采用。",
                "请只保留正确的一份，或在表头写明“第n次报送”后重新报送。");
    }

    public static Finding unreadable(String reason) {
        return finding(
                "READ-FAILED",
                "",
                "文件无法读取",
                reason,
                "文件无法读取，其中的报表没有收下。",
                "请在 WPS 或 Excel 中打开并另存为 .xlsx 后重新报送；仍不行请联系县统计局。");
    }

    /** Not the clerk's fault, and not to be counted in silence. */
    public static Finding auditFailed(String reason) {
        return Finding.of("AUDIT-FAILED", Severity.QUERY, "审核未能完成")
                .reported(reason)
                .saying("系统审核这张表时出错，尚未审核完。", "不需要改表，请联系县统计局。");
    }

    private static Finding finding(
            String code, String instance, String title, String actual, String message, String remedy) {
        return Finding.of(code, Severity.MANDATORY, title)
                .forInstance(instance)
                .reported(actual)
                .saying(message, remedy);
    }
}
