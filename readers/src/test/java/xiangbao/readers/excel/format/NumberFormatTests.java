package xiangbao.readers.excel.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFormatTests {
    private static @Nullable String shown(String code, String number) {
        Shown shown = NumberFormat.of(code).shown(new BigDecimal(number));
        return shown == null ? null : shown.text();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "General",
                "G/通用格式",
                "0",
                "0.00",
                "#,##0.00",
                "0.00_ ",
                "0.00_);(0.00)",
                "0.00_);[Red]\\(0.00\\)",
                "#,##0;[红色]#,##0",
                "0_ ;[Red]\\-0\\ ",
                "# ?/?",
                "0.00E+00",
                "_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * \"-\"??_ ;_ @_ ",
                "_-* #,##0_-;-* #,##0_-;_-* \"-\"_-;_-@_-",
                "[DBNum1][$-804]General",
                "[$-F400]0",
                "000000",
                "@",
                "0;-0;-;@"
            })
    void whatShowsTheNumberIsPlain(String code) {
        assertThat(NumberFormat.of(code).isPlain()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yyyy-mm-dd",
                "m\"月\"d\"日\"",
                "[$-804]yyyy年m月",
                "h:mm",
                "[h]:mm",
                "aaaa",
                "[DBNum1]m月d日",
                "yyyy/m/d;@"
            })
    void datesAreSeen(String code) {
        assertThat(NumberFormat.of(code).isDate(new BigDecimal("46053"))).isTrue();
        assertThat(shown(code, "46053")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "General",
                "G/通用格式",
                "#,##0.00\"亩\"",
                "0\"days\"",
                "0.00E+00",
                "\\d0",
                "@",
                "[>=1]0;0",
                "0.00%",
                "[红色]0"
            })
    void figuresAreNoDates(String code) {
        assertThat(NumberFormat.of(code).isDate(BigDecimal.ONE)).isFalse();
    }

    /** What Excel shows, for codes that POI's formatter does not know or shows in another way. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "#,##0\"元\" | 7003000 | 7,003,000元 | 0",
                "0!.0,\"万\" | 7003000 | 700.3万 | 4",
                "0\".\"0,\"万\" | 7003000 | 700.3万 | 4",
                "0\\.0, | 7003000 | 700.3 | 4",
                "#!.0000\"万\" | 12345 | 1.2345万 | 4",
                "0!.00,,\"亿\" | 12345678901 | 123.46亿 | 8",
                "#,##0, | 7003000 | 7,003 | 3",
                "0.0,, | 7003000 | 7.0 | 6",
                "0.00% | 0.9896 | 98.96% | -2",
                "0.0\"‰\" | 9.7 | 9.7‰ | 0",
                "\"¥\"#,##0.00 | 1200 | ¥1,200.00 | 0",
                "[$￥-804]#,##0 | -1200 | -￥1,200 | 0",
                "\"约\"0 | 1200 | 约1200 | 0",
                "[>=10000]0!.0,\"万\";0 | 12345 | 1.2万 | 4",
                "[>=10000]0!.0,\"万\";0\"元\" | 500 | 500元 | 0",
                "0\"万\"0000 | 12345 | 1万2345 | 0",
                "#,##0.00\"亩\" | -3.5 | -3.50亩 | 0",
                "0\"户\";\"少\"0\"户\";\"没有\" | -3 | 少3户 | 0",
                "0\"户\";\"少\"0\"户\";\"没有\" | 0 | 没有 | 0",
                "General\"吨\" | 1.25 | 1.25吨 | 0",
                "0;0 | -5 | 5 | 0",
                "#,##0.##\"元\" | 1200 | 1,200.元 | 0",
                "0.0?\"吨\" | 2.5 | '2.5 吨' | 0",
                "[<0]\"-\"0\"吨\";0 | -5 | -5吨 | 0"
            })
    void writesUnitsAndScales(String code, String number, String text, int power) {
        Shown shown = Objects.requireNonNull(NumberFormat.of(code).shown(new BigDecimal(number)));
        assertThat(shown.text()).isEqualTo(text);
        assertThat(shown.power()).isEqualTo(power);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"999\" | 7 | 999",
                ";;; | 7 | ''",
                "\"\" | 7 | ''",
                "0;0;;@ | 0 | ''",
                ";0 | 3 | ''",
                "0; | -3 | ''",
                "[>9]0;[<1]0 | 5 | ''"
            })
    void showsSomethingFixedOrNothing(String code, String number, String text) {
        Shown shown = Objects.requireNonNull(NumberFormat.of(code).shown(new BigDecimal(number)));
        assertThat(shown.text()).isEqualTo(text);
        assertThat(shown.holdsContent()).isFalse();
    }

    @Test
    void doesToTextsWhatItSays() {
        assertThat(NumberFormat.of("@\"元\"").shown("12")).isEqualTo(new Shown("12元", 0, true, 0));
        assertThat(NumberFormat.of(";;;").shown("12")).isEqualTo(new Shown("", 0, false, 0));
        assertThat(NumberFormat.of("0;0;0;\"无\"").shown("12")).isEqualTo(new Shown("无", 0, false, 0));
        assertThat(NumberFormat.of("0\"元\"").shown("12")).isNull();
        assertThat(NumberFormat.of("0\"元\";0\"元\";0;_ @_ ").shown("12")).isNull();
    }

    /** POI's formatter as an oracle that shares no code with ours. */
    @Test
    void showsWhatThePoiFormatterShows() {
        DataFormatter oracle = new DataFormatter(Locale.US);
        oracle.setUse4DigitYearsInAllDateFormats(false);
        String[] numbers = {"0", "0.0", "0.00", "#,##0", "#,##0.00", "000", "0.00%", "0%"};
        String[] before = {"", "\"共\"", "\\N", "[Red]", "[$-804]", "\"¥\"", "[$¥-804]"};
        String[] behind = {"", "\"元\"", "\\ \"亩\"", "\"公斤/亩\"", "_ "};
        String[] values = {"0", "1", "-1", "0.5", "1234.567", "-98765.4321", "7003000", "0.9896", "12958.375"};
        int compared = 0;
        for (String number : numbers) {
            for (String first : before) {
                for (String last : behind) {
                    String code = first + number + last;
                    for (String value : values) {
                        Shown shown = NumberFormat.of(code).shown(new BigDecimal(value));
                        if (shown == null) {
                            continue;
                        }
                        String expected = oracle.formatRawCellContents(Double.parseDouble(value), 200, code);
                        assertThat(shown.text().strip().replace("-0.00%", "0.00%"))
                                .as("%s by %s", value, code)
                                .isEqualTo(expected.strip());
                        compared++;
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(1_000);
    }
}
