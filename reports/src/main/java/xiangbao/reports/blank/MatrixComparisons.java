package xiangbao.reports.blank;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.forms.Row;
import xiangbao.statistics.submissions.Observation;

/** The comparison columns of a matrix, such as 上年同期, and what was reported then. */
final class MatrixComparisons {
    private static final List<String> YEAR_EARLIER = List.of("上年同期", "去年同期");
    private static final List<String> EARLIER = List.of("上期", "上季", "上月");

    private final BlankForm blank;
    private final Form form;
    private final Map<Column, Map<IndicatorCode, Observation>> compared;

    MatrixComparisons(BlankForm blank) {
        this.blank = blank;
        this.form = blank.form();
        this.compared = compared();
    }

    /** Empty where the row has no such figure, or none was reported. */
    Optional<Observation> of(Row row, Column comparison) {
        Map<IndicatorCode, Observation> then = compared.getOrDefault(comparison, Map.of());
        return counterpart(comparison)
                .filter(row::has)
                .map(data -> then.get(IndicatorCode.ofCell(form.code(), row.code(), data.code())));
    }

    /** For each comparison column, what stands in it by the code of the figure that it is compared with. */
    private Map<Column, Map<IndicatorCode, Observation>> compared() {
        Map<Column, Map<IndicatorCode, Observation>> found = new LinkedHashMap<>();
        for (Column column : form.columns()) {
            PastRound round = comparedWith(column);
            if (round != null) {
                Map<IndicatorCode, Observation> byCode = new LinkedHashMap<>();
                round.observations().forEach(observation -> byCode.putIfAbsent(observation.indicator(), observation));
                found.put(column, byCode);
            }
        }
        return found;
    }

    private @Nullable PastRound comparedWith(Column column) {
        if (!column.comparison()) {
            return null;
        }
        if (YEAR_EARLIER.stream().anyMatch(column.title()::startsWith)) {
            return blank.yearEarlier();
        }
        return EARLIER.stream().anyMatch(column.title()::startsWith) ? blank.previous() : null;
    }

    /** The data column of which a comparison column shows the earlier figure: 上年同期面积 that of 面积. */
    private Optional<Column> counterpart(Column comparison) {
        String title = comparison.title();
        for (List<String> words : List.of(YEAR_EARLIER, EARLIER)) {
            for (String word : words) {
                if (title.startsWith(word)) {
                    String what = title.substring(word.length());
                    return form.dataColumns().stream()
                            .filter(column -> column.title().equals(what)
                                    || column.aliases().contains(what))
                            .findFirst();
                }
            }
        }
        return Optional.empty();
    }
}
