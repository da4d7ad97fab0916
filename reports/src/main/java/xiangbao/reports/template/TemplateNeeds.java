package xiangbao.reports.template;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What templates must have. */
public interface TemplateNeeds {
    void sheet(String template, String sheet, List<String> anchors);

    /** A sheet that is no longer used. */
    void without(String template, String sheet, String instead);

    /**
     * A letter that has no other tokens than these.
     *
     * @param markers become paragraphs
     * @param words are filled in
     * @param told are filled in and say of what: of the first for certain, and perhaps of the others
     * @param everyPage a text that every footer must have
     */
    void letter(
            String template, Set<String> markers, Set<String> words, Map<String, List<Named>> told, String everyPage);

    /** Which tokens may stand on a sheet; another one could not be filled. */
    void tokens(String template, String sheet, Set<String> known);

    /** The tokens of several parts of a sheet. */
    @SafeVarargs
    static Set<String> union(Collection<String>... parts) {
        Set<String> all = new LinkedHashSet<>();
        for (Collection<String> part : parts) {
            all.addAll(part);
        }
        return Collections.unmodifiableSet(all);
    }

    /** What a template can name that the configuration describes. */
    enum Named {
        TARGET(" plan.yaml 里的目标代码（如 S01）"),
        INDICATOR("启用的报表里的指标（如 平31-1:05.1、平31-1:普及率）");

        private final String title;

        Named(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }
}
