package xiangbao.jobs.intake;

import java.util.List;
import xiangbao.jobs.outcomes.FileAnswer;
import xiangbao.jobs.outcomes.FindingAnswer;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.findings.Severity;

/** Why something that lies in a folder is left there. Whatever is not taken is listed with one of these. */
public enum NotTaken {
    LOCK("LOCK-FILE", "办公软件的锁文件", "这是 WPS、Excel 等打开工作簿时留下的锁文件或临时文件，不是报表。", "不必处理，关闭工作簿后它会自己消失。"),
    PARTIAL(
            "PARTIAL-FILE",
            "还没有传完的文件",
            "文件名的后缀说明它还没有下载、复制完，没有取。",
            "传完以后软件会改成正式的文件名，下次运行会再看；如果早已传完，请把文件名改成以 .xlsx 或 .xls 结尾。"),
    SPARE("SPARE-FILE", "备份副本", "文件名的后缀说明它是编辑时留下的备份副本，不是报送的报表，没有取。", "不必处理；如果要报送的就是它，请把文件名改成以 .xlsx 或 .xls 结尾。"),
    SYSTEM("SYSTEM-FILE", "系统或软件自己的文件", "这是系统、同步软件自己的文件或文件夹（如以“.”开头的），不是报表，没有取。", "不必处理；如果里面有要报送的报表，请换一个不以“.”开头的名称。"),
    LINK("NOT-A-FILE", "链接，不是文件", "这是一个链接（指向别处的快捷方式），不是文件本身，没有取。", "请把文件本身复制到收件夹。"),
    DEVICE("NOT-A-FILE", "不是普通文件", "这是管道、套接字或设备，不是文件，没有取。", "请移走它，把工作簿文件放进收件夹。"),
    LOCKED_AWAY("NO-PERMISSION", "没有权限读", "本程序的用户没有读它的权限，没有取。", "请把它的权限改成允许本程序的用户读写，下次运行会再取。"),
    GROWING("STILL-GROWING", "正在写入", "文件的大小或时间还在变，正在复制，没有取。", "不必处理，复制完以后，下次运行会再取。"),
    UNFINISHED(
            "UNFINISHED-FILE",
            "还没有复制完",
            "文件显然不完整（0 字节、开头全是 0，或者没有结尾），可能还在复制，没有取。",
            "请等它复制完，下次运行会再看；久久没有变动仍不完整的，就照现有的内容处理。"),
    STUCK("NOT-TAKEN", "文件取不走", "文件还在收件夹里，没有收下：所在的文件夹不许移动文件，或文件正被别的程序占用。", "请检查收件夹的写权限，或关闭占用它的程序；下次运行会再取。");

    private final String code;
    private final String title;
    private final String message;
    private final String remedy;

    NotTaken(String code, String title, String message, String remedy) {
        this.code = code;
        this.title = title;
        this.message = message;
        this.remedy = remedy;
    }

    /** The answer about something that is left where it lies. */
    public FileAnswer answer(String path) {
        Finding finding = Finding.of(code, Severity.HINT, title).saying(message, remedy);
        return new FileAnswer(
                path, null, Outcome.IGNORED, List.of(), List.of(new FindingAnswer(path + "/" + code, finding)), null);
    }
}
