package xiangbao.jobs.reminders;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;

/** What is written to those who owe something, and to the county about them. Ready to be pasted into a chat: plain lines, no formatting. */
final class ReminderText {
    private final String county;
    private final LocalDate day;

    /** @param day on which it is written */
    ReminderText(String county, LocalDate day) {
        this.county = county;
        this.day = day;
    }

    /**
     * How a form stands over all who owe it.
     *
     * @param owing how many owe it
     * @param missing names of those of whom nothing has come
     * @param returned names of those who have not sent again what was returned
     * @param unexplained names of those who have to explain what came before it counts
     */
    record FormStanding(
            FormCode form,
            String title,
            ReferencePeriod period,
            LocalDate due,
            int owing,
            List<String> missing,
            List<String> returned,
            List<String> unexplained) {
        public FormStanding {
            missing = List.copyOf(missing);
            returned = List.copyOf(returned);
            unexplained = List.copyOf(unexplained);
        }

        boolean isSettled() {
            return missing.isEmpty() && returned.isEmpty() && unexplained.isEmpty();
        }
    }

    /** The subject of a mail. */
    public String subject(String unit, List<ReminderItem> items) {
        return "【催报】" + unit + "：" + periods(items) + "报表" + items.size() + "张" + urgency(items);
    }

    private static String urgency(List<ReminderItem> items) {
        long left = items.stream().mapToLong(ReminderItem::daysLeft).min().orElse(0);
        return left < 0 ? "已逾期" : left == 0 ? "今天到期" : left == 1 ? "明天到期" : "待报";
    }

    private static String periods(List<ReminderItem> items) {
        List<String> titles =
                items.stream().map(item -> item.period().title()).distinct().toList();
        return titles.size() > 2 ? "" : String.join("、", titles);
    }

    /**
     * The text for a unit.
     *
     * @param workbook name of the workbook to fill; empty when everything was returned, so that the returns are to be corrected
     */
    public String text(String unit, List<ReminderItem> items, String workbook) {
        List<String> lines = new ArrayList<>();
        lines.add("【催报】" + unit + "：");
        lines.add("截至" + date(day) + "，还有" + items.size() + "张报表等您单位报送：");
        for (int index = 0; index < items.size(); index++) {
            ReminderItem item = items.get(index);
            lines.add((index + 1) + ". " + item.form() + " " + item.title() + "（"
                    + item.period().title() + "）：" + item.kind().title() + "，期限" + date(item.due()) + "，"
                    + left(item.daysLeft()) + "。");
            if (!item.feedback().isEmpty()) {
                lines.add("   退回件：" + item.feedback());
            }
        }
        boolean returned = items.stream().anyMatch(item -> item.kind() == ReminderItem.Kind.RETURNED);
        boolean unexplained = items.stream().anyMatch(item -> item.kind() == ReminderItem.Kind.UNEXPLAINED);
        boolean others = returned || unexplained;
        if (!workbook.isEmpty()) {
            lines.add((others ? "未报的，请填写" : "请填写") + "工作簿“" + workbook + "”，放进收件夹里“" + unit + "”文件夹。");
        }
        if (returned) {
            lines.add((workbook.isEmpty() && !unexplained ? "请" : "退回的，请") + "打开退回件，照“审核结果”一页改好，放进收件夹里“" + unit
                    + "”文件夹。");
        }
        if (unexplained) {
            lines.add((workbook.isEmpty() && !returned ? "请" : "待说明的，请")
                    + "打开退回件，在“审核结果”一页的“审核说明”栏写明原因（数字有误的直接改正），放进收件夹里“" + unit + "”文件夹；说明认可之前这张表不计入汇总。");
        }
        lines.add("刚刚报过的，不必再报。");
        lines.add(county + "　" + day.getYear() + "年" + date(day));
        return String.join("\n", lines);
    }

    /**
     * The text for the county: each form, who owes it and who is missing.
     *
     * @param waiting how many files lie in the inbox and have not been looked at
     */
    public String summary(List<FormStanding> forms, int waiting) {
        List<String> lines = new ArrayList<>();
        lines.add(county + "催报名单（" + day.getYear() + "年" + date(day) + "）");
        if (waiting > 0) {
            lines.add("收件夹里还有 " + waiting + " 个文件没有处理，请先运行 run 再催。");
        }
        if (forms.isEmpty()) {
            lines.add("今天没有要催的报表。");
        }
        for (FormStanding form : forms) {
            lines.add("");
            lines.add(form.form() + " " + form.title() + "（" + form.period().title() + "）");
            lines.add("应报" + form.owing() + "个，"
                    + (form.isSettled()
                            ? "已报齐。"
                            : counts(form) + "期限" + date(form.due()) + "，"
                                    + left(ChronoUnit.DAYS.between(day, form.due())) + "。"));
            if (!form.missing().isEmpty()) {
                lines.add("未报：" + String.join("、", form.missing()));
            }
            if (!form.returned().isEmpty()) {
                lines.add("退回未重报：" + String.join("、", form.returned()));
            }
            if (!form.unexplained().isEmpty()) {
                lines.add("待说明（暂不计入）：" + String.join("、", form.unexplained()));
            }
        }
        return String.join("\n", lines);
    }

    private static String counts(FormStanding form) {
        List<String> open = new ArrayList<>();
        if (!form.returned().isEmpty()) {
            open.add("退回未重报" + form.returned().size() + "个");
        }
        if (!form.unexplained().isEmpty()) {
            open.add("待说明" + form.unexplained().size() + "个");
        }
        return "已报" + (form.owing() - form.missing().size()) + "个"
                + (open.isEmpty() ? "" : "（其中" + String.join("、", open) + "）") + "，未报"
                + form.missing().size() + "个。";
    }

    private static String left(long days) {
        if (days < 0) {
            return "已逾期" + -days + "天";
        }
        return days == 0 ? "今天到期" : "还有" + days + "天";
    }

    private String date(LocalDate date) {
        return (date.getYear() == day.getYear() ? "" : date.getYear() + "年") + date.getMonthValue() + "月"
                + date.getDayOfMonth() + "日";
    }
}
