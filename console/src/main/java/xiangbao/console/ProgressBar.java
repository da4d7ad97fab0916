package xiangbao.console;

import java.util.Map;
import xiangbao.jobs.worker.RunListener;

/** Shows how far a run has come, on one line of the terminal. */
final class ProgressBar implements RunListener {
    private static final int WIDTH = 30;
    private static final Map<String, String> STEPS =
            Map.of("collect", "收集", "review", "审核", "aggregate", "汇总", "report", "制表");
    private final Terminal terminal;
    private String shown = "";

    ProgressBar(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public synchronized void advanced(String step, int done, int total) {
        int filled = total <= 0 ? 0 : (int) Math.min(WIDTH, (long) done * WIDTH / total);
        String line = STEPS.getOrDefault(step, step) + " [" + "█".repeat(filled) + "·".repeat(WIDTH - filled) + "] "
                + done + (total > 0 ? "/" + total : "");
        if (!line.equals(shown)) {
            shown = line;
            terminal.messages().print("\r" + line + "   ");
            if (total > 0 && done >= total) {
                terminal.messages().println();
            }
        }
    }
}
