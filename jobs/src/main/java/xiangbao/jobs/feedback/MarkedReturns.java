package xiangbao.jobs.feedback;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xiangbao.jobs.store.operations.Effect;
import xiangbao.jobs.workspace.Archive;
import xiangbao.jobs.workspace.Workspace;
import xiangbao.reports.returns.Feedback;
import xiangbao.reports.returns.ReturnLetter;
import xiangbao.statistics.findings.Finding;

/** Writes the returns of a file: its workbook with marks, or the same in plain text where the workbook cannot be marked. */
final class MarkedReturns {
    private static final Logger LOG = LoggerFactory.getLogger(MarkedReturns.class);

    private final Archive archive;
    private final Feedback feedback;
    private final ReturnLetters letters;

    MarkedReturns(Archive archive, Feedback feedback, ReturnLetters letters) {
        this.archive = archive;
        this.feedback = feedback;
        this.letters = letters;
    }

    List<Path> write(Effect effect, FileStates.FileState file, Path folder) throws IOException {
        String sha256 = file.row().sha256();
        ReturnLetter letter = letters.of(effect, file);
        if (sha256 != null && Files.exists(archive.file(sha256))) {
            try {
                return feedback.write(letter, archive.file(sha256), folder, effect.name());
            } catch (RuntimeException | OutOfMemoryError | StackOverflowError failure) {
                // an answer in plain text is better than none, and the other files must get theirs
                LOG.error("marking {} failed", file.row().path(), failure);
                Workspace.delete(folder);
                Files.createDirectories(folder);
            }
        }
        Path note = folder.resolve(effect.name() + ".txt");
        Files.writeString(note, text(letter), StandardCharsets.UTF_8);
        return List.of(note);
    }

    private static String text(ReturnLetter letter) {
        StringBuilder text = new StringBuilder()
                .append(letter.unitName())
                .append(" ")
                .append(letter.fileName())
                .append("：")
                .append(letter.outcome().title())
                .append("\n收到时间：")
                .append(letter.received())
                .append("\n\n");
        letter.fileFindings().forEach(finding -> append(text, finding));
        letter.forms().forEach(form -> {
            text.append(form.form()).append("：").append(form.outcome().title()).append("\n");
            form.findings().forEach(finding -> append(text, finding));
        });
        return text.toString();
    }

    private static void append(StringBuilder text, Finding finding) {
        text.append(finding.message()).append("\n    ").append(finding.remedy()).append("\n");
    }
}
