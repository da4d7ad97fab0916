package xiangbao.readers.config.bands;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import xiangbao.readers.config.documents.ConfigurationFile;
import xiangbao.readers.config.documents.CsvLine;
import xiangbao.readers.config.documents.CsvTable;
import xiangbao.readers.config.documents.Mistakes;
import xiangbao.readers.config.documents.Unread;
import xiangbao.readers.config.formulas.Gathering;
import xiangbao.readers.config.units.UnitDirectory;
import xiangbao.statistics.bands.Against;
import xiangbao.statistics.bands.Band;
import xiangbao.statistics.bands.Bands;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.text.Spelling;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;

/** {@code bands.csv}: 参考范围 that {@code xiangbao bands} learned, one a line, as {@link BandsText} writes it. It may be absent. */
public final class BandsFile {
    public static final String NAME = "bands.csv";

    private final Map<FormCode, FormRules> forms;
    private final Set<String> attributes;
    private final UnitDirectory names;
    private final Unread unread;
    private final List<Band> bands = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private final Map<String, Against> comparisons = new LinkedHashMap<>();

    private BandsFile(Map<FormCode, FormRules> forms, Set<String> attributes, Gathering gathering) {
        this.forms = forms;
        this.attributes = new TreeSet<>(attributes);
        this.names = gathering.names();
        this.unread = gathering.unread();
        for (Against against : Against.values()) {
            comparisons.put(against.title(), against);
        }
    }

    /** @param attributes of the register */
    public static Bands read(
            ConfigurationFile file,
            Map<FormCode, FormRules> forms,
            Set<String> attributes,
            Gathering gathering,
            Mistakes mistakes) {
        BandsFile bands = new BandsFile(forms, attributes, gathering);
        CsvTable.read(file, BandLine.COLUMNS, mistakes).forEach(bands::band);
        return new Bands(bands.bands);
    }

    private void band(CsvLine line) {
        Optional<IndicatorCode> code = IndicatorCode.parse(line.field(0));
        if (code.filter(unread::isIndicator).isPresent()) {
            return;
        }
        Optional<BandSubject> found = code.flatMap(named -> BandSubject.of(named, forms));
        if (found.isEmpty()) {
            line.wrong("没有指标“" + line.field(0) + "”，应写 平31-1:05.1（表号:行.栏），台账写 平22-1:08（表号:栏）；表里已经没有的，请删去这一行");
            return;
        }
        BandSubject subject = found.get();
        Against against = comparisons.get(line.field(2));
        if (against == null) {
            line.wrong(
                    "比较应为" + String.join("、", comparisons.keySet()) + "之一，而这里是“" + line.field(2) + "”",
                    Spelling.nearest(line.field(2), comparisons.keySet()));
            return;
        }
        BandLine figures = new BandLine(line, against);
        Optional<String> base = subject.base(line, against, attributes, unread);
        Optional<Integer> season = figures.season(subject.form());
        Optional<Double> median = figures.median();
        Optional<Double> lower = figures.lower();
        Optional<Double> upper = figures.upper();
        Optional<Double> size = figures.size();
        Optional<Integer> cases = figures.cases();
        Optional<Set<UnitCode>> except = except(line, against);
        if (base.isEmpty()
                || season.isEmpty()
                || median.isEmpty()
                || lower.isEmpty()
                || upper.isEmpty()
                || size.isEmpty()
                || cases.isEmpty()
                || except.isEmpty()) {
            return;
        }
        if (lower.get() > median.get() || upper.get() < median.get()) {
            line.wrong("应当下限 ≤ 中位数 ≤ 上限");
            return;
        }
        String about =
                subject.indicator().code() + "|" + (against.isChange() ? against.title() : "") + "|" + season.get();
        Integer earlier = seen.putIfAbsent(about, line.number());
        if (earlier != null) {
            line.wrong("与第" + earlier + "行说的是同一件事（一个指标同一期只能有一个上期、一个上年同期，底册、同表、自身三种中只能有一个）");
            return;
        }
        bands.add(new Band(
                subject.indicator().code(),
                against,
                base.get(),
                season.get(),
                median.get(),
                lower.get(),
                upper.get(),
                size.get(),
                cases.get(),
                except.get()));
    }

    private Optional<Set<UnitCode>> except(CsvLine line, Against against) {
        Set<UnitCode> except = new TreeSet<>();
        boolean right = true;
        for (String name : line.field(10).split("\\|", -1)) {
            Optional<ReportingUnit> unit = name.isBlank() ? Optional.empty() : names.unit(name.strip());
            unit.ifPresent(found -> except.add(found.code()));
            if (!name.isBlank() && unit.isEmpty() && !names.isUnread(name.strip())) {
                line.wrong("units.csv 里没有单位“" + name.strip() + "”", names.nearest(name.strip()));
                right = false;
            }
        }
        if (against.isChange() && !line.field(10).isEmpty()) {
            line.wrong("与" + against.title() + "比较的，没有例外单位");
            right = false;
        }
        return right ? Optional.of(except) : Optional.empty();
    }
}
