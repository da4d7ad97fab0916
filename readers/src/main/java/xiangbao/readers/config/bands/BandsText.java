package xiangbao.readers.config.bands;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import xiangbao.statistics.bands.Against;
import xiangbao.statistics.bands.Band;
import xiangbao.statistics.bands.Bands;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.units.UnitCode;
import xiangbao.statistics.units.Units;

/** Writes bands as {@code bands.csv}, from which the same bands are read again. */
public final class BandsText {
    /** The file's name in the configuration folder. */
    public static final String NAME = BandsFile.NAME;

    /** Without it a spreadsheet takes the titles for another encoding. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private BandsText() {}

    /** @param forms for the titles, which are there for the eye alone */
    public static String of(Bands bands, Map<FormCode, FormRules> forms, Units units) {
        return Stream.concat(Stream.of(BandLine.COLUMNS), bands.all().stream().map(band -> line(band, forms, units)))
                .map(fields -> fields.stream().map(BandsText::quoted).collect(Collectors.joining(",")) + "\n")
                .collect(Collectors.joining("", BYTE_ORDER_MARK, ""));
    }

    private static List<String> line(Band band, Map<FormCode, FormRules> forms, Units units) {
        return List.of(
                band.indicator().toString(),
                Optional.ofNullable(forms.get(band.indicator().form()))
                        .flatMap(rules -> rules.form().indicator(band.indicator()))
                        .map(Indicator::title)
                        .orElse("")
                        .strip(),
                band.against().title(),
                band.against() == Against.FIGURE ? "[" + band.base() + "]" : band.base(),
                band.season() == 0 ? "" : "第" + band.season() + "期",
                plain(band.median()),
                plain(band.lower()),
                plain(band.upper()),
                band.against().isChange() ? plain(band.size()) : "",
                String.valueOf(band.cases()),
                band.except().stream().map(unit -> name(unit, units)).collect(Collectors.joining("|")));
    }

    /** The code where two units have had the name, one after the other. */
    private static String name(UnitCode code, Units units) {
        String name = units.name(code);
        return units.all().stream().filter(unit -> unit.name().equals(name)).count() == 1 ? name : code.text();
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private static String quoted(String field) {
        boolean plain = field.indexOf(',') < 0 && field.indexOf('"') < 0 && field.indexOf('\n') < 0;
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
