package xiangbao.reports.signatures;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import xiangbao.statistics.submissions.Filing;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.submissions.Submission;

/**
 * 数据摘要 of a submission, which is printed where it is signed: whoever has the figures can compute it again.
 *
 * <p>It is the SHA-256, in lower-case hexadecimal, of a text in UTF-8 whose lines all end in a line feed. The first four lines are {@code 表号=平31-1},
 * {@code 单位=430626111}, {@code 报告期=2026-Q3} and {@code 次数=1}; where something else than 有数 is declared, a fifth one is {@code 填报情况=零报告} or
 * {@code 填报情况=不适用}. Then there is a line for each figure, in the order of their characters' code points: the
 * key of the ledger's line (empty in a matrix), {@code |}, row and column such as {@code 05.1} or the column of a ledger, {@code =}, and what was reported. A
 * number is written as a plain decimal without needless zeros, a day as {@code 2026-09-30}, a text as it is, but without blanks at its
 * ends and with every run of spaces, tabs, line breaks and control characters as one space;
 * nothing is written where nothing was reported, — for what is not applicable, and {@code 预计 } goes before a forecast. The file's name and format are no part of it.
 */
public final class SubmissionDigest {
    private SubmissionDigest() {}

    public static String of(Submission submission) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text(submission).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What is digested. */
    static String text(Submission submission) {
        StringBuilder text = new StringBuilder()
                .append("表号=")
                .append(submission.key().form())
                .append("\n单位=")
                .append(submission.key().unit())
                .append("\n报告期=")
                .append(submission.key().period())
                .append("\n次数=")
                .append(submission.round())
                .append('\n');
        if (submission.filing() != Filing.FIGURES) {
            text.append("填报情况=").append(submission.filing().title()).append('\n');
        }
        List<String> lines = submission.observations().stream()
                .map(one -> flat(one.line()) + "|" + one.indicator().item() + "=" + said(one))
                .sorted(SubmissionDigest::byCodePoints)
                .toList();
        lines.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    private static int byCodePoints(String one, String other) {
        return java.util.Arrays.compare(
                one.codePoints().toArray(), other.codePoints().toArray());
    }

    private static String said(Observation one) {
        return switch (one.status()) {
            case REPORTED -> value(one);
            case FORECAST -> "预计 " + value(one);
            case MISSING -> "";
            case NOT_APPLICABLE -> "—";
            case UNREADABLE -> "无法识别";
        };
    }

    private static String value(Observation one) {
        if (one.number() != null) {
            return one.number().signum() == 0
                    ? "0"
                    : one.number().stripTrailingZeros().toPlainString();
        }
        return flat(one.text() == null ? one.raw() : one.text());
    }

    private static String flat(String text) {
        return text.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
    }
}
