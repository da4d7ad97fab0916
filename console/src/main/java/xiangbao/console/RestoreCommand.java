package xiangbao.console;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import xiangbao.jobs.Restoring;
import xiangbao.jobs.answers.BackupJson;
import xiangbao.jobs.backup.BackupAnswer;
import xiangbao.jobs.backup.BackupOrder;
import xiangbao.jobs.operations.Cause;

/** {@code xiangbao restore}: a backup into an empty workspace and an empty database. */
@Command(name = "restore", description = "恢复：把备份放进空的工作目录和空的数据库（内置数据库与 MySQL 可以互换）。", sortOptions = false)
final class RestoreCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Place place;

    @Parameters(paramLabel = "文件", description = "backup 生成的文件")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Override
    public Integer call() {
        BackupAnswer answer = Restoring.restore(place.settings(), new BackupOrder(file, Cause.command(place.actor())));
        if (place.json()) {
            place.terminal().json(BackupJson.of(answer));
        } else {
            new Screen(place.terminal()).restored(answer, place.workspace());
        }
        return answer.notes().isEmpty() ? 0 : Xiangbao.ATTENTION;
    }
}
