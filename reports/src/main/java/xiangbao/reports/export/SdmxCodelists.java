package xiangbao.reports.export;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.plan.Comparison;
import xiangbao.statistics.progress.ProgressStatus;

/** The code lists of a structure message: fixed ones, and those of the areas, forms, indicators, targets and documents that the run has. */
final class SdmxCodelists {
    private final Map<String, String> areas = new LinkedHashMap<>();
    private final Map<String, String> forms = new LinkedHashMap<>();
    private final Map<String, String> indicators = new LinkedHashMap<>();
    private final Map<String, String> targets = new LinkedHashMap<>();
    private final Map<String, String> documents = new LinkedHashMap<>();
    private final Map<String, String> vintages = new LinkedHashMap<>();

    SdmxCodelists(FigureExport export) {
        for (ExportedFigure figure : export.all()) {
            areas.putIfAbsent(SdmxIds.plain(figure.unit().text()), figure.unitName());
            forms.putIfAbsent(
                    SdmxIds.of(figure.indicator().form()),
                    (figure.indicator().form() + " "
                                    + export.forms()
                                            .getOrDefault(figure.indicator().form(), ""))
                            .strip());
            indicators.putIfAbsent(SdmxIds.of(figure.indicator()), figure.title());
            document(figure.official());
        }
        areas.putIfAbsent(SdmxIds.plain(export.county().text()), export.countyName());
        for (ExportedTarget target : export.targets()) {
            targets.putIfAbsent(SdmxIds.plain(target.code()), target.title());
            document(target.official());
        }
        vintages.put("PRELIMINARY", "初步数");
        vintages.put("FINAL", "定案数");
        vintages.putIfAbsent(SdmxCsv.vintage(export.vintage()), export.vintage().title());
    }

    private void document(@Nullable OfficialValue official) {
        if (official != null) {
            documents.putIfAbsent(SdmxIds.plain(official.document()), official.document());
        }
    }

    void write(StructureXml xml) throws XMLStreamException {
        Map<String, String> stands = new LinkedHashMap<>();
        for (ProgressStatus status : ProgressStatus.values()) {
            stands.put(status.name(), status.title());
        }
        Map<String, String> comparisons = new LinkedHashMap<>();
        for (Comparison comparison : Comparison.values()) {
            comparisons.put(comparison.name(), comparison.sign());
        }
        xml.begin("str", "Codelists");
        codelist(xml, "CL_FREQ", "频率", codes("M", "月", "Q", "季", "S", "半年", "A", "年"));
        codelist(xml, "CL_REF_AREA", "全县和填报单位", areas);
        codelist(xml, "CL_FORM", "报表", forms);
        codelist(xml, "CL_INDICATOR", "指标", indicators);
        codelist(xml, "CL_TARGET", "目标任务", targets);
        codelist(xml, "CL_PROGRESS_STATUS", "完成状态", stands);
        codelist(xml, "CL_COMPARISON", "实际与目标如何比较", comparisons);
        codelist(xml, "CL_DOCUMENT", "核定数的文号", documents);
        codelist(
                xml,
                "CL_OBS_STATUS",
                "状态",
                codes(
                        "A",
                        "已核",
                        "P",
                        "初步数",
                        "L",
                        "未报（该报没有报）",
                        "O",
                        "退回（报来没有通过，未计入）",
                        "Q",
                        "待核实（报来有重大疑问，说明认可之前暂不计入）",
                        "M",
                        "不适用"));
        codelist(xml, "CL_YES_NO", "是否", codes("Y", "是", "N", "否"));
        codelist(xml, "CL_VINTAGE", "数据性质", vintages);
        codelist(xml, "CL_NATURE", "法定性质", codes("WORKING", FigureExport.NATURE));
        xml.end();
    }

    private static Map<String, String> codes(String... codesAndNames) {
        Map<String, String> codes = new LinkedHashMap<>();
        for (int index = 0; index < codesAndNames.length; index += 2) {
            codes.put(codesAndNames[index], codesAndNames[index + 1]);
        }
        return codes;
    }

    private static void codelist(StructureXml xml, String id, String name, Map<String, String> codes)
            throws XMLStreamException {
        xml.artefact("Codelist", "codelist.Codelist", id, name);
        for (Map.Entry<String, String> code : codes.entrySet()) {
            xml.begin("str", "Code");
            xml.attribute("id", code.getKey());
            xml.attribute("urn", StructureXml.urn("codelist.Code", id) + "." + code.getKey());
            xml.named("Name", code.getValue());
            xml.end();
        }
        xml.end();
    }
}
