package xiangbao.jobs.worker;

import xiangbao.jobs.workspace.TroubleException;

/** The office was asked to stop before the work was done. */
public final class OfficeStoppedException extends TroubleException {
    private static final long serialVersionUID = 1L;

    public OfficeStoppedException() {
        super("已按要求停下。做完的部分都已保存，没有做完的下次运行会接着做。", null);
    }
}
