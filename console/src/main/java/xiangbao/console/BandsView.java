package xiangbao.console;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.rules.BandChange;
import xiangbao.jobs.rules.BandsAnswer;
import xiangbao.statistics.bands.Against;
import xiangbao.statistics.bands.Band;

/** What was learned, as a person reads it. */
final class BandsView {
    private static final int SHOWN = 20;

    private BandsView() {}

    static List<String> lines(BandsAnswer answer) {
        List<String> lines = new ArrayList<>();
        List<Band> bands = answer.bands();
        if (bands.isEmpty()) {
            lines.add(answer.order().from() + " 至 " + answer.order().to() + " 学不出参考范围：没有一个数有 8 个以上的单位（台账为 8 行）报过。");
            return lines;
        }
        TextTable table = new TextTable("表号", "名称", "期数>", "报表>", "与上期比>", "与上年同期比>", "与底册等比>");
        for (BandsAnswer.FormLearned form : answer.forms()) {
            if (!form.bands().isEmpty()) {
                table.add(
                        form.form().text(),
                        form.title(),
                        String.valueOf(form.periods()),
                        String.valueOf(form.reports()),
                        count(form, Against.PREVIOUS),
                        count(form, Against.LAST_YEAR),
                        String.valueOf(form.bands().stream()
                                .filter(band -> !band.against().isChange())
                                .count()));
            }
        }
        lines.addAll(table.lines());
        lines.add("学到参考范围 " + bands.size() + " 条。");
        if (answer.changes().isEmpty()) {
            lines.add("与现有的 bands.csv 完全一样。");
            return lines;
        }
        lines.addAll(changes(answer));
        lines.add(
                answer.written()
                        ? "已写入 " + answer.file() + "；常驻服务重新启动后生效，发给乡镇的自查程序要换上新的配置。"
                        : "只是看看，没有改动；要采用的加 --write。");
        return lines;
    }

    private static String count(BandsAnswer.FormLearned form, Against against) {
        return String.valueOf(
                form.bands().stream().filter(band -> band.against() == against).count());
    }

    private static List<String> changes(BandsAnswer answer) {
        long added =
                answer.changes().stream().filter(one -> one.before() == null).count();
        long gone = answer.changes().stream().filter(one -> one.after() == null).count();
        List<String> lines = new ArrayList<>();
        lines.add("与现有的 bands.csv 比：新增 " + added + " 条，改动 " + (answer.changes().size() - added - gone) + " 条，不再有 "
                + gone + " 条。");
        List<BandChange> told =
                answer.changes().stream().filter(one -> one.before() != null).toList();
        if (!told.isEmpty()) {
            TextTable table = new TextTable("指标", "比较", "年内第几期", "原来", "现在");
            told.stream()
                    .limit(SHOWN)
                    .forEach(one -> table.add(
                            about(one).indicator().toString(),
                            comparison(about(one)),
                            about(one).season() == 0 ? "" : "第" + about(one).season() + "期",
                            range(one.before()),
                            range(one.after())));
            lines.addAll(table.lines());
            if (told.size() > SHOWN) {
                lines.add("其余 " + (told.size() - SHOWN) + " 条见 --json。");
            }
        }
        return lines;
    }

    private static Band about(BandChange change) {
        Band after = change.after();
        return after != null ? after : Objects.requireNonNull(change.before());
    }

    private static String comparison(Band band) {
        return band.base().isEmpty() ? band.against().title() : band.against().title() + " " + base(band);
    }

    private static String base(Band band) {
        return band.against() == Against.FIGURE ? "[" + band.base() + "]" : band.base();
    }

    private static String range(@Nullable Band band) {
        return band == null ? "—" : plain(band.lower()) + " ～ " + plain(band.median()) + " ～ " + plain(band.upper());
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
