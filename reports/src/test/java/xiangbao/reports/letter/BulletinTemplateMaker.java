package xiangbao.reports.letter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import xiangbao.reports.template.SteadyZip;

/**
 * Draws the first version of {@code templates/情况通报.docx}, in the layout of GB/T 9704. From then on it is edited in Word or WPS; run the main method with a
 * folder only to start again from nothing.
 */
final class BulletinTemplateMaker {
    private static final String W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    /** 28 characters of 三号 in 156 mm: a quarter of a point less between them. */
    private static final String NARROW = "<w:spacing w:val=\"-5\"/>";

    private BulletinTemplateMaker() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments.length == 0 ? "templates" : arguments[0]);
        Files.createDirectories(folder);
        Files.write(folder.resolve("情况通报.docx"), bytes());
    }

    private static byte[] bytes() throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", contentTypes());
        parts.put("_rels/.rels", relations(List.of("officeDocument", "word/document.xml")));
        parts.put(
                "word/_rels/document.xml.rels",
                relations(List.of(
                        "styles",
                        "styles.xml",
                        "settings",
                        "settings.xml",
                        "footer",
                        "footer1.xml",
                        "footer",
                        "footer2.xml")));
        parts.put("word/document.xml", document());
        parts.put("word/styles.xml", styles());
        parts.put("word/settings.xml", HEAD + "<w:settings " + W + "><w:evenAndOddHeaders/></w:settings>");
        parts.put("word/footer1.xml", footer("right"));
        parts.put("word/footer2.xml", footer("left"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return SteadyZip.report(bytes.toByteArray());
    }

    private static String contentTypes() {
        StringBuilder xml = new StringBuilder(HEAD)
                .append("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">")
                .append("<Default Extension=\"rels\""
                        + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>")
                .append("<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
        for (String part : List.of(
                "document/document.main", "styles/styles", "settings/settings", "footer1/footer", "footer2/footer")) {
            String[] names = part.split("/");
            xml.append(
                    "<Override PartName=\"/word/" + names[0] + ".xml\" ContentType=\"" + TYPES + names[1] + "+xml\"/>");
        }
        return xml.append("</Types>").toString();
    }

    private static String relations(List<String> pairs) {
        StringBuilder xml = new StringBuilder(HEAD)
                .append("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        for (int index = 0; index < pairs.size(); index += 2) {
            xml.append("<Relationship Id=\"rId" + (index / 2 + 1) + "\" Type=\"" + RELATIONS + pairs.get(index)
                    + "\" Target=\"" + pairs.get(index + 1) + "\"/>");
        }
        return xml.append("</Relationships>").toString();
    }

    /** 版心 156 by 225 mm, 22 lines of 28 characters; the even pages' numbers stand at the left. */
    private static String document() {
        StringBuilder xml = new StringBuilder(HEAD).append("<w:document " + W + "><w:body>");
        for (String line : List.of(
                "title|{{县}}{{报告期}}",
                "title|目标任务调度情况通报",
                "body|",
                "to|各乡镇（街道），县直有关单位：",
                "body|现将{{报告期}}{{计划}}目标任务调度情况通报如下。本期收件截至{{收件截至}}，所列数据为{{数据性质}}，系乡镇调度数，非法定统计数据；法定数以统计部门核定为准。",
                "one|一、主要指标",
                "body|{{主要指标}}",
                "one|二、目标任务进展",
                "body|{{目标总体}}",
                "two|（一）未达标、滞后的目标任务",
                "body|{{滞后目标}}",
                "two|（二）达标、达序时的目标任务",
                "body|{{达标目标}}",
                "body|{{未定目标}}",
                "one|三、报送情况",
                "body|{{报送总体}}",
                "two|（一）按时报送的单位",
                "body|{{表扬}}",
                "two|（二）未报、迟报、退回的单位",
                "body|{{督促}}",
                "two|（三）未报齐的报表",
                "body|{{未报}}",
                "one|四、数据质量",
                "body|{{数据质量}}",
                "one|五、有关要求",
                "body|{{有滞后}}未达标、滞后的目标任务，各责任单位要对照差距列出措施，逐项推进，下期调度时说明进展。",
                "body|{{无滞后}}各责任单位要保持进度，确保全年目标任务如期完成。",
                "body|{{有未报}}未报的单位要立即补报；没有数字的也要零报告。",
                "body|{{有退回}}报表被退回的单位要对照退回件逐条改正，改好后重新报送。",
                "body|{{有待核实}}有待核实问题的单位要查明原因，据实说明；确有差错的重新报送，不得为应付审核改动数字。",
                "last|各单位要对所报数据的真实性负责，任何单位和个人不得要求填报单位按目标数填报。",
                "last|",
                "sign|{{落款}}",
                "date|　　　　年　　月　　日")) {
            int bar = line.indexOf('|');
            xml.append(paragraph(line.substring(0, bar), line.substring(bar + 1)));
        }
        return xml.append("<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId3\"/>")
                .append("<w:footerReference w:type=\"even\" r:id=\"rId4\"/>")
                .append("<w:pgSz w:w=\"11906\" w:h=\"16838\"/>")
                .append("<w:pgMar w:top=\"2098\" w:right=\"1474\" w:bottom=\"1985\" w:left=\"1588\"")
                .append(" w:header=\"851\" w:footer=\"1021\" w:gutter=\"0\"/>")
                .append("<w:docGrid w:type=\"lines\" w:linePitch=\"579\"/>")
                .append("</w:sectPr></w:body></w:document>")
                .toString();
    }

    private static String paragraph(String style, String text) {
        return "<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>"
                + (text.isEmpty() ? "" : "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>") + "</w:p>";
    }

    /** 4号 half-width 宋体 between dashes; 单页居右空一字，双页居左空一字. */
    private static String footer(String side) {
        String dash = "<w:r><w:t xml:space=\"preserve\">%s</w:t></w:r>";
        return HEAD + "<w:ftr " + W + "><w:p><w:pPr><w:pStyle w:val=\"page\"/><w:jc w:val=\"" + side + "\"/></w:pPr>"
                + String.format(dash, "— ")
                + "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
                + "<w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>"
                + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r>"
                + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
                + String.format(dash, " —")
                + "</w:p><w:p><w:pPr><w:pStyle w:val=\"note\"/></w:pPr><w:r><w:t>乡镇调度数，非法定统计数据</w:t></w:r></w:p></w:ftr>";
    }

    /** Sizes are half points: 二号 44, 三号 32, 四号 28, 小五 18. */
    private static String styles() {
        return HEAD + "<w:styles " + W + "><w:docDefaults><w:rPrDefault><w:rPr>" + fonts("仿宋_GB2312", "Times New Roman")
                + "<w:kern w:val=\"2\"/><w:sz w:val=\"32\"/><w:szCs w:val=\"32\"/>"
                + "<w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl w:val=\"0\"/></w:pPr></w:pPrDefault></w:docDefaults>"
                + style(
                        "body",
                        "Normal",
                        NARROW,
                        "<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/><w:jc w:val=\"both\"/>",
                        true)
                + style(
                        "title",
                        "通报标题",
                        fonts("方正小标宋简体", "方正小标宋简体") + "<w:sz w:val=\"44\"/><w:szCs w:val=\"44\"/>",
                        "<w:snapToGrid w:val=\"0\"/>|<w:jc w:val=\"center\"/>",
                        false)
                + style(
                        "last",
                        "正文（与署名同页）",
                        NARROW,
                        "<w:keepNext/>|<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/><w:jc w:val=\"both\"/>",
                        false)
                + style("to", "主送机关", NARROW, "<w:jc w:val=\"both\"/>", false)
                + style(
                        "one",
                        "一级标题（黑体）",
                        fonts("黑体", "黑体"),
                        "<w:keepNext/>|<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/>",
                        false)
                + style(
                        "two",
                        "二级标题（楷体）",
                        fonts("楷体_GB2312", "楷体_GB2312"),
                        "<w:keepNext/>|<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/>",
                        false)
                + style(
                        "sign",
                        "署名",
                        "",
                        "<w:keepNext/>|<w:ind w:rightChars=\"200\" w:right=\"640\"/><w:jc w:val=\"right\"/>",
                        false)
                + style(
                        "date",
                        "成文日期",
                        "",
                        "<w:ind w:rightChars=\"400\" w:right=\"1280\"/><w:jc w:val=\"right\"/>",
                        false)
                + "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"page\"><w:name w:val=\"页码（通报）\"/><w:qFormat/>"
                + "<w:pPr><w:ind w:leftChars=\"100\" w:left=\"280\" w:rightChars=\"100\" w:right=\"280\"/></w:pPr>"
                + "<w:rPr>" + fonts("宋体", "宋体") + "<w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/></w:rPr></w:style>"
                + "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"note\"><w:name w:val=\"页脚说明\"/><w:qFormat/>"
                + "<w:pPr><w:jc w:val=\"center\"/></w:pPr><w:rPr>" + fonts("宋体", "宋体")
                + "<w:color w:val=\"595959\"/><w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/></w:rPr></w:style>"
                + "</w:styles>";
    }

    private static String fonts(String chinese, String latin) {
        return "<w:rFonts w:ascii=\"" + latin + "\" w:hAnsi=\"" + latin + "\" w:eastAsia=\"" + chinese
                + "\" w:cs=\"Times New Roman\"/>";
    }

    /** @param look paragraph properties; what must stand before the line spacing comes before a bar */
    private static String style(String id, String name, String font, String look, boolean standard) {
        int bar = look.indexOf('|');
        String before = bar < 0 ? "" : look.substring(0, bar);
        return "<w:style w:type=\"paragraph\"" + (standard ? " w:default=\"1\"" : " w:customStyle=\"1\"")
                + " w:styleId=\"" + id + "\"><w:name w:val=\"" + name + "\"/><w:qFormat/><w:pPr>" + before
                + "<w:spacing w:line=\"" + (id.equals("title") ? 680 : 579) + "\" w:lineRule=\"exact\"/>"
                + look.substring(bar + 1) + "</w:pPr>"
                + (font.isEmpty() ? "" : "<w:rPr>" + font + "</w:rPr>") + "</w:style>";
    }
}
