package xiangbao.readers.config.bands;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import xiangbao.readers.config.documents.CsvLine;
import xiangbao.readers.config.documents.Unread;
import xiangbao.statistics.bands.Against;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.ColumnKind;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.text.Spelling;

/** What a band is about: an indicator of a form whose figures are numbers. */
record BandSubject(Form form, Indicator indicator) {
    private static final Pattern ITEM = Pattern.compile("\\[(.+)]");

    static Optional<BandSubject> of(IndicatorCode code, Map<FormCode, FormRules> forms) {
        return Optional.ofNullable(forms.get(code.form()))
                .map(FormRules::form)
                .flatMap(form -> form.indicator(code)
                        .filter(found -> isNumber(form, code))
                        .map(found -> new BandSubject(form, found)));
    }

    /** What a figure is held against: a word of the register, another figure of the form, or nothing that need be named. */
    Optional<String> base(CsvLine line, Against against, Set<String> attributes, Unread unread) {
        String written = line.field(3);
        switch (against) {
            case ATTRIBUTE -> {
                if (attributes.contains(written) || unread.isRegister()) {
                    return Optional.of(written);
                }
                line.wrong("units.csv 里没有底册“" + written + "”", Spelling.nearest(written, attributes));
            }
            case FIGURE -> {
                Optional<String> other = otherFigure(written);
                if (other.isPresent()) {
                    return other;
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

    private Optional<String> otherFigure(String written) {
        Matcher item = ITEM.matcher(written);
        if (!item.matches()) {
            return Optional.empty();
        }
        IndicatorCode other = new IndicatorCode(form.code(), item.group(1).strip());
        return !other.equals(indicator.code()) && form.indicator(other).isPresent() && isNumber(form, other)
                ? Optional.of(other.item())
                : Optional.empty();
    }

    private static boolean isNumber(Form form, IndicatorCode code) {
        return form.column(code.column())
                .map(Column::kind)
                .filter(ColumnKind.NUMBER::equals)
                .isPresent();
    }
}
