package xiangbao.reports.export;

import java.util.Locale;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.IndicatorCode;

/** Our codes as SDMX allows them: letters, digits, {@code _ - $ @}. Reversible, so that a code keeps its meaning whatever else is configured. */
final class SdmxIds {
    private SdmxIds() {}

    /** {@code 平31-1} is {@code P31-1}. */
    static String of(FormCode form) {
        return plain(form.text());
    }

    /** {@code 平31-1:05.1} is {@code P31-1_05_1}, {@code 平31-1:普及率} is {@code P31-1_$666E$53CA$7387}. */
    static String of(IndicatorCode indicator) {
        return of(indicator.form()) + "_" + plain(indicator.item());
    }

    /** What is no letter or digit of ASCII is its number, and 平 of our form codes a P. No code begins as a formula would. */
    static String plain(String text) {
        StringBuilder id = new StringBuilder();
        text.codePoints().forEach(point -> {
            boolean first = id.isEmpty();
            if (point == '平' && first) {
                id.append('P');
            } else if (point == '.') {
                id.append('_');
            } else if (point < 0x80 && Character.isLetterOrDigit(point) && !(point == 'P' && first)) {
                id.appendCodePoint(point);
            } else if (point == '-' && !first) {
                id.appendCodePoint(point);
            } else {
                id.append('$').append(String.format(Locale.ROOT, "%04X", point));
            }
        });
        return id.toString();
    }
}
