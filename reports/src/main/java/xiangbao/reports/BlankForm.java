package xiangbao.reports;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.model.Form;
import xiangbao.statistics.model.ReferencePeriod;

/**
 * One sheet of a blank workbook.
 *
 * @param period the form's own period
 * @param dueDay 报送期限
 * @param round which 第n次报送 it will be
 * @param previous the period before; null when nothing is known of it
 * @param yearEarlier 上年同期; null when nothing is known of it
 */
public record BlankForm(
        Form form,
        ReferencePeriod period,
        LocalDate dueDay,
        int round,
        @Nullable PastRound previous,
        @Nullable PastRound yearEarlier) {}
