package xiangbao.jobs.operations;

import xiangbao.jobs.store.StoredCause;

/**
 * Who had something done, in what way, and why.
 *
 * @param actor the person's name where it is set, otherwise {@code <user>@<host>}, for a command, {@code serve} for a schedule
 * @param reason in the actor's own words; empty where none is asked for
 */
public record Cause(Kind kind, String actor, String reason) {
    /** In what way it came about. */
    public enum Kind {
        COMMAND("命令"),
        SCHEDULE("定时"),
        RERUN("重算"),
        SEAL("定案"),
        CORRECTION("更正"),
        UNSEAL("解除定案"),
        ACCEPTANCE("认可说明"),
        QUESTION("追问"),
        REFUSAL("退回待核实"),
        WAIVER("不审");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    public StoredCause stored() {
        return new StoredCause(kind.name(), actor, reason);
    }

    public static Cause of(StoredCause stored) {
        return new Cause(Kind.valueOf(stored.kind()), stored.actor(), stored.reason());
    }

    /** Who it was, for those who read no names of accounts and machines; what is signed by hand leaves room for an unnamed one. */
    public static String person(String actor, String unnamed) {
        return actor.contains("@") || actor.equals("?") ? unnamed : actor;
    }

    /** 张三, or the county's clerk where nobody has set a name. */
    public static String person(String actor) {
        return person(actor, "县级经办人");
    }

    /** A person's command that needs no reason. */
    public static Cause command(String actor) {
        return new Cause(Kind.COMMAND, actor, "");
    }
}
