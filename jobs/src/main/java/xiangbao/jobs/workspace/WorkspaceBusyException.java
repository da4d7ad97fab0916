package xiangbao.jobs.workspace;

import java.nio.file.Path;

/** Another process works in the workspace and did not finish while we waited. */
public final class WorkspaceBusyException extends TroubleException {
    private static final long serialVersionUID = 1L;

    WorkspaceBusyException(Path workspace) {
        super("工作目录“" + workspace + "”正由另一个进程使用，请稍后再试。", null);
    }
}
