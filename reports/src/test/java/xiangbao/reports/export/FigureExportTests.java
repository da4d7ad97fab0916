package xiangbao.reports.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import xiangbao.statistics.aggregate.FigureStatus;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.plan.Comparison;
import xiangbao.statistics.progress.ProgressStatus;
import xiangbao.statistics.publication.Vintage;
import xiangbao.statistics.units.UnitCode;

class FigureExportTests {
    private static final FormCode FORM = new FormCode("平31-1");

    private final FigureExport export = export(
            official(
                    figure("430626", "平江县", "05.1", "卫生厕所户", "243117", "户", FigureStatus.PROVISIONAL, 22, 25, 2),
                    "243090",
                    "=样例〔2026〕1号"),
            figure("430626", "平江县", "普及率", "普及率", "99.235", "%", FigureStatus.PROVISIONAL, 22, 25, 2),
            figure("430626111", "伍市镇", "05.1", "卫生厕所户", "0", "户", FigureStatus.FINAL, 1, 1, 0),
            figure("430626112", "向家镇", "05.1", "卫生厕所户", null, "户", FigureStatus.MISSING, 0, 1, 0),
            figure("430626113", "童市镇", "05.1", "卫生厕所户", null, "户", FigureStatus.NOT_APPLICABLE, 0, 0, 0),
            figure("430626114", "=1+1,\"镇\"", "06.1", "-比上年增减", "-12.50", "户", FigureStatus.FINAL, 1, 1, 0));

    @Test
    void csvHasTheMarkOfExcelAndTellsMissingFromZeroFromNotApplicable() {
        String text = new String(new FigureFiles(export).csv(), StandardCharsets.UTF_8);
        assertThat(text.lines())
                .containsExactly(
                        "\uFEFF报告期,表号,表名,指标代码,指标,单位代码,单位,数值,计量单位,状态,含预计,计入单位数,应报单位数,待核实单位数,核定数,核定文号,数据性质,汇总,报告期代码,说明",
                        "2026年三季度,平31-1,农村卫生厕所情况,平31-1:05.1,卫生厕所户,430626,平江县,243117,户,初步数,否,22,25,2,243090,'=样例〔2026〕1号,初步数,2026-Q3/7,2026-Q3,乡镇调度数，非法定统计数据",
                        "2026年三季度,平31-1,农村卫生厕所情况,平31-1:普及率,普及率,430626,平江县,99.235,%,初步数,否,22,25,2,,,初步数,2026-Q3/7,2026-Q3,乡镇调度数，非法定统计数据",
                        "2026年三季度,平31-1,农村卫生厕所情况,平31-1:05.1,卫生厕所户,430626111,伍市镇,0,户,已核,否,1,1,0,,,初步数,2026-Q3/7,2026-Q3,乡镇调度数，非法定统计数据",
                        "2026年三季度,平31-1,农村卫生厕所情况,平31-1:05.1,卫生厕所户,430626112,向家镇,,户,未报,否,0,1,0,,,初步数,2026-Q3/7,2026-Q3,乡镇调度数，非法定统计数据",
                        "2026年三季度,平31-1,农村卫生厕所情况,平31-1:05.1,卫生厕所户,430626113,童市镇,,户,不适用,否,0,0,0,,,初步数,2026-Q3/7,2026-Q3,乡镇调度数，非法定统计数据",
                        "2026年三季度,平31-1,农村卫生厕所情况,平31-1:06.1,'-比上年增减,430626114,\"'=1+1,\"\"镇\"\"\",-12.50,户,已核,否,1,1,0,,,初步数,2026-Q3/7,2026-Q3,乡镇调度数，非法定统计数据");
        assertThat(text.chars().filter(character -> character == '\n')).hasSize(7);
        assertThat(text).endsWith("\r\n");
    }

