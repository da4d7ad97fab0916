package xiangbao.jobs.workspace;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Optional;
import org.flywaydb.core.api.exception.FlywayValidateException;
import xiangbao.jobs.store.ConnectionTrouble;
import xiangbao.jobs.store.Transience;

/** Puts into a sentence what an operator can do something about: a full disk, a folder that may not be written, a database that went away. */
public final class Troubles {
    private Troubles() {}

    public static Optional<String> sentence(Throwable failure) {
        int depth = 0;
        for (Throwable one = failure; one != null && depth++ < 50; one = one.getCause()) {
            String text = String.valueOf(one.getMessage()).toLowerCase(Locale.ROOT);
            if (text.contains("no space left") || text.contains("disk quota") || text.contains("disk full")) {
                return Optional.of("磁盘已满" + where(one) + "，没有地方写了。请腾出空间。");
            }
            if (one instanceof AccessDeniedException || text.contains("read-only file system")) {
                return Optional.of("文件夹或文件不可写" + where(one) + "。请检查权限。");
            }
            if (one instanceof FlywayValidateException) {
                return Optional.of("数据库的结构与这个版本的程序不符，可能由别的版本升级过。请改用原来的版本，或从备份恢复到新的工作目录。");
            }
            if (one instanceof IOException && text.contains("file too large")) {
                return Optional.of("文件超过了系统允许的大小" + where(one) + "。请检查磁盘配额和系统限制。");
            }
        }
        if (Transience.passes(failure)) {
            return Optional.of("数据库没有应答或中途断开，多次重试仍不成功。请检查数据库服务和网络。");
        }
        return ConnectionTrouble.in(failure)
                .map(trouble -> "数据库没有做这一步：" + trouble.advice() + "。")
                .or(() -> ConnectionTrouble.number(failure).map(number -> number + "，原因见数据库的日志。"));
    }

    /** The same in any case: what nothing is known about is called by its kind. */
    public static String shown(Throwable failure) {
        return failure instanceof NoSuchFileException
                ? "文件夹或文件不在" + where(failure) + "。请检查磁盘或共享盘。"
                : sentence(failure).orElse("程序出错（" + failure.getClass().getSimpleName() + "），详情见日志。");
    }

    private static String where(Throwable failure) {
        return failure instanceof FileSystemException file && file.getFile() != null ? "（" + file.getFile() + "）" : "";
    }
}
