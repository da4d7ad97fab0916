package xiangbao.jobs.backup;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import xiangbao.jobs.operations.OperatorAction;
import xiangbao.statistics.text.DateText;

/**
 * What a backup holds, once it was taken or restored.
 *
 * @param file where the backup lies
 * @param size its bytes
 * @param madeAt the instant that it shows
 * @param programVersion of the program that took it
 * @param database the kind of database that it was taken from
 * @param rows of all tables
 * @param files beside the database
 * @param notes what the operator should know, such as what was left out
 */
public record BackupAnswer(
        Path file,
        long size,
        LocalDateTime madeAt,
        String programVersion,
        String database,
        long rows,
        int files,
        List<String> notes) {
    public BackupAnswer {
        notes = List.copyOf(notes);
    }

    /** How the operator log says that it ended. */
    public OperatorAction.End end() {
        return OperatorAction.End.good("数据 " + rows() + " 行，文件 " + files() + " 个，截至 " + DateText.moment(madeAt()));
    }
}
