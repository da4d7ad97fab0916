package xiangbao.reports.returns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import xiangbao.reports.template.Written;
import xiangbao.statistics.findings.Outcome;

/** What stands above the findings of a return: of which file and forms it speaks, what is to be done, and how. */
final class LetterHeading {
    private final ReturnLetter letter;

    LetterHeading(ReturnLetter letter) {
        this.letter = letter;
    }

    String title() {
        return (letter.unitName().isEmpty() ? "" : letter.unitName() + "　")
                + letter.outcome().title();
    }

    String about() {
        List<String> parts = new ArrayList<>();
        parts.add((letter.unitName().isEmpty() ? "填报单位未能确定" : letter.unitName()) + "：" + letter.fileName());
        for (ReturnLetter.ReturnedForm form : letter.forms()) {
            parts.add(form.form()
                    + (form.period() == null ? "" : " " + form.period().title())
                    + (form.round() == 0 ? "" : " 第" + form.round() + "次") + " "
                    + form.outcome().title());
        }
        if (!letter.received().isEmpty()) {
            parts.add(letter.received() + "收到");
        }
        return String.join("　", parts) + "。";
    }

    /**
     * @param shown how many findings are listed
     * @param notShown how many are not, because there are too many
     */
    String todo(int shown, int notShown) {
        if (letter.outcome() == Outcome.UNREADABLE) {
            return "这个文件无法识别，没有收下任何数据。" + until("请改好后于", "前重新报送。");
        }
        List<String> parts = new ArrayList<>();
        long mandatory = letter.mandatory();
        long query = letter.doubts();
        long hints = letter.hints();
        if (mandatory > 0) {
            parts.add("必须改正 " + mandatory + " 处");
        }
        if (query > 0) {
            long withholding = letter.withholding();
            parts.add("需要核实、改正或说明 " + query + " 处"
                    + (withholding == 0 ? "" : "（其中 " + withholding + " 处有重大疑问，改正或者说明认可之前，这张表暂不计入）"));
        }
        if (hints > 0) {
            parts.add("供参考 " + hints + " 处");
        }
        if (letter.explained() > 0) {
            parts.add("已认可 " + letter.explained() + " 处");
        }
        if (letter.waived() > 0) {
            parts.add("本期不审 " + letter.waived() + " 处");
        }
        return (parts.isEmpty() ? "没有需要改正的地方" : String.join("，", parts)) + "。"
                + (mandatory + query > 0 ? until("请于", "前报回。") : "")
                + (notShown > 0 ? "下表只列前 " + shown + " 处，另有 " + notShown + " 处同样需要处理。" : "");
    }

    private String until(String before, String after) {
        LocalDate due = letter.due();
        return due == null ? "" : before + Written.day(due) + after;
    }

    /** @param marked whether it stands in the clerk's own workbook, with its cells marked */
    String handling(boolean marked) {
        if (letter.outcome() == Outcome.UNREADABLE) {
            return "怎么办：看“怎么改”一栏，把表另存或重填为 .xlsx 后放回收件夹即可。";
        }
        if (!marked) {
            return "怎么办：原文件不便加批注，原样附在旁边；请在原文件里按下表改好，把原文件放回收件夹即可。";
        }
        return "怎么办：点“位置”跳到单元格（已加底色和批注）；改好后把本文件放回收件夹即可，本工作表不用删；需要说明的写在最右一栏。";
    }
}
