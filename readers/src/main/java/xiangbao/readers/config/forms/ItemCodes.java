package xiangbao.readers.config.forms;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import xiangbao.readers.config.documents.YamlValue;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Row;
import xiangbao.statistics.text.Spelling;

/** The codes of the rows, columns and 派生指标 of a form: how they may be written, and which of them a list names. */
final class ItemCodes {
    private static final Pattern ITEM = Pattern.compile("[\\p{IsHan}0-9A-Za-z（）()、_-]{1,40}");

    private ItemCodes() {}

    static List<String> ofRows(Form form) {
        return form.rows().stream().map(Row::code).toList();
    }

    static List<String> ofDataColumns(Form form) {
        return form.dataColumns().stream().map(Column::code).toList();
    }

    static void check(YamlValue.Entry entry, String what) {
        if (!ITEM.matcher(entry.key()).matches()) {
            entry.value().wrong(what + "的代码“" + entry.key() + "”只能用汉字、字母、数字、括号和短横线");
        }
    }

    /** The codes of a list that exist, in the order in which they are written; a mistake for each of the others. */
    static Set<String> known(YamlValue value, Collection<String> codes, String what) {
        Set<String> known = new LinkedHashSet<>();
        List<YamlValue> items = value.list();
        if (value.isList() && items.isEmpty()) {
            value.wrong("“" + value.name() + "”是空列表");
        }
        for (YamlValue item : items) {
            item.text().filter(text -> isKnown(item, text, codes, what)).ifPresent(text -> {
                if (!known.add(text)) {
                    item.wrong("“" + value.name() + "”中的“" + text + "”重复");
                }
            });
        }
        return known;
    }

    static boolean isKnown(YamlValue place, String text, Collection<String> codes, String what) {
        if (codes.contains(text)) {
            return true;
        }
        place.wrong("未知的" + what + "“" + text + "”", Spelling.nearest(text, codes));
        return false;
    }
}
