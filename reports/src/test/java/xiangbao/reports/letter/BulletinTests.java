package xiangbao.reports.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xiangbao.reports.CountyReports;
import xiangbao.reports.county.CountyResult;
import xiangbao.reports.county.Reporting;
import xiangbao.reports.county.SampleOffice;
import xiangbao.reports.template.LetterTemplate;
import xiangbao.reports.template.TemplateException;
import xiangbao.reports.template.Told;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.findings.Verdict;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.plan.Pace;
import xiangbao.statistics.progress.ComparatorResult;
import xiangbao.statistics.progress.Progress;
import xiangbao.statistics.progress.ProgressStatus;

/** 情况通报: its sentences, and the letter that they stand in, read as the XML that it is. */
class BulletinTests {
    private static final Path TEMPLATES = Path.of("..", "templates");

    @TempDir
    Path folder;

    private static List<String> paragraphs(CountyResult result, String marker) {
        return new Bulletin(result).paragraphs().getOrDefault(marker, List.of());
    }

    @Test
    void tellsTargetsBehindScheduleWithTheirFiguresAndWhoIsResponsible() {
        assertThat(paragraphs(SampleOffice.result(), "目标总体"))
                .containsExactly("纳入调度的目标任务5项，其中：达标1项，滞后1项，严重滞后1项，未达标1项，目标未定1项。");
        assertThat(paragraphs(SampleOffice.result(), "滞后目标"))
                .containsExactly(
                        "未达标、滞后的目标任务3项：",
                        "1．问题厕所整改率（S03）：实际98.96%（初步数，已计入5/6），目标为不低于100%，■未达标。未达标的有2个：乙镇、丁乡。责任单位：县交通运输局、各乡镇（街道）。",
                        "2．危桥改造（R03）：实际9座（初步数，已计入5/6），目标为不低于30座，完成率30.0%，时间进度74.8%，落后44.8个百分点，■严重滞后。责任单位：县交通运输局、各乡镇（街道）。",
                        "3．农村公路提质改造（R02）：实际80.5公里（初步数，已计入5/6），目标为不低于120公里，完成率67.1%，时间进度74.8%，落后7.7个百分点，▲滞后。责任单位：县交通运输局、各乡镇（街道）。");
        assertThat(paragraphs(SampleOffice.result(), "达标目标")).containsExactly("已完成、达标、达序时的目标任务1项：农村卫生厕所普及率。");
        assertThat(paragraphs(SampleOffice.result(), "未定目标")).containsExactly("方案没有数值、任务数待下达的目标任务1项：双季稻万亩示范片。");
    }

    @Test
    void tellsHeadlinesWithTheirGrowthAndCoverage() {
        Bulletin bulletin = new Bulletin(SampleOffice.result());
        assertThat(bulletin.word("指标 样31-1:05.1")).contains("卫生厕所户150,000户（初步数，已计入5/6、其中待核实1个），同比增长1.0%");
        assertThat(bulletin.word("同比 样31-1:普及率")).contains("同比提高0.52个百分点");
        assertThat(bulletin.word("目标 S01 样31-1:普及率"))
                .contains("农村卫生厕所普及率99.235%（初步数，已计入5/6），同比提高0.52个百分点，目标为不低于99%，达标");
        assertThat(bulletin.word("目标 G07")).contains("双季稻万亩示范片1片（初步数，已计入5/6），目标未定");
        assertThat(bulletin.word("目标 X99")).isEmpty();
        assertThat(new Bulletin(SampleOffice.nothing()).word("指标 样31-1:05.1")).contains("卫生厕所户未报");
    }

    @Test
    void praisesWhoIsOnTimeAndUrgesWhoIsNot() {
        assertThat(paragraphs(SampleOffice.result(), "报送总体"))
                .containsExactly("本期各单位应报报表13份，已报11份，未报2份，迟报2份，先后退回4次、尚有2份待改正。");
        assertThat(paragraphs(SampleOffice.result(), "表扬"))
                .containsExactly("乡镇（街道）中，戊街道、甲镇等2个单位按时报送、没有退回，予以表扬。", "县直部门应报的县交通运输局按时报送、没有退回，予以表扬。");
        assertThat(paragraphs(SampleOffice.result(), "督促"))
                .containsExactly("乡镇（街道）中，己乡应报的2份全部未报；丁乡迟报1份（样22-1）、退回2次（样31-1、样22-1）；丙乡退回2次（样31-1）；乙镇迟报1份（样31-1）。");
        assertThat(paragraphs(SampleOffice.result(), "未报"))
                .containsExactly(
                        "样31-1农村卫生厕所情况（2026年三季度，2026年10月10日到期）：应报6个，未报1个（己乡）。",
                        "样22-1农村公路建设项目情况（2026年三季度，2026年10月10日到期）：应报6个，未报1个（己乡）。");
    }

