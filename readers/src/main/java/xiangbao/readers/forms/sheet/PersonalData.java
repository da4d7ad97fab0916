package xiangbao.readers.forms.sheet;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.excel.workbook.RawCell;
import xiangbao.readers.forms.findings.FormFindings;
import xiangbao.readers.forms.wording.PlainText;
import xiangbao.statistics.submissions.CellReference;

/** Names, identity numbers and telephone numbers have no place in a report; a form that holds them is not stored. */
public final class PersonalData {
    public static final String CODE = "PERSONAL-DATA";

    private static final Pattern HEADING = Pattern.compile("姓名|身份证|证件号|手机|联系电话|电话号码|^电话$|联系方式|银行卡|银行账号|户主|联系人|家庭住址");
    private static final Pattern IDENTITY = Pattern.compile(
            "(?<!\\d)[1-9]\\d{5}(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[\\dXx](?!\\d)");
    private static final Pattern MOBILE =
            Pattern.compile("(?<![\\d.])(?:\\+?86[- ]?)?1[3-9]\\d(?:[- ]?\\d{4}){2}(?![\\d.])");

    private PersonalData() {}

    public static boolean isHeading(String title) {
        return HEADING.matcher(PlainText.compact(title)).find();
    }

    public static boolean isHeld(@Nullable RawCell cell) {
        if (cell == null || cell.text().length() < 11 || cell.dateFormatted()) {
            return false;
        }
        return isHeld(SheetView.stored(cell)) || isHeld(SheetView.text(cell));
    }

    /** @param text as {@link PlainText#of} gives it */
    public static boolean isHeld(String text) {
        return IDENTITY.matcher(text).find() || MOBILE.matcher(text).find();
    }

    /** Refuses the whole form when personal data was found; the finding repeats none of it. */
    public static boolean refuse(List<CellReference> cells, FormFindings findings) {
        if (cells.isEmpty()) {
            return false;
        }
        findings.forgetFigures();
        findings.mandatory(CODE, "表中有姓名、身份证号或电话号码等个人信息，整表未保存", "请删去个人信息（姓名、身份证号、手机号等）所在的列或内容，只报汇总数。")
                .at(cells.stream().limit(200).toList())
                .expected("不含个人信息的数");
        return true;
    }
}
