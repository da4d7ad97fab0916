package xiangbao.readers.forms.heading;

import java.util.regex.Pattern;

/** A labelled part of a form's header. */
public enum HeaderLabel {
    FORM("表号"),
    UNIT("填报单位(?:名称)?|填表单位|报送单位(?:名称)?|单位名称|填报乡镇(?:\\(街道\\))?|乡镇(?:\\(街道\\))?名称|综合机关名称"),
    CODE("(?:统计用|行政)?区划代码|单位代码"),
    PERIOD("报告期别?|报告时期|所属时期|所属期|报表时间"),
    MEASURE("计量单位|(?<![量报位])单位(?=:)"),
    ROUND("报送次数"),
    FILING("填报情况(?=:|$)"),
    EXPIRY("有效期限?(?:截至|截止|至)?"),
    OTHER("制[定表]机关|(?:批准|备案)(?:\\(备案\\)|备案)?机关|(?:批准|备案)?(?:\\(备案\\)|备案)?文号|报出日期|填报日期|填报时间|打印时间|单位负责人|统计负责人|填表人|联系电话");

    final Pattern pattern;

    HeaderLabel(String pattern) {
        this.pattern = Pattern.compile("(?:" + pattern + ")(?:\\((?:盖章|公章|签章|章)\\))?:?");
    }
}
