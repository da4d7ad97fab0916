package xiangbao.statistics.plan;

import java.util.Optional;

/** How the plan words a target, which decides how it is judged. */
public enum Wording {
    /** 确保、达到、保持在……以上: a threshold at every check date. */
    THRESHOLD("确保"),
    /** 完成、全覆盖: the whole task. */
    COMPLETION("完成"),
    /** 扩大、提升、高于: strictly above last year or above comparators. */
    ABOVE("高于"),
    /** 争取、力争: shown, never failed. */
    EFFORT("争取"),
    /** Steps to be reached by dates. */
    MILESTONE("节点"),
    /** For information only, such as a target shared with another county. */
    INFORMATION("参考");

    private final String title;

    Wording(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public static Optional<Wording> titled(String title) {
        for (Wording wording : values()) {
            if (wording.title.equals(title)) {
                return Optional.of(wording);
            }
        }
        return Optional.empty();
    }
}
