package xiangbao.console;

import xiangbao.jobs.Office;

/** On SIGTERM or Ctrl-C lets the work at hand come to its next chunk or step, before the process ends. */
final class GracefulStop implements AutoCloseable {
    private final Thread hook;

    private GracefulStop(Thread hook) {
        this.hook = hook;
    }

    static GracefulStop of(Office office, Terminal terminal) {
        if (office.isServing()) {
            // the process is not the command's: it stops by itself
            return new GracefulStop(new Thread());
        }
        Thread hook = new Thread(
                () -> {
                    terminal.message("收到停止信号，正在停到最近的一步，请稍候……");
                    office.close();
                    terminal.message("已停下。做完的部分都已保存，没有做完的下次运行会接着做。");
                },
                "graceful stop");
        Runtime.getRuntime().addShutdownHook(hook);
        return new GracefulStop(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException stopping) {
            // the hook is at work: it says what has to be said
        }
    }
}
