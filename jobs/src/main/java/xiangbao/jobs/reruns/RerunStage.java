package xiangbao.jobs.reruns;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a rerun starts; everything after it follows. */
public enum RerunStage {
    /** 审核: the stored submissions are judged again. */
    REVIEW("审核"),
    /** 汇总: a run over what counts today. */
    AGGREGATE("汇总"),
    /** 报表: the latest run is printed again as it stands. */
    REPORT("报表");

    private final String title;

    RerunStage(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** As written in a command: review, aggregate, report. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<RerunStage> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