    @Test
    void countsWhatIsTooManyToName() {
        List<Reporting> late = new ArrayList<>();
        for (Form form : List.of(SampleOffice.TOILETS, SampleOffice.ROADS)) {
            late.add(SampleOffice.owed("甲镇", form, SampleOffice.round(1, 12, Outcome.ACCEPTED, true)));
        }
        CountyResult result = SampleOffice.result(late, SampleOffice.targets(), List.of());
        assertThat(paragraphs(result, "督促")).containsExactly("乡镇（街道）中，甲镇应报的2份全部迟报。");
    }

    @Test
    void tellsWhatTheComparatorsAreAndWhichIsNotExceeded() {
        Progress plain =
                SampleOffice.progress("N01", "农民收入增速", "%", "6.2", null, Pace.DIRECT, null, ProgressStatus.NOT_MET);
        Progress compared = SampleOffice.compared(
                plain,
                new ComparatorResult("全国", new BigDecimal("5.8"), new BigDecimal("0.4"), "百分点", Verdict.PASSES),
                new ComparatorResult("全省", new BigDecimal("6.3"), new BigDecimal("-0.1"), "百分点", Verdict.FAILS),
                new ComparatorResult("城镇", null, null, "百分点", Verdict.UNDECIDED));
        CountyResult result = SampleOffice.result(List.of(), List.of(compared), List.of());
        assertThat(paragraphs(result, "滞后目标"))
                .contains("1．农民收入增速（N01）：实际6.2%，目标为高于全国（5.8%）、全省（6.3%）、城镇（缺数），其中未高于全省，■未达标。责任单位：县交通运输局、各乡镇（街道）。");
    }

    @Test
    void tellsThatNothingIsMissing() {
        CountyResult good = SampleOffice.allGood();
        assertThat(paragraphs(good, "报送总体")).containsExactly("本期各单位应报报表13份，已报13份，全部报齐，没有迟报，没有退回。");
        assertThat(paragraphs(good, "表扬"))
                .containsExactly("乡镇（街道）应报的6个单位全部按时报送、没有退回，予以表扬。", "县直部门应报的县交通运输局按时报送、没有退回，予以表扬。");
        assertThat(paragraphs(good, "督促")).containsExactly("没有未报、迟报、退回的单位。");
        assertThat(paragraphs(good, "未报")).containsExactly("各表均已报齐，没有未报的单位。");
        assertThat(paragraphs(good, "数据质量").get(0)).isEqualTo("各表最近一次报送中，审核没有发现问题。");
        assertThat(new Bulletin(good).word("有未报")).isEmpty();
        assertThat(new Bulletin(good).word("无未报")).contains("");
    }

    @Test
    void tellsThatEverythingIsMissing() {
        CountyResult nothing = SampleOffice.nothing();
        assertThat(paragraphs(nothing, "报送总体")).containsExactly("本期各单位应报报表13份，已报0份。");
        assertThat(paragraphs(nothing, "表扬")).containsExactly("乡镇（街道）中，没有全部按时报送且未被退回的单位。", "县直部门中，没有全部按时报送且未被退回的单位。");
        assertThat(paragraphs(nothing, "未报").get(0)).isEqualTo("样31-1农村卫生厕所情况（2026年三季度，2026年10月10日到期）：应报6个，全部未报。");
        assertThat(new Bulletin(nothing).word("收件截至")).contains("本期尚未收到报表之时");
    }

    @Test
    void tellsWhatTheAuditHasFoundAndWhatWeighsMost() {
        assertThat(paragraphs(SampleOffice.result(), "数据质量"))
                .containsExactly(
                        "各表最近一次报送中，审核发现强制性问题2条（涉及1个单位）、核实性问题1条（涉及1个单位）、提示性问题1条（涉及1个单位）；以前各次报送中的2条问题已经改正。",
                        "待核实的数中，对全县合计影响较大的有：戊街道卫生厕所户3,100户（占全县2.1%）。",
                        "汇总的1张报表均为初步数（括号内为计入数/应报数）：样31-1（5/6）。");
    }

