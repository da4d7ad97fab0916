package xiangbao.console;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import xiangbao.jobs.Office;
import xiangbao.jobs.answers.BackupJson;
import xiangbao.jobs.backup.BackupAnswer;
import xiangbao.jobs.backup.BackupOrder;
import xiangbao.jobs.backup.Backups;
import xiangbao.jobs.operations.Cause;

/** {@code xiangbao backup}: everything in one file, while the office goes on working. */
@Command(name = "backup", description = "备份：数据库、原件、退回件、报表和配置，合成一个文件；不用停机。", sortOptions = false)
final class BackupCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Place place;

    @Parameters(paramLabel = "文件", description = "备份写到哪里，如 /backup/乡报_20261010.zip；不能已经存在")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Override
    public Integer call() {
        try (Office office = place.standingOffice()) {
            BackupAnswer answer =
                    office.entry(Backups.class).backup(new BackupOrder(file, Cause.command(place.actor())));
            if (place.json()) {
                place.terminal().json(BackupJson.of(answer));
            } else {
                new Screen(place.terminal()).backup(answer);
            }
            return answer.notes().isEmpty() ? 0 : Xiangbao.ATTENTION;
        }
    }
}
