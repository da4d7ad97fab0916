package xiangbao.readers.excel.xlsx;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.excel.workbook.Rejection;
import xiangbao.readers.excel.workbook.Unreadable;

/**
 * A link from one part of a package to another, or out of it.
 *
 * @param type the last segment of the relation's type, which transitional and strict files share
 */
record Relation(String id, String type, String target, boolean external) {
    /** The relation to a part of which there may be one at most. */
    static @Nullable Relation only(List<Relation> relations, String type, String title) throws Unreadable {
        List<Relation> found = relations.stream()
                .filter(relation -> relation.type().equals(type) && !relation.external())
                .toList();
        if (found.size() > 1) {
            throw new Unreadable(Rejection.damaged(title + "不止一个，无法判断以哪一个为准"));
        }
        return found.isEmpty() ? null : found.get(0);
    }

    /** The name of the part that it leads to from another one; it never leads out of the package. */
    String resolved(String source) throws Unreadable {
        Deque<String> segments = new ArrayDeque<>();
        String slashed = target.replace('\\', '/');
        if (!slashed.startsWith("/")) {
            String[] folders = source.split("/", -1);
            for (int index = 0; index < folders.length - 1; index++) {
                segments.addLast(folders[index]);
            }
        }
        for (String segment : slashed.split("/", -1)) {
            if (segment.equals("..")) {
                if (segments.pollLast() == null) {
                    throw new Unreadable(Rejection.slip());
                }
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        return String.join("/", segments);
    }
}