    @Test
    void theLetterHasTheLayoutOfTheStandard() throws IOException {
        Map<String, String> parts = parts(Files.readAllBytes(letter(SampleOffice.result())));
        String document = parts.getOrDefault("word/document.xml", "");
        assertThat(document)
                .contains("w:w=\"11906\" w:h=\"16838\"") // A4
                .contains("w:top=\"2098\"") // 天头 37 mm
                .contains("w:left=\"1588\"") // 订口 28 mm
                .contains("w:right=\"1474\" w:bottom=\"1985\"") // 版心 156 by 225 mm
                .contains("w:linePitch=\"579\"");
        String styles = parts.getOrDefault("word/styles.xml", "");
        assertThat(styles)
                .contains("w:eastAsia=\"方正小标宋简体\"")
                .contains("w:eastAsia=\"仿宋_GB2312\"")
                .contains("w:eastAsia=\"黑体\"")
                .contains("w:eastAsia=\"楷体_GB2312\"")
                .contains("<w:widowControl w:val=\"0\"")
                .contains("w:line=\"579\" w:lineRule=\"exact\"");
        assertThat(parts.getOrDefault("word/settings.xml", "")).contains("evenAndOddHeaders");
        List<String> footers =
                List.of(parts.getOrDefault("word/footer1.xml", ""), parts.getOrDefault("word/footer2.xml", ""));
        assertThat(footers).allMatch(footer -> footer.contains("乡镇调度数，非法定统计数据") && footer.contains(" PAGE "));
        assertThat(footers.get(0)).contains("<w:jc w:val=\"right\"");
        assertThat(footers.get(1)).contains("<w:jc w:val=\"left\"");
    }

    @Test
    void theLetterReadsFromTitleToDate() throws IOException {
        List<String> read = read(letter(SampleOffice.result()));
        assertThat(read.subList(0, 4))
                .containsExactly(
                        "title|乡报样县2026年三季度",
                        "title|目标任务调度情况通报",
                        "to|各乡镇（街道），县直有关单位：",
                        "body|现将2026年三季度《构筑好兴城乡强区域的格局实施方案》目标任务调度情况通报如下。本期收件截至2026年10月13日，所列数据为初步数，系乡镇调度数，非法定统计数据；法定数以统计部门核定为准。");
        assertThat(read)
                .contains("one|一、主要指标", "two|（一）未达标、滞后的目标任务", "body|未报的单位要立即补报；没有数字的也要零报告。")
                .contains("body|农村卫生厕所普及率99.235%（初步数，已计入5/6），目标为不低于99%，达标。")
                .noneMatch(line -> line.contains("{{") || line.contains("粮食") || line.contains("保持进度"));
        assertThat(read).contains("sign|乡报样县工作专班办公室");
        assertThat(read.get(read.size() - 1)).isEqualTo("date|　　　　年　　月　　日");
        assertThat(read(letter(SampleOffice.allGood())))
                .noneMatch(line -> line.contains("立即补报") || line.contains("退回件"));
    }

    @Test
    void sameResultsGiveTheSameBytes() throws IOException {
        assertThat(Files.readAllBytes(letter(SampleOffice.result())))
                .isEqualTo(Files.readAllBytes(letter(SampleOffice.result())));
    }

    @Test
    void aTokenThatWordHasTornApartIsFilledAllTheSame() throws IOException {
        Path torn = template(
                "<w:r><w:t>截至{{收</w:t></w:r><w:proofErr w:type=\"gramStart\"/><w:r><w:rPr><w:b/></w:rPr><w:t>件</w:t></w:r>"
                        + "<w:r><w:t xml:space=\"preserve\">截至}}，{{ 县 }}通报</w:t></w:r>");
        try (LetterTemplate letter = LetterTemplate.open(torn)) {
            letter.fill(new Bulletin(SampleOffice.result())::word);
            Files.write(folder.resolve("filled.docx"), letter.finish());
        }
        assertThat(read(folder.resolve("filled.docx"))).containsExactly("body|截至2026年10月13日，乡报样县通报");
    }

    @Test
    void everyMistakeInTheTemplateIsTold() throws IOException {
        Path spoilt = template("<w:r><w:t>如下：{{滞后目标}}{{县名}}</w:t></w:r>");
        try (LetterTemplate letter = LetterTemplate.open(spoilt)) {
            assertThat(letter.mistakes(Bulletin.MARKERS, Bulletin.WORDS, Map.of(), "此字不在页脚"))
                    .containsExactly(
                            "情况通报.docx：标记 {{滞后目标}} 应在正文中单独成段，前后不能有别的字",
                            "情况通报.docx：不认识的标记 {{县名}}，所在段落为“如下：{{滞后目标}}{{县名}}”",
                            "情况通报.docx：每一种页脚都要有“此字不在页脚”");
            letter.fill(new Bulletin(SampleOffice.result())::word);
            assertThatThrownBy(letter::finish)
                    .isInstanceOf(TemplateException.class)
                    .hasMessage("情况通报.docx：模板中有无法填写的标记 {{滞后目标}}、{{县名}}");
        }
        assertThat(Set.copyOf(new Bulletin(SampleOffice.result()).paragraphs().keySet()))
                .isEqualTo(Bulletin.MARKERS);
    }

