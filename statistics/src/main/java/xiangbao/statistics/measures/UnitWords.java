package xiangbao.statistics.measures;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import xiangbao.statistics.text.Spelling;

/**
 * Which words are 计量单位. {@link UnitOfMeasure} takes every word for one, and a slip of the pen (万庙) would then measure something of its own, which converts
 * into nothing and is suspected of nothing.
 */
public final class UnitWords {
    private static final List<String> MEASURED = List.of(
            "亩", "分", "公顷", "平方公里", "平方米", "公斤", "千克", "克", "斤", "担", "吨", "米", "延米", "公里", "千米", "里", "华里", "元", "立方米",
            "方", "升", "瓦", "瓦时", "度", "%", "‰", "百分点");

    private static final List<String> COUNTED = List.of(
            // people, places and what is built
            "个",
            "人",
            "户",
            "村",
            "组",
            "乡",
            "镇",
            "县",
            "社区",
            "片",
            "区",
            "处",
            "座",
            "栋",
            "幢",
            "间",
            "套",
            "所",
            "家",
            "店",
            "院",
            "校",
            "班",
            "园",
            // things
            "台",
            "套",
            "台套",
            "架",
            "部",
            "辆",
            "艘",
            "条",
            "段",
            "根",
            "支",
            "枚",
            "盏",
            "口",
            "眼",
            "面",
            "张",
            "块",
            "件",
            "本",
            "册",
            "份",
            "袋",
            "箱",
            "包",
            "瓶",
            "桶",
            "车",
            "筐",
            "床",
            "床位",
            "门",
            "组",
            // what lives
            "头",
            "只",
            "匹",
            "羽",
            "尾",
            "条",
            "株",
            "棵",
            "丛",
            "窝",
            "蔸",
            "箱",
            // what happens
            "次",
            "人次",
            "场",
            "起",
            "项",
            "批",
            "批次",
            "届",
            "期",
            "季",
            "轮",
            "班次",
            "趟",
            "例",
            "宗",
            "桩",
            "票",
            "单",
            "笔",
            "篇",
            "首",
            "名",
            "位",
            "队",
            "团",
            "字",
            "题",
            "节点",
            "站",
            "点",
            "线",
            "路",
            "层",
            "级",
            "类",
            "种",
            "样",
            "门",
            // time and multiples
            "年",
            "月",
            "周",
            "天",
            "日",
            "小时",
            "分钟",
            "秒",
            "工日",
            "人年",
            "倍",
            "成",
            "年一遇",
            // further units of nature and of statistics
            "摄氏度",
            "℃",
            "毫米",
            "厘米",
            "分米",
            "毫升",
            "毫克",
            "分贝",
            "兆瓦",
            "焦耳",
            "吨标准煤",
            "吨公里",
            "人公里",
            "标准煤",
            "车次",
            "航次",
            "箱次");

    private static final Map<String, String> SYNONYMS = new LinkedHashMap<>();

    static {
        SYNONYMS.put("kg", "公斤");
        SYNONYMS.put("g", "克");
        SYNONYMS.put("t", "吨");
        SYNONYMS.put("m", "米");
        SYNONYMS.put("km", "公里");
        SYNONYMS.put("m2", "平方米");
        SYNONYMS.put("㎡", "平方米");
        SYNONYMS.put("km2", "平方公里");
        SYNONYMS.put("平方千米", "平方公里");
        SYNONYMS.put("ha", "公顷");
        SYNONYMS.put("hm2", "公顷");
        SYNONYMS.put("m3", "立方米");
        SYNONYMS.put("rmb", "元");
        SYNONYMS.put("百分比", "%");
        SYNONYMS.put("百分之", "%");
        SYNONYMS.put("千分比", "‰");
    }

    private static final String MULTIPLES = "百千万亿";

    private final Set<String> words = new LinkedHashSet<>(MEASURED);

    /** @param counted words beside the usual ones for what a county counts */
    public UnitWords(Collection<String> counted) {
        words.addAll(COUNTED);
        words.addAll(counted);
    }

    public boolean isUnit(String unit) {
        String plain = plain(unit);
        if (words.contains(plain)) {
            return true;
        }
        int slash = plain.indexOf('/');
        if (slash >= 0) {
            return isUnit(plain.substring(0, slash)) && isUnit(plain.substring(slash + 1));
        }
        return plain.length() > 1 && MULTIPLES.indexOf(plain.charAt(0)) >= 0 && isUnit(plain.substring(1));
    }

    /** What was probably meant by a word that is no unit; empty when nothing is near. */
    public String nearest(String unit) {
        String plain = plain(unit);
        if (isUnit(plain)) {
            return unit;
        }
        int slash = plain.indexOf('/');
        if (slash > 0) {
            String over = nearest(plain.substring(0, slash));
            String under = nearest(plain.substring(slash + 1));
            return over.isEmpty() || under.isEmpty() ? "" : over + "/" + under;
        }
        String synonym = SYNONYMS.get(plain);
        if (synonym != null) {
            return synonym;
        }
        String whole = Spelling.nearest(plain, MEASURED);
        if (whole.isEmpty() && plain.length() > 1 && MULTIPLES.indexOf(plain.charAt(0)) >= 0) {
            // 万庙: the multiple is right, so it is what stands behind it that is wrong.
            String rest = plain.substring(1);
            String base = SYNONYMS.containsKey(rest) ? nearest(rest) : Spelling.nearest(rest, words);
            return base.isEmpty() ? likeliest(plain) : plain.charAt(0) + base;
        }
        return whole.isEmpty() ? Spelling.nearest(plain, words) : whole;
    }

    /** The commonest unit behind the same multiple. */
    private static String likeliest(String plain) {
        return switch (plain.charAt(0)) {
            case '万' -> "万亩";
            case '亿' -> "亿元";
            default -> "";
        };
    }

    private static String plain(String unit) {
        return unit.strip().replace('％', '%').replace('／', '/').toLowerCase(java.util.Locale.ROOT);
    }
}
