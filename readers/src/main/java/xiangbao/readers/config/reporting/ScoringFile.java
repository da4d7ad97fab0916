package xiangbao.readers.config.reporting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import xiangbao.readers.config.documents.Section;
import xiangbao.readers.config.documents.YamlValue;
import xiangbao.readers.config.units.UnitDirectory;
import xiangbao.readers.config.units.UnitSelectors;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.scoring.RankedGroup;
import xiangbao.statistics.scoring.RateBasis;
import xiangbao.statistics.scoring.Scoring;
import xiangbao.statistics.text.Spelling;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitSelector;

/** {@code scoring.yaml}: 报送评分 and 考核范围. Where there is no such file, and for each key that it does not have, the usual rules hold. */
public final class ScoringFile {
    public static final String NAME = "scoring.yaml";
    static final List<String> KEYS =
            List.of("by", "full", "late", "missing", "returned", "least", "groups", "unscored");
    static final Map<String, RateBasis> BASES = YamlValue.titled(RateBasis.values(), RateBasis::title);
    static final List<String> GROUP_KEYS = List.of("title", "units");

    private static final BigDecimal MOST = BigDecimal.valueOf(1000);

    private final Section section;
    private final UnitDirectory names;
    private final List<ReportingUnit> units;

    private ScoringFile(Section section, UnitDirectory names, List<ReportingUnit> units) {
        this.section = section;
        this.names = names;
        this.units = units;
    }

    public static Scoring read(
            YamlValue root, UnitDirectory names, List<ReportingUnit> units, Collection<FormCode> forms) {
        ScoringFile file = new ScoringFile(new Section(root, KEYS), names, units);
        RateBasis by =
                file.section.value("by").flatMap(value -> value.choice(BASES)).orElse(Scoring.USUAL.by());
        Scoring usual = by == RateBasis.PIECE ? Scoring.USUAL_BY_PIECE : Scoring.USUAL;
        BigDecimal full = file.points("full", usual.full());
        BigDecimal least = file.points("least", usual.least());
        if (least.compareTo(full) > 0) {
            file.section.value("least").ifPresent(value -> value.wrong("最低分“least”" + least + " 高于满分“full”" + full));
        }
        return new Scoring(
                by,
                full,
                file.points("late", usual.late()),
                file.points("missing", usual.missing()),
                file.points("returned", usual.returned()),
                least,
                file.groups(usual.groups()),
                file.unscored(forms));
    }

    private BigDecimal points(String key, BigDecimal otherwise) {
        return section.value(key)
                .flatMap(value -> value.number().map(points -> {
                    if (points.signum() < 0 || points.compareTo(MOST) > 0) {
                        value.wrong("“" + key + "”应为0到1000之间的分数，扣分也写正数，而这里是“" + points.toPlainString() + "”");
                    }
                    return points;
                }))
                .orElse(otherwise);
    }

    private List<RankedGroup> groups(List<RankedGroup> usual) {
        if (section.value("groups").isEmpty()) {
            return usual;
        }
        List<RankedGroup> groups = new ArrayList<>();
        Map<ReportingUnit, String> ranked = new LinkedHashMap<>();
        for (YamlValue item : section.value("groups").map(YamlValue::list).orElse(List.of())) {
            Section group = new Section(item, GROUP_KEYS);
            String title = group.requiredText("title");
            if (groups.stream().anyMatch(one -> !title.isEmpty() && one.title().equals(title))) {
                item.wrong("考核组“" + title + "”重复");
            }
            group.required("units").ifPresent(value -> {
                UnitSelector selector = new UnitSelectors(names).selector(value);
                units.stream().filter(selector::selects).forEach(unit -> {
                    String other = ranked.putIfAbsent(unit, title);
                    if (other != null) {
                        value.wrong("“" + unit.name() + "”已在考核组“" + other + "”里，一个单位只能在一组里排名");
                    }
                });
                groups.add(new RankedGroup(title, selector));
            });
        }
        return groups;
    }

    private Set<FormCode> unscored(Collection<FormCode> forms) {
        Set<FormCode> unscored = new LinkedHashSet<>();
        List<String> known = forms.stream().map(FormCode::text).toList();
        for (YamlValue item : section.value("unscored").map(YamlValue::list).orElse(List.of())) {
            item.text().ifPresent(text -> {
                if (known.contains(text)) {
                    unscored.add(new FormCode(text));
                } else if (!names.isUnreadForm(text)) {
                    item.wrong("没有表号“" + text + "”", Spelling.nearest(text, known));
                }
            });
        }
        return unscored;
    }
}
