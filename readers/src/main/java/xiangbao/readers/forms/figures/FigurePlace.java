package xiangbao.readers.forms.figures;

import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.submissions.CellReference;

/**
 * A cell in which a figure is expected, and what is expected of it.
 *
 * @param title as the clerk reads it, with the code behind it: 卫生厕所户 [05]
 * @param instance tells the findings of a form's cells apart
 * @param decimals as declared, or -1
 */
public record FigurePlace(
        Indicator indicator,
        String title,
        String instance,
        CellReference cell,
        boolean required,
        boolean negative,
        int decimals) {
    String unit() {
        return indicator.unit();
    }

    boolean isPercentage() {
        return unit().equals("%") || unit().equals("％");
    }
}