    @Test
    void noTextIsTakenForAFormulaAndANegativeNumberStaysANumber() throws IOException {
        for (CSVRecord line : read(new String(new FigureFiles(export).csv(), StandardCharsets.UTF_8).substring(1))) {
            for (String field : line) {
                boolean number = field.matches("-?\\d+(\\.\\d+)?");
                assertThat(number || field.isEmpty() || "=+-@\t\r\n＝＋－＠".indexOf(field.charAt(0)) < 0)
                        .as(field)
                        .isTrue();
            }
        }
        assertThat(read(new String(new FigureFiles(export).csv(), StandardCharsets.UTF_8).substring(1)))
                .last()
                .satisfies(line -> {
                    assertThat(new BigDecimal(line.get("数值"))).isEqualByComparingTo("-12.5");
                    assertThat(line.get("单位")).isEqualTo("'=1+1,\"镇\"");
                });
        for (String text : List.of("=A1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "－1")) {
            assertThat(CsvText.harmless(text)).isEqualTo("'" + text);
        }
        assertThat(CsvText.harmless("公斤/亩")).isEqualTo("公斤/亩");
        assertThat(CsvText.harmless("")).isEmpty();
    }

    @Test
    void sdmxCsvHasOneLineForEachObservation() {
        String text = new String(new FigureFiles(export).sdmxCsv(), StandardCharsets.UTF_8);
        assertThat(text.lines().limit(6))
                .containsExactly(
                        "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,FORM,INDICATOR,TIME_PERIOD,OBS_VALUE,OFFICIAL_VALUE,OBS_STATUS,FORECAST,UNIT_MEASURE,"
                                + "COVERAGE_COUNTED,COVERAGE_EXPECTED,COVERAGE_PENDING,OFFICIAL_DOCUMENT,SOURCE_CODE,VINTAGE,NATURE,RUN",
                        "dataflow,XIANGBAO:TOWNSHIP_RETURNS(1.0),I,Q,430626,P31-1,P31-1_05_1,2026-Q3,243117,243090,P,N,户,22,25,2,$003D$6837$4F8B$30142026$30151$53F7,平31-1:05.1,PRELIMINARY,WORKING,2026-Q3/7",
                        "dataflow,XIANGBAO:TOWNSHIP_RETURNS(1.0),I,Q,430626,P31-1,P31-1_$666E$53CA$7387,2026-Q3,99.235,,P,N,%,22,25,2,,平31-1:普及率,PRELIMINARY,WORKING,2026-Q3/7",
                        "dataflow,XIANGBAO:TOWNSHIP_RETURNS(1.0),I,Q,430626111,P31-1,P31-1_05_1,2026-Q3,0,,A,N,户,1,1,0,,平31-1:05.1,PRELIMINARY,WORKING,2026-Q3/7",
                        "dataflow,XIANGBAO:TOWNSHIP_RETURNS(1.0),I,Q,430626112,P31-1,P31-1_05_1,2026-Q3,,,L,N,户,0,1,0,,平31-1:05.1,PRELIMINARY,WORKING,2026-Q3/7",
                        "dataflow,XIANGBAO:TOWNSHIP_RETURNS(1.0),I,Q,430626113,P31-1,P31-1_05_1,2026-Q3,,,M,N,户,0,0,0,,平31-1:05.1,PRELIMINARY,WORKING,2026-Q3/7");
    }

    @Test
    void theStructureSaysWhatEveryColumnAndEveryCodeMeans() throws Exception {
        everythingIsDescribed(0, new FigureFiles(export).sdmxCsv());
        everythingIsDescribed(1, new FigureFiles(export).targetsSdmxCsv());
        Document structure = structure(export);
        assertThat(elements(structure, "Code"))
                .extracting(code ->
                        code.getAttribute("urn") + " " + code.getTextContent().strip())
                .contains(
                        "urn:sdmx:org.sdmx.infomodel.codelist.Code=XIANGBAO:CL_INDICATOR(1.0).P31-1_05_1 卫生厕所户",
                        "urn:sdmx:org.sdmx.infomodel.codelist.Code=XIANGBAO:CL_REF_AREA(1.0).430626111 伍市镇",
                        "urn:sdmx:org.sdmx.infomodel.codelist.Code=XIANGBAO:CL_TARGET(1.0).S01 农村卫生厕所普及率",
                        "urn:sdmx:org.sdmx.infomodel.codelist.Code=XIANGBAO:CL_PROGRESS_STATUS(1.0).MET 达标",
                        "urn:sdmx:org.sdmx.infomodel.codelist.Code=XIANGBAO:CL_COMPARISON(1.0).AT_LEAST ≥",
                        "urn:sdmx:org.sdmx.infomodel.codelist.Code=XIANGBAO:CL_DOCUMENT(1.0).$003D$6837$4F8B$30142026$30151$53F7 =样例〔2026〕1号");
        assertThat(elements(structure, "Prepared").get(0).getTextContent()).isEqualTo("2026-10-12T09:00:00+08:00");
    }

    /** Whatever stands in a data message is described by the dataflow of that number. */
    private void everythingIsDescribed(int flow, byte[] message) throws Exception {
        Document structure = structure(export);
        Element described = elements(structure, "DataStructure").get(flow);
        Map<String, String> lists = new HashMap<>();
        for (String element : List.of("Dimension", "TimeDimension", "Attribute", "Measure")) {
            for (Element component : elements(described, element)) {
                if (component.hasAttribute("id")) {
                    NodeList enumeration = component.getElementsByTagNameNS("*", "Enumeration");
                    lists.put(
                            component.getAttribute("id"),
                            enumeration.getLength() == 0
                                    ? ""
                                    : enumeration.item(0).getTextContent());
                }
            }
        }
        Map<String, Map<String, String>> codes = new HashMap<>();
        Set<String> ids = new HashSet<>();
        for (Element list : elements(structure, "Codelist")) {
            Map<String, String> own = new HashMap<>();
            NodeList all = list.getElementsByTagNameNS("*", "Code");
            for (int index = 0; index < all.getLength(); index++) {
                Element code = (Element) all.item(index);
                own.put(code.getAttribute("id"), code.getTextContent().strip());
                ids.add(code.getAttribute("id"));
            }
            codes.put(list.getAttribute("urn"), own);
        }
        List<CSVRecord> lines = read(new String(message, StandardCharsets.UTF_8));
        Set<String> columns = new HashSet<>(lines.get(0).getParser().getHeaderNames());
        columns.removeAll(Set.of("STRUCTURE", "STRUCTURE_ID", "ACTION"));

        assertThat(lists.keySet()).isEqualTo(columns);
        assertThat(ids).allMatch(id -> id.matches("[A-Za-z0-9_@$\\-]+"));
        for (CSVRecord line : lines) {
            lists.forEach((column, list) -> {
                if (!list.isEmpty() && !line.get(column).isEmpty()) {
                    assertThat(codes.getOrDefault(list, Map.of())).as(column).containsKey(line.get(column));
                }
            });
        }
        assertThat(elements(structure, "Dataflow"))
                .filteredOn(one -> one.hasAttribute("urn"))
                .element(flow)
                .satisfies(one -> assertThat(one.getAttribute("urn"))
                        .endsWith("Dataflow=" + lines.get(0).get("STRUCTURE_ID")));
    }

    /** What the schema of SDMX-ML 3.0 asks for; a document that differs in one of these is refused by whoever validates. */
    @Test
    void theStructureIsOrderedAsTheSchemaOfSdmxWantsIt() throws Exception {
        Document structure = structure(export);
        assertThat(children(elements(structure, "Structures").get(0)))
                .containsExactly("Dataflows", "Codelists", "ConceptSchemes", "DataStructures");
        assertThat(children(elements(structure, "Header").get(0))).containsExactly("ID", "Test", "Prepared", "Sender");
        assertThat(elements(structure, "ID").get(0).getTextContent()).matches("[A-Za-z0-9_@$\\-]+");
        for (Element dataStructure : elements(structure, "DataStructure")) {
            assertThat(children(dataStructure)).containsExactly("Name", "DataStructureComponents");
            assertThat(children(
                            elements(dataStructure, "DataStructureComponents").get(0)))
                    .containsExactly("DimensionList", "AttributeList", "MeasureList");
            assertThat(elements(dataStructure, "DimensionList").get(0).getAttribute("id"))
                    .isEqualTo("DimensionDescriptor");
            assertThat(elements(dataStructure, "AttributeList").get(0).getAttribute("id"))
                    .isEqualTo("AttributeDescriptor");
            assertThat(elements(dataStructure, "MeasureList").get(0).getAttribute("id"))
                    .isEqualTo("MeasureDescriptor");
            assertThat(elements(dataStructure, "TimeDimension")).singleElement().satisfies(time -> {
                assertThat(time.getAttribute("id")).isEqualTo("TIME_PERIOD");
                assertThat(children(time)).containsExactly("ConceptIdentity", "LocalRepresentation");
            });
            for (Element attribute : elements(dataStructure, "Attribute")) {
                boolean official = attribute.getAttribute("id").equals("OFFICIAL_DOCUMENT");
                assertThat(children(attribute))
                        .isEqualTo(
                                official
                                        ? List.of(
                                                "ConceptIdentity",
                                                "LocalRepresentation",
                                                "AttributeRelationship",
                                                "MeasureRelationship")
                                        : List.of("ConceptIdentity", "LocalRepresentation", "AttributeRelationship"));
                assertThat(attribute.getAttribute("usage")).isIn("mandatory", "optional");
            }
        }
        for (String list : List.of("Codelist", "ConceptScheme", "DataStructure", "Dataflow")) {
            assertThat(elements(structure, list))
                    .filteredOn(one -> one.hasAttribute("id"))
                    .allSatisfy(one -> assertThat(one.getAttribute("id")).matches("[A-Za-z][A-Za-z0-9_\\-]*"));
        }
    }

    @Test
    void whatDiffersFromRunToRunHangsOnTheObservationAndNotOnTheDataflow() throws Exception {
        Document structure = structure(export);
        for (Element attribute : elements(structure, "Attribute")) {
            String related = children(
                            elements(attribute, "AttributeRelationship").get(0))
                    .get(0);
            switch (attribute.getAttribute("id")) {
                case "NATURE" -> assertThat(related).isEqualTo("Dataflow");
                case "UNIT_MEASURE", "SOURCE_CODE", "COMPARISON", "PLAN_SECTION" ->
                    assertThat(related).isEqualTo("Dimension");
                default -> assertThat(related).as(attribute.getAttribute("id")).isEqualTo("Observation");
            }
        }
    }

    @Test
    void targetsAreExportedWithWhatIsOfficialBesideWhatIsReported() {
        assertThat(new String(new FigureFiles(export).targetsCsv(), StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "\uFEFF报告期,目标代码,目标任务,依据（节）,单位,实际,比较,目标,计量单位,完成率%,应达到%,偏差（百分点）,状态,初步数,含预计,计入单位数,应报单位数,乡镇任务数合计,核定数,核定文号,未达标单位,责任单位,备注,数据性质,汇总,报告期代码,说明",
                        "2026年三季度,S01,农村卫生厕所普及率,二（三）3,平江县,99.235,≥,99,%,,,,达标,是,否,22,25,,99.1,'=样例〔2026〕1号,加义镇、木金乡,县农业农村局,'-待确认,初步数,2026-Q3/7,2026-Q3,乡镇调度数，非法定统计数据",
                        "2026年三季度,C01,愿改尽改,二（二）3,平江县,,'=,,%,,75.00,-3.5,目标未定,否,否,0,2,,,,,,,初步数,2026-Q3/7,2026-Q3,乡镇调度数，非法定统计数据");
        assertThat(new String(new FigureFiles(export).targetsSdmxCsv(), StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,TARGET,TIME_PERIOD,OBS_VALUE,GOAL_VALUE,COMPLETION,EXPECTED_SHARE,DEVIATION,TASK_SUM,"
                                + "OFFICIAL_VALUE,PROGRESS_STATUS,PROVISIONAL,FORECAST,UNIT_MEASURE,COMPARISON,PLAN_SECTION,COVERAGE_COUNTED,COVERAGE_EXPECTED,"
                                + "OFFICIAL_DOCUMENT,VINTAGE,NATURE,RUN",
                        "dataflow,XIANGBAO:PLAN_PROGRESS(1.0),I,Q,430626,S01,2026-Q3,99.235,99,,,,,99.1,MET,Y,N,%,AT_LEAST,二（三）3,22,25,$003D$6837$4F8B$30142026$30151$53F7,PRELIMINARY,WORKING,2026-Q3/7",
                        "dataflow,XIANGBAO:PLAN_PROGRESS(1.0),I,Q,430626,C01,2026-Q3,,,,75.00,-3.5,,,NO_TARGET,N,N,%,EQUAL,二（二）3,0,2,,PRELIMINARY,WORKING,2026-Q3/7");
    }

    @Test
    void everyReferenceOfTheStructureLeadsToWhatItDescribes() throws Exception {
        Document structure = structure(export);
        Set<String> described = new HashSet<>();
        for (Element each : elements(structure, "*")) {
            if (each.hasAttribute("urn")) {
                assertThat(described.add(each.getAttribute("urn"))).isTrue();
            }
        }
        for (String reference : List.of("ConceptIdentity", "Enumeration", "Structure")) {
            for (Element each : elements(structure, reference)) {
                if (each != structure.getDocumentElement()) {
                    assertThat(described).contains(each.getTextContent());
                }
            }
        }
        assertThat(elements(structure, "Structure"))
                .extracting(Element::getTextContent)
                .endsWith(
                        "urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=XIANGBAO:TOWNSHIP_RETURNS(1.0)",
                        "urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=XIANGBAO:PLAN_PROGRESS(1.0)");
    }

    @Test
    void theStructureIsTheSameWhateverIsChosen() {
        FigureExport less = new FigureExport(
                export.run(),
                export.vintage(),
                export.fixedAt(),
                export.configuration(),
                export.forms(),
                export.all(),
                export.chosen().subList(0, 1),
                export.county(),
                export.countyName(),
                export.period(),
                export.targets());
        assertThat(new FigureFiles(less).sdmxStructure()).isEqualTo(new FigureFiles(export).sdmxStructure());
        assertThat(new FigureFiles(less).sdmxCsv()).isNotEqualTo(new FigureFiles(export).sdmxCsv());
    }

    @Test
    void codesKeepApartWhatIsDifferent() {
        assertThat(SdmxIds.of(new FormCode("平31-1"))).isEqualTo("P31-1");
        assertThat(SdmxIds.of(new FormCode("P31-1"))).isEqualTo("$005031-1");
        assertThat(SdmxIds.of(new FormCode("样31-1"))).isEqualTo("$683731-1");
        assertThat(SdmxIds.plain("05_1")).isEqualTo("05$005F1");
        assertThat(SdmxIds.plain("05.1")).isEqualTo("05_1");
        assertThat(SdmxIds.plain("-1-2")).isEqualTo("$002D1-2");
    }

    @Test
    void aCorrectedResultSaysSo() throws Exception {
        FigureExport revised = new FigureExport(
                export.run(),
                Vintage.revised(2),
                export.fixedAt(),
                export.configuration(),
                export.forms(),
                export.all(),
                export.chosen(),
                export.county(),
                export.countyName(),
                export.period(),
                export.targets());
        assertThat(read(new String(new FigureFiles(revised).sdmxCsv(), StandardCharsets.UTF_8))
                        .get(0)
                        .get("VINTAGE"))
                .isEqualTo("REVISED_2");
        assertThat(new String(new FigureFiles(revised).sdmxStructure(), StandardCharsets.UTF_8))
                .contains("修订数（第2次）");
    }

    @Test
    void aValueWithoutAStatusOfOneIsRefused() {
        assertThatThrownBy(() -> figure("1", "甲", "05.1", "乙", "1", "户", FigureStatus.MISSING, 0, 1, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<CSVRecord> read(String text) throws IOException {
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text))
                .getRecords();
    }

    private static Document structure(FigureExport export) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(new FigureFiles(export).sdmxStructure()));
    }

    private static List<Element> elements(Document document, String name) {
        return listed(document.getElementsByTagNameNS("*", name));
    }

    private static List<Element> elements(Element element, String name) {
        return listed(element.getElementsByTagNameNS("*", name));
    }

    private static List<Element> listed(NodeList found) {
        return java.util.stream.IntStream.range(0, found.getLength())
                .mapToObj(index -> (Element) found.item(index))
                .toList();
    }

    private static FigureExport export(ExportedFigure... figures) {
        return new FigureExport(
                "2026-Q3/7",
                Vintage.PRELIMINARY,
                OffsetDateTime.parse("2026-10-12T09:00:00+08:00"),
                "sha256:0",
                Map.of(FORM, "农村卫生厕所情况"),
                List.of(figures),
                List.of(figures),
                new UnitCode("430626"),
                "平江县",
                ReferencePeriod.of("2026-Q3"),
                List.of(
                        new ExportedTarget(
                                "S01",
                                "农村卫生厕所普及率",
                                "二（三）3",
                                "99.235",
                                Comparison.AT_LEAST,
                                "99",
                                "%",
                                null,
                                null,
                                null,
                                ProgressStatus.MET,
                                true,
                                false,
                                22,
                                25,
                                null,
                                new OfficialValue("99.1", "=样例〔2026〕1号"),
                                List.of("加义镇", "木金乡"),
                                List.of("县农业农村局"),
                                "-待确认"),
                        new ExportedTarget(
                                "C01",
                                "愿改尽改",
                                "二（二）3",
                                null,
                                Comparison.EQUAL,
                                null,
                                "%",
                                null,
                                "75.00",
                                "-3.5",
                                ProgressStatus.NO_TARGET,
                                false,
                                false,
                                0,
                                2,
                                null,
                                null,
                                List.of(),
                                List.of(),
                                "")));
    }

    private static ExportedFigure figure(
            String unit,
            String name,
            String item,
            String title,
            @Nullable String value,
            String measure,
            FigureStatus status,
            int counted,
            int expected,
            int pending) {
        return new ExportedFigure(
                new UnitCode(unit),
                name,
                new IndicatorCode(FORM, item),
                title,
                ReferencePeriod.of("2026-Q3"),
                value,
                measure,
                status,
                false,
                counted,
                expected,
                pending,
                null);
    }

    private static ExportedFigure official(ExportedFigure figure, String value, String document) {
        return new ExportedFigure(
                figure.unit(),
                figure.unitName(),
                figure.indicator(),
                figure.title(),
                figure.period(),
                figure.value(),
                figure.measure(),
                figure.status(),
                figure.forecast(),
                figure.counted(),
                figure.expected(),
                figure.pending(),
                new OfficialValue(value, document));
    }

    private static List<String> children(Element element) {
        List<String> names = new ArrayList<>();
        NodeList all = element.getChildNodes();
        for (int index = 0; index < all.getLength(); index++) {
            if (all.item(index) instanceof Element child) {
                names.add(child.getLocalName());
            }
        }
        return names;
    }
}
