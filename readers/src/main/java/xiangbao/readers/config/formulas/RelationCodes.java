package xiangbao.readers.config.formulas;

import java.util.LinkedHashMap;
import java.util.Map;
import xiangbao.readers.config.documents.YamlValue;

/** The codes of relations over all forms: an explanation or a finding names its relation by nothing else. */
public final class RelationCodes {
    private final Map<String, YamlValue> places = new LinkedHashMap<>();

    public void enter(String code, YamlValue place) {
        YamlValue earlier = places.putIfAbsent(code, place);
        if (earlier != null) {
            String where = earlier.file().equals(place.file()) ? "" : earlier.file() + " ";
            place.wrong("审核关系代码“" + code + "”重复，" + where + "第" + earlier.line() + "行已有");
        }
    }
}
