package xiangbao.readers.excel.xlsx;

import org.jspecify.annotations.Nullable;
import xiangbao.readers.excel.limits.ReadingBudget;
import xiangbao.readers.excel.workbook.Unreadable;

/** Pays for names of elements and attributes: a parser's table of them is slow when it is large. Nearly all names were paid for before. */
final class NameAccount {
    private static final int REMEMBERED = 128;

    private final ReadingBudget budget;
    /** Names that were paid for, by a short hash. */
    private final String[] names = new String[REMEMBERED];

    private final String[] prefixes = new String[REMEMBERED];

    NameAccount(ReadingBudget budget) {
        this.budget = budget;
    }

    void pay(@Nullable String prefix, String name) throws Unreadable {
        int place = name.hashCode() & REMEMBERED - 1;
        if (names[place] == name && prefixes[place] == prefix) {
            return;
        }
        names[place] = name;
        prefixes[place] = prefix;
        budget.name(prefix == null || prefix.isEmpty() ? name : prefix + ":" + name);
    }
}