    /** It would have dropped its paragraph, and nobody would have seen that a target is not told. */
    @Test
    void aTargetOrIndicatorThatIsNotConfiguredIsAMistakeInTheTemplate() throws IOException {
        Path spoilt =
                template("<w:r><w:t>{{目标 S10}}；{{目标 S01 平31-1:普集率}}；{{指标 平31-1:05.9}}；{{目标}}；{{同比 平31-1:普及率 S01}}；"
                        + "{{目标 S01}}；{{目标 S01 平31-1:普及率}}；{{指标 X}}</w:t></w:r>");
        Told target = new Told("目标代码", true, Set.of("S01", "G01"));
        Set<String> indicators = Set.of("平31-1:05.1", "平31-1:普及率");
        Map<String, List<Told>> told = Map.of(
                "目标",
                List.of(target, new Told("指标", false, indicators)),
                "指标",
                List.of(new Told("指标", true, indicators)),
                "同比",
                List.of(new Told("指标", true, indicators)));
        String place = "，所在段落为“{{目标 S10}}；{{目标 S01 平31-1:普集率}…”";

        try (LetterTemplate letter = LetterTemplate.open(spoilt)) {
            assertThat(letter.mistakes(Bulletin.MARKERS, Bulletin.WORDS, told, "乡镇调度数，非法定统计数据"))
                    .containsExactly(
                            "情况通报.docx：标记 {{目标 S10}} 里的“S10”不是目标代码" + place + "，您是不是想写“S01”？",
                            "情况通报.docx：标记 {{目标 S01 平31-1:普集率}} 里的“平31-1:普集率”不是指标" + place + "，您是不是想写“平31-1:普及率”？",
                            "情况通报.docx：标记 {{指标 平31-1:05.9}} 里的“平31-1:05.9”不是指标" + place + "，您是不是想写“平31-1:05.1”？",
                            "情况通报.docx：标记 {{目标}} 后面要写目标代码" + place,
                            "情况通报.docx：标记 {{同比 平31-1:普及率 S01}} 里多了“S01”" + place,
                            "情况通报.docx：标记 {{指标 X}} 里的“X”不是指标" + place);
        }
    }

    @Test
    void templatesAreHeldAgainstTheTargetsAndFormsOfTheConfiguration() throws IOException {
        template("<w:r><w:t>{{目标 S01}}；{{目标 S77}}</w:t></w:r>");
        CountyReports made = new CountyReports(folder.resolve("made"));

        assertThat(made.mistakes(SampleOffice.result().definitions()))
                .filteredOn(mistake -> mistake.startsWith("情况通报.docx"))
                .containsExactly(
                        "情况通报.docx：标记 {{目标 S77}} 里的“S77”不是 plan.yaml 里的目标代码（如 S01），所在段落为“{{目标 S01}}；{{目标 S77}}”");
        assertThat(made.mistakes()).noneMatch(mistake -> mistake.startsWith("情况通报.docx"));
    }

    private Path letter(CountyResult result) throws IOException {
        return new CountyReports(TEMPLATES)
                .write(result, folder).stream()
                        .filter(file -> file.getFileName().toString().equals("情况通报.docx"))
                        .findFirst()
                        .orElseThrow();
    }

    /** The shipped letter with a single paragraph of these runs. */
    private Path template(String runs) throws IOException {
        Map<String, String> parts = parts(Files.readAllBytes(TEMPLATES.resolve("情况通报.docx")));
        parts.computeIfPresent(
                "word/document.xml",
                (name, xml) -> xml.replaceAll(
                        "(?s)<w:body>.*<w:sectPr>",
                        Matcher.quoteReplacement(
                                "<w:body><w:p><w:pPr><w:pStyle w:val=\"body\"/></w:pPr>" + runs + "</w:p><w:sectPr>")));
        Path file = Files.createDirectories(folder.resolve("made")).resolve("情况通报.docx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file), StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    private static Map<String, String> parts(byte[] letter) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(letter), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    /** Style and text of each paragraph that has any. */
    private static List<String> read(Path letter) throws IOException {
        List<String> read = new ArrayList<>();
        String document = parts(Files.readAllBytes(letter)).getOrDefault("word/document.xml", "");
        Matcher paragraphs = Pattern.compile("(?s)<w:p>(.*?)</w:p>").matcher(document);
        while (paragraphs.find()) {
            Matcher style = Pattern.compile("<w:pStyle w:val=\"(\\w+)\"/>").matcher(paragraphs.group(1));
            Matcher texts = Pattern.compile("<w:t(?: [^>]*)?>([^<]*)</w:t>").matcher(paragraphs.group(1));
            StringBuilder text = new StringBuilder();
            while (texts.find()) {
                text.append(texts.group(1));
            }
            if (!text.isEmpty()) {
                read.add((style.find() ? style.group(1) : "") + "|" + text);
            }
        }
        return read;
    }
}
