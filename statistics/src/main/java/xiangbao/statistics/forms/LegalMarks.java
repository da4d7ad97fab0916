package xiangbao.statistics.forms;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** 法定标识 printed at the upper right of a form; placeholders until the county has them. */
public record LegalMarks(
        String maker,
        String approver,
        String approvalNumber,
        @Nullable LocalDate validUntil) {}
