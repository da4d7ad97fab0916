package xiangbao.reports.targets;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import xiangbao.reports.county.SampleOffice;
import xiangbao.reports.template.Printed;
import xiangbao.statistics.findings.Verdict;
import xiangbao.statistics.plan.Pace;
import xiangbao.statistics.progress.ComparatorResult;
import xiangbao.statistics.progress.Progress;
import xiangbao.statistics.progress.ProgressStatus;
import xiangbao.statistics.publication.Vintage;

class TargetLineTests {
    @Test
    void aLeadSaysInWhichUnitItIs() {
        assertThat(note(
                        "%",
                        new ComparatorResult("全国", new BigDecimal("5.8"), new BigDecimal("0.4"), "百分点", Verdict.PASSES),
                        new ComparatorResult("全省", new BigDecimal("6.3"), new BigDecimal("-0.1"), "百分点", Verdict.FAILS),
                        new ComparatorResult("城镇", new BigDecimal("6.2"), new BigDecimal("0.0"), "百分点", Verdict.FAILS),
                        new ComparatorResult("本县", null, null, "百分点", Verdict.UNDECIDED)))
                .isEqualTo("比全国（5.8）高0.4个百分点；比全省（6.3）低0.1个百分点；比城镇（6.2）持平；与本县（未报）比：未判定");
        assertThat(note(
                        "元",
                        new ComparatorResult(
                                "全国", new BigDecimal("12345"), new BigDecimal("1300"), "元", Verdict.PASSES)))
                .isEqualTo("比全国（12,345）高1,300元");
    }

    private static String note(String unit, ComparatorResult... comparators) {
        Progress plain =
                SampleOffice.progress("N01", "农民收入", unit, "6.2", null, Pace.DIRECT, null, ProgressStatus.NOT_MET);
        Progress compared = SampleOffice.compared(plain, comparators);
        Printed note =
                TargetLine.of(compared, Vintage.PRELIMINARY, Printed.number(1)).get("备注");
        return note instanceof Printed.Text text ? text.text() : "";
    }
}
