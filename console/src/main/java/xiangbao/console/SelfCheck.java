package xiangbao.console;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import xiangbao.jobs.outcomes.FileAnswer;
import xiangbao.jobs.outcomes.FindingAnswer;
import xiangbao.jobs.rehearsal.Rehearsal;
import xiangbao.readers.excel.WorkbookOpener;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.findings.Severity;

/**
 * The county's audit on a clerk's own machine: the files given are looked at together, so that relations between their forms and periods are decided; what
 * only the county's store knows stays undecided.
 */
final class SelfCheck {
    /** So many folders may lie between that of the unit and the file. */
    private static final int DEEPEST = 3;

    private final Definitions definitions;
    private final Rehearsal rehearsal;

    SelfCheck(Definitions definitions, Clock clock) {
        this.definitions = definitions;
        this.rehearsal = new Rehearsal(definitions, LocalDateTime.now(clock));
    }

    List<FileAnswer> check(List<Path> files) {
        List<Rehearsal.Exhibit> exhibits = new ArrayList<>();
        for (Path file : files) {
            Path absolute = file.toAbsolutePath().normalize();
            if (Files.exists(absolute, LinkOption.NOFOLLOW_LINKS)) {
                exhibits.add(new Rehearsal.Exhibit(absolute, inboxPath(absolute), sha256(absolute)));
            }
        }
        List<FileAnswer> judged = rehearsal.answers(exhibits);
        List<FileAnswer> answers = new ArrayList<>();
        int next = 0;
        for (Path file : files) {
            boolean given = next < exhibits.size()
                    && exhibits.get(next).file().equals(file.toAbsolutePath().normalize());
            answers.add(given ? named(file, judged.get(next++)) : missing(file));
        }
        return answers;
    }

    /** The answer under the name that was given. */
    private static FileAnswer named(Path file, FileAnswer answer) {
        return new FileAnswer(
                file.toString(),
                "".equals(answer.sha256()) ? null : answer.sha256(),
                answer.outcome(),
                answer.standing(),
                answer.submissions(),
                answer.findings(),
                answer.feedback());
    }

    private static FileAnswer missing(Path file) {
        Finding finding =
                Finding.of("NOT-A-FILE", Severity.MANDATORY, "没有这个文件").saying("“" + file + "”不存在。", "请检查文件名和路径。");
        return new FileAnswer(
                file.toString(),
                null,
                Outcome.UNREADABLE,
                List.of(),
                List.of(new FindingAnswer(finding.code(), finding)),
                null);
    }

    /** As in the inbox, from the folder of the unit on, where there is one: its name and those below it must not contradict the sheet. */
    private String inboxPath(Path absolute) {
        int last = absolute.getNameCount() - 1;
        for (int index = last - 1; index >= Math.max(0, last - DEEPEST); index--) {
            if (namesUnit(absolute.getName(index).toString())) {
                return absolute.subpath(index, last + 1).toString().replace('\\', '/');
            }
        }
        return last < 0 ? absolute.toString() : absolute.getName(last).toString();
    }

    private boolean namesUnit(String folder) {
        return definitions.units().all().stream().anyMatch(unit -> unit.isCalled(folder));
    }

    /** Empty for what is no file and for one too large to be read: its digest would take longer than the answer. */
    private static String sha256(Path file) {
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    || WorkbookOpener.refusal(Files.size(file)).isPresent()) {
                return "";
            }
        } catch (IOException gone) {
            return "";
        }
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digesting = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            byte[] buffer = new byte[1 << 16];
            int count = 0;
            while (count >= 0) {
                count = digesting.read(buffer);
            }
            return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
        } catch (IOException | NoSuchAlgorithmException e) {
            return "";
        }
    }
}
