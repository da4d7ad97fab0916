package xiangbao.jobs.answers;

import java.nio.file.Path;
import java.util.List;
import xiangbao.jobs.backup.BackupAnswer;

/** A backup that was made or taken back. */
public record BackupJson(
        Path file,
        long bytes,
        String madeAt,
        String program,
        String database,
        long rows,
        int files,
        List<String> notes) {
    public static BackupJson of(BackupAnswer answer) {
        return new BackupJson(
                answer.file(),
                answer.size(),
                answer.madeAt().toString(),
                answer.programVersion(),
                answer.database(),
                answer.rows(),
                answer.files(),
                answer.notes());
    }
}
