package xiangbao.readers.config.bands;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import xiangbao.readers.config.documents.ConfigurationFile;
import xiangbao.readers.config.documents.CsvLine;
import xiangbao.readers.config.documents.CsvTable;
import xiangbao.readers.config.documents.Mistakes;
import xiangbao.readers.config.documents.ScalarText;
import xiangbao.readers.config.documents.Unread;
import xiangbao.readers.config.formulas.Gathering;
import xiangbao.readers.config.units.UnitDirectory;
import xiangbao.statistics.bands.Against;
import xiangbao.statistics.bands.Band;
import xiangbao.statistics.bands.Bands;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.ColumnKind;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.text.Spelling;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;

/** {@code bands.csv}: 参考范围 that {@code xiangbao bands} learned, one a line, as {@link BandsText} writes it. It may be absent. */
public final class BandsFile {
    public static final String NAME = "bands.csv";
    static final List<String> COLUMNS = List.of("指标", "名称", "比较", "参照", "年内第几期", "中位数", "下限", "上限", "规模", "个数", "例外单位");
    private static final Pattern SEASON = Pattern.compile("第(\\d{1,2})期");
    private static final Pattern ITEM = Pattern.compile("\\[(.+)]");

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
        CsvTable.read(file, COLUMNS, mistakes).forEach(bands::band);
        return new Bands(bands.bands);
    }

    private void band(CsvLine line) {
        Optional<IndicatorCode> code = IndicatorCode.parse(line.field(0));
        if (code.filter(unread::isIndicator).isPresent()) {
            return;
        }
        Optional<Measured> found = code.flatMap(named -> Measured.of(named, forms));
        if (found.isEmpty()) {
            line.wrong("没有指标“" + line.field(0) + "”，应写 平31-1:05.1（表号:行.栏），台账写 平22-1:08（表号:栏）；表里已经没有的，请删去这一行");
            return;
        }
        Measured measured = found.get();
        Against against = comparisons.get(line.field(2));
        if (against == null) {
            line.wrong(
                    "比较应为" + String.join("、", comparisons.keySet()) + "之一，而这里是“" + line.field(2) + "”",
                    Spelling.nearest(line.field(2), comparisons.keySet()));
            return;
        }
        Optional<String> base = base(line, against, measured);
        Optional<Integer> season = season(line, measured.layout());
        Optional<Double> median = positive(line, 5);
        Optional<Double> lower = positive(line, 6);
        Optional<Double> upper = positive(line, 7);
        Optional<Double> size = size(line, against);
        Optional<Integer> cases = cases(line);
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
                measured.indicator().code() + "|" + (against.isChange() ? against.title() : "") + "|" + season.get();
        Integer earlier = seen.putIfAbsent(about, line.number());
        if (earlier != null) {
            line.wrong("与第" + earlier + "行说的是同一件事（一个指标同一期只能有一个上期、一个上年同期，底册、同表、自身三种中只能有一个）");
            return;
        }
        bands.add(new Band(
                measured.indicator().code(),
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

    /** A form and one of its indicators whose figures are numbers. */
    private record Measured(Form layout, Indicator indicator) {
        static Optional<Measured> of(IndicatorCode code, Map<FormCode, FormRules> forms) {
            return Optional.ofNullable(forms.get(code.form()))
                    .map(FormRules::form)
                    .flatMap(layout -> layout.indicator(code)
                            .filter(found -> isNumber(layout, code))
                            .map(found -> new Measured(layout, found)));
        }

        static boolean isNumber(Form layout, IndicatorCode code) {
            return layout.column(code.column())
                    .map(Column::kind)
                    .filter(ColumnKind.NUMBER::equals)
                    .isPresent();
        }
    }

    private Optional<String> base(CsvLine line, Against against, Measured measured) {
        String written = line.field(3);
        switch (against) {
            case ATTRIBUTE -> {
                if (attributes.contains(written) || unread.isRegister()) {
                    return Optional.of(written);
                }
                line.wrong("units.csv 里没有底册“" + written + "”", Spelling.nearest(written, attributes));
            }
            case FIGURE -> {
                Matcher item = ITEM.matcher(written);
                IndicatorCode other = item.matches()
                        ? new IndicatorCode(
                                measured.layout().code(), item.group(1).strip())
                        : null;
                if (other != null
                        && !other.equals(measured.indicator().code())
                        && measured.layout().indicator(other).isPresent()
                        && Measured.isNumber(measured.layout(), other)) {
                    return Optional.of(other.item());
                }
                line.wrong("参照应为同一张表的另一个数，如 [04.1]（台账如 [07]），而这里是“" + written + "”");
            }
            default -> {
                if (written.isEmpty()) {
                    return Optional.of("");
                }
                line.wrong("与" + against.title() + "比较的，参照应当空着，而这里是“" + written + "”");
            }
        }
        return Optional.empty();
    }

    private Optional<Integer> season(CsvLine line, Form form) {
        String written = line.field(4);
        if (written.isEmpty()) {
            return Optional.of(0);
        }
        int most = form.frequency().perYear();
        Matcher season = SEASON.matcher(written);
        int ordinal = season.matches() ? Integer.parseInt(season.group(1)) : 0;
        if (ordinal < 1 || ordinal > most) {
            line.wrong("年内第几期应写成 第1期 至 第" + most + "期，各期一样的空着，而这里是“" + written + "”");
            return Optional.empty();
        }
        return Optional.of(ordinal);
    }

    private Optional<Double> positive(CsvLine line, int field) {
        Optional<Double> value =
                ScalarText.number(line.field(field)).map(Number::doubleValue).filter(number -> number > 0);
        if (value.isEmpty()) {
            line.wrong(COLUMNS.get(field) + "应为大于 0 的数，而这里是“" + line.field(field) + "”");
        }
        return value;
    }

    private Optional<Double> size(CsvLine line, Against against) {
        if (against.isChange()) {
            return positive(line, 8);
        }
        if (!line.field(8).isEmpty()) {
            line.wrong("只有与上期、上年同期比较的才有规模，而这里是“" + line.field(8) + "”");
            return Optional.empty();
        }
        return Optional.of(0.0);
    }

    private Optional<Integer> cases(CsvLine line) {
        Optional<Integer> cases = ScalarText.number(line.field(9))
                .filter(number -> number.signum() > 0 && number.scale() == 0 && number.precision() < 9)
                .map(Number::intValue);
        if (cases.isEmpty()) {
            line.wrong("个数应为大于 0 的整数，而这里是“" + line.field(9) + "”");
        }
        return cases;
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
