package xiangbao.console;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import xiangbao.jobs.workspace.ConfigurationMistakesException;
import xiangbao.jobs.workspace.DatabaseUnreachableException;
import xiangbao.jobs.workspace.OrderMistakeException;
import xiangbao.jobs.workspace.SettingsException;
import xiangbao.jobs.workspace.TroubleException;
import xiangbao.jobs.workspace.Troubles;
import xiangbao.jobs.workspace.UnusableBackupException;

/** Turns whatever ends a command into a sentence and an exit code; the stack trace goes to the log only. */
final class Failures implements IExecutionExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private final Terminal terminal;

    Failures(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        if (failure instanceof DoneElsewhere done) {
            return done.exit();
        }
        if (failure instanceof ConfigurationMistakesException mistakes) {
            terminal.message("配置有 " + mistakes.mistakes().size() + " 处错误，改正以后再运行：");
            mistakes.mistakes().forEach(terminal::message);
            return Xiangbao.WRONG_USAGE;
        }
        if (failure instanceof UsageException
                || failure instanceof OrderMistakeException
                || failure instanceof UnusableBackupException
                || failure instanceof SettingsException) {
            terminal.message(String.valueOf(failure.getMessage()));
            return Xiangbao.WRONG_USAGE;
        }
        if (failure instanceof TroubleException || failure instanceof DatabaseUnreachableException) {
            terminal.message(String.valueOf(failure.getMessage()));
            return Xiangbao.FAILED;
        }
        LOG.debug("command failed", failure);
        String known = Troubles.sentence(failure).orElse(null);
        if (known != null) {
            terminal.message(known + "已经完成的部分不会丢失，处理好以后重新运行同一命令即可。");
            return Xiangbao.FAILED;
        }
        terminal.message("运行失败：" + reason(failure) + "。已经完成的部分不会丢失，排除原因后重新运行同一命令即可。");
        return Xiangbao.FAILED;
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return cause.getClass().getSimpleName()
                + (message == null || message.isBlank()
                        ? ""
                        : "（" + message.lines().findFirst().orElse("") + "）");
    }
}
