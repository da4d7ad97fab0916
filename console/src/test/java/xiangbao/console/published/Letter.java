package xiangbao.console.published;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import tools.jackson.databind.JsonNode;

/** 情况通报: what its sentences say of targets, read from the XML of its paragraphs. */
final class Letter implements Output {
    private static final String NUMBER = "([-−]?\\d[\\d,]*(?:\\.\\d+)?)";
    private static final Pattern CODED = Pattern.compile("^\\d+．.*?（([A-Z]\\d{2}[a-z]?)）：实际");

    @Override
    public String name() {
        return "情况通报";
    }

    @Override
    public int least() {
        return 12;
    }

    @Override
    public List<Shown> read(Published published) throws Exception {
        Map<String, String> codes = new LinkedHashMap<>();
        for (JsonNode target : published.progress().get("targets")) {
            codes.put(target.get("title").asString(), target.get("code").asString());
        }
        List<Shown> shown = new ArrayList<>();
        for (Path letter : published.reports("情况通报.docx")) {
            for (String paragraph : paragraphs(letter)) {
                Matcher coded = CODED.matcher(paragraph);
                if (coded.find()) {
                    // what stands behind the first sentence is said of its parts and units
                    clauses(coded.group(1), "实际", paragraph.replaceFirst("。.*", ""), shown);
                    continue;
                }
                codes.forEach((title, code) -> {
                    if (paragraph.startsWith(title)) {
                        clauses(code, Pattern.quote(title), paragraph, shown);
                    }
                });
            }
        }
        return shown;
    }

    private void clauses(String code, String before, String paragraph, List<Shown> shown) {
        add(shown, code + Shown.ACTUAL, before + Sheets.COUNTED + NUMBER, paragraph, false);
        add(shown, code + Shown.GOAL, "目标为(?:不低于|高于上年同期的|高于|不超过|低于|到期的)?" + NUMBER, paragraph, false);
        add(shown, code + Shown.COMPLETION, "，完成率" + NUMBER + "%", paragraph, false);
        add(shown, code + Shown.ELAPSED, "时间进度" + NUMBER + "%", paragraph, false);
        add(shown, code + Shown.DEVIATION, "超前" + NUMBER + "个百分点", paragraph, false);
        add(shown, code + Shown.DEVIATION, "落后" + NUMBER + "个百分点", paragraph, true);
    }

    private void add(List<Shown> shown, String what, String pattern, String paragraph, boolean negative) {
        Matcher matcher = Pattern.compile(pattern).matcher(paragraph);
        if (matcher.find()) {
            BigDecimal number = new BigDecimal(matcher.group(1).replace(",", "").replace('−', '-'));
            shown.add(new Shown(what, negative ? number.negate() : number, number.scale(), name()));
        }
    }

    static List<String> paragraphs(Path letter) throws Exception {
        List<String> paragraphs = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(letter), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("word/document.xml")) {
                    String xml = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                    Matcher paragraph = Pattern.compile("(?s)<w:p[ >].*?</w:p>").matcher(xml);
                    while (paragraph.find()) {
                        Matcher texts =
                                Pattern.compile("<w:t(?: [^>]*)?>([^<]*)</w:t>").matcher(paragraph.group());
                        StringBuilder text = new StringBuilder();
                        while (texts.find()) {
                            text.append(texts.group(1));
                        }
                        paragraphs.add(text.toString());
                    }
                }
            }
        }
        return paragraphs;
    }
}
