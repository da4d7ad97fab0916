package xiangbao.jobs.feedback;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import xiangbao.statistics.findings.Outcome;

/** What the answers to a file are called, and the folder that they lie in. */
final class AnswerNames {
    private static final int LONGEST_NAME = 150;
    private static final String RECEIPT = "暂存回执";
    /** What stands behind the clerk's own name when one of our answers comes back. */
    private static final Pattern ANSWERED =
            Pattern.compile("(?:_(?:退回|待核实|审核说明|无法识别|" + RECEIPT + ")_第\\d+次(?:_审核结果|_" + RECEIPT + ")?)+$");

    private AnswerNames() {}

    /** The unit's own, as far as it is known. */
    static String folder(FileStates.FileState file) {
        Optional<String> unit = file.forms().stream()
                .map(FileStates.FormState::unitName)
                .filter(name -> !name.isEmpty())
                .findFirst();
        String path = file.row().path();
        int slash = path.indexOf('/');
        return safeName(unit.orElse(slash > 0 ? path.substring(0, slash) : "未识别单位"), 60);
    }

    /** The clerk's own name and what the answer is, without its number. */
    static String stem(FileStates.FileState file) {
        String name = file.fileName();
        int dot = name.lastIndexOf('.');
        String own = dot > 0 ? name.substring(0, dot) : name;
        FileStates.FileState rest = file.withoutHeld();
        Outcome outcome = file.held().isEmpty() || rest.needsAnswer() ? rest.told() : Outcome.HELD;
        String word = switch (outcome) {
            case HELD -> RECEIPT;
            case UNREADABLE -> "无法识别";
            case PENDING_EXPLANATION -> "待核实";
            case IGNORED, DUPLICATE, ACCEPTED -> "审核说明";
            default -> "退回";
        };
        return safeName(ANSWERED.matcher(own).replaceFirst(""), LONGEST_NAME) + "_" + word;
    }

    /** A name that every file system takes, at most so many bytes long. */
    static String safeName(String name, int bytes) {
        StringBuilder safe = new StringBuilder();
        int used = 0;
        for (int index = 0; index < name.length(); ) {
            int point = name.codePointAt(index);
            index += Character.charCount(point);
            String one = Character.isISOControl(point) || "\\/:*?\"<>|".indexOf(point) >= 0
                    ? "_"
                    : Character.toString(point);
            used += one.getBytes(StandardCharsets.UTF_8).length;
            if (used > bytes) {
                break;
            }
            safe.append(one);
        }
        String plain = safe.toString().strip();
        return plain.isEmpty() || plain.chars().allMatch(point -> point == '.') ? "_" : plain;
    }

    /** Whether an answer is a receipt and nothing else. */
    static boolean isReceipt(String name) {
        return name.matches(".*_" + RECEIPT + "_第\\d+次");
    }

    /** The name of the receipt that goes with a return; receipts by themselves are numbered otherwise. */
    static String receiptBeside(String name) {
        return name + "_" + RECEIPT;
    }
}
