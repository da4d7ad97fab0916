package xiangbao.readers.config.bands;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import xiangbao.readers.config.documents.CsvLine;
import xiangbao.readers.config.documents.ScalarText;
import xiangbao.statistics.bands.Against;
import xiangbao.statistics.forms.Form;

/** The figures on a line of {@code bands.csv}; nothing and a mistake for each that is none. */
record BandLine(CsvLine line, Against against) {
    static final List<String> COLUMNS = List.of("指标", "名称", "比较", "参照", "年内第几期", "中位数", "下限", "上限", "规模", "个数", "例外单位");
    private static final Pattern SEASON = Pattern.compile("第(\\d{1,2})期");

    /** In which period of the year the band holds; 0 for all of them. */
    Optional<Integer> season(Form form) {
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

    Optional<Double> median() {
        return positive(5);
    }

    Optional<Double> lower() {
        return positive(6);
    }

    Optional<Double> upper() {
        return positive(7);
    }

    Optional<Double> size() {
        if (against.isChange()) {
            return positive(8);
        }
        if (!line.field(8).isEmpty()) {
            line.wrong("只有与上期、上年同期比较的才有规模，而这里是“" + line.field(8) + "”");
            return Optional.empty();
        }
        return Optional.of(0.0);
    }

    Optional<Integer> cases() {
        Optional<Integer> cases = ScalarText.number(line.field(9))
                .filter(number -> number.signum() > 0 && number.scale() == 0 && number.precision() < 9)
                .map(Number::intValue);
        if (cases.isEmpty()) {
            line.wrong("个数应为大于 0 的整数，而这里是“" + line.field(9) + "”");
        }
        return cases;
    }

    private Optional<Double> positive(int field) {
        Optional<Double> value =
                ScalarText.number(line.field(field)).map(Number::doubleValue).filter(number -> number > 0);
        if (value.isEmpty()) {
            line.wrong(COLUMNS.get(field) + "应为大于 0 的数，而这里是“" + line.field(field) + "”");
        }
        return value;
    }
}
