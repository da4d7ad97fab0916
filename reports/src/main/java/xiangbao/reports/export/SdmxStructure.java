package xiangbao.reports.export;

import java.io.ByteArrayOutputStream;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.plan.Comparison;
import xiangbao.statistics.progress.ProgressStatus;

/** An SDMX-ML 3.0 structure message that says what the columns and codes of our SDMX-CSV mean. */
final class SdmxStructure {
    private static final String AGENCY = SdmxFlow.AGENCY;

    private static final String SPACE = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0/";
    private static final String MESSAGE = SPACE + "message";
    private static final String STRUCTURE = SPACE + "structure";
    private static final String COMMON = SPACE + "common";
    private static final String MODEL = "urn:sdmx:org.sdmx.infomodel.";
    private static final String CONCEPTS = "CS_TOWNSHIP_RETURNS";

    private final XMLStreamWriter xml;
    private int depth;
    /** Whether the innermost element has no content yet. */
    private boolean empty;

    private SdmxStructure(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static byte[] of(FigureExport export) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
            new SdmxStructure(xml).write(export);
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    private void write(FigureExport export) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        begin("mes", "Structure");
        xml.writeNamespace("mes", MESSAGE);
        xml.writeNamespace("str", STRUCTURE);
        xml.writeNamespace("com", COMMON);
        begin("mes", "Header");
        text("mes", "ID", "XIANGBAO_" + export.run().replace('/', '_'));
        text("mes", "Test", "false");
        text("mes", "Prepared", export.fixedAt().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
        begin("mes", "Sender");
        xml.writeAttribute("id", AGENCY);
        end();
        end();
        begin("mes", "Structures");
        dataflows(export);
        codelists(export);
        concepts();
        begin("str", "DataStructures");
        for (SdmxFlow flow : SdmxFlow.values()) {
            dataStructure(flow);
        }
        end();
        end();
        end();
        xml.writeEndDocument();
    }

    private void dataflows(FigureExport export) throws XMLStreamException {
        begin("str", "Dataflows");
        for (SdmxFlow flow : SdmxFlow.values()) {
            artefact("Dataflow", "datastructure.Dataflow", flow.id(), flow.title());
            named("Description", FigureExport.NATURE + "。配置摘要 " + export.configuration() + "。");
            text("str", "Structure", urn("datastructure.DataStructure", flow.id()));
            end();
        }
        end();
    }

    private void codelists(FigureExport export) throws XMLStreamException {
        Map<String, String> areas = new LinkedHashMap<>();
        Map<String, String> forms = new LinkedHashMap<>();
        Map<String, String> indicators = new LinkedHashMap<>();
        Map<String, String> documents = new LinkedHashMap<>();
        for (ExportedFigure figure : export.all()) {
            areas.putIfAbsent(SdmxIds.plain(figure.unit().text()), figure.unitName());
            forms.putIfAbsent(
                    SdmxIds.of(figure.indicator().form()),
                    (figure.indicator().form() + " "
                                    + export.forms()
                                            .getOrDefault(figure.indicator().form(), ""))
                            .strip());
            indicators.putIfAbsent(SdmxIds.of(figure.indicator()), figure.title());
            document(documents, figure.official());
        }
        areas.putIfAbsent(SdmxIds.plain(export.county().text()), export.countyName());
        Map<String, String> targets = new LinkedHashMap<>();
        for (ExportedTarget target : export.targets()) {
            targets.putIfAbsent(SdmxIds.plain(target.code()), target.title());
            document(documents, target.official());
        }
        Map<String, String> stands = new LinkedHashMap<>();
        for (ProgressStatus status : ProgressStatus.values()) {
            stands.put(status.name(), status.title());
        }
        Map<String, String> comparisons = new LinkedHashMap<>();
        for (Comparison comparison : Comparison.values()) {
            comparisons.put(comparison.name(), comparison.sign());
        }
        Map<String, String> vintages = new LinkedHashMap<>();
        vintages.put("PRELIMINARY", "初步数");
        vintages.put("FINAL", "定案数");
        vintages.putIfAbsent(SdmxCsv.vintage(export.vintage()), export.vintage().title());
        begin("str", "Codelists");
        codelist("CL_FREQ", "频率", codes("M", "月", "Q", "季", "S", "半年", "A", "年"));
        codelist("CL_REF_AREA", "全县和填报单位", areas);
        codelist("CL_FORM", "报表", forms);
        codelist("CL_INDICATOR", "指标", indicators);
        codelist("CL_TARGET", "目标任务", targets);
        codelist("CL_PROGRESS_STATUS", "完成状态", stands);
        codelist("CL_COMPARISON", "实际与目标如何比较", comparisons);
        codelist("CL_DOCUMENT", "核定数的文号", documents);
        codelist(
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
        codelist("CL_YES_NO", "是否", codes("Y", "是", "N", "否"));
        codelist("CL_VINTAGE", "数据性质", vintages);
        codelist("CL_NATURE", "法定性质", codes("WORKING", FigureExport.NATURE));
        end();
    }

    private static void document(Map<String, String> documents, @Nullable OfficialValue official) {
        if (official != null) {
            documents.putIfAbsent(SdmxIds.plain(official.document()), official.document());
        }
    }

    private static Map<String, String> codes(String... codesAndNames) {
        Map<String, String> codes = new LinkedHashMap<>();
        for (int index = 0; index < codesAndNames.length; index += 2) {
            codes.put(codesAndNames[index], codesAndNames[index + 1]);
        }
        return codes;
    }

    private void codelist(String id, String name, Map<String, String> codes) throws XMLStreamException {
        artefact("Codelist", "codelist.Codelist", id, name);
        for (Map.Entry<String, String> code : codes.entrySet()) {
            begin("str", "Code");
            xml.writeAttribute("id", code.getKey());
            xml.writeAttribute("urn", urn("codelist.Code", id) + "." + code.getKey());
            named("Name", code.getValue());
            end();
        }
        end();
    }

    private void concepts() throws XMLStreamException {
        begin("str", "ConceptSchemes");
        artefact("ConceptScheme", "conceptscheme.ConceptScheme", CONCEPTS, "概念");
        for (SdmxComponent component : SdmxComponent.values()) {
            begin("str", "Concept");
            xml.writeAttribute("id", component.name());
            xml.writeAttribute("urn", concept(component));
            named("Name", component.title());
            end();
        }
        end();
        end();
    }

    private static String concept(SdmxComponent component) {
        return urn("conceptscheme.Concept", CONCEPTS) + "." + component.name();
    }

    private void dataStructure(SdmxFlow flow) throws XMLStreamException {
        artefact("DataStructure", "datastructure.DataStructure", flow.id(), flow.title());
        begin("str", "DataStructureComponents");
        list("DimensionList", "DimensionDescriptor", flow);
        int position = 0;
        for (SdmxComponent component : flow.components()) {
            if (component.role() == SdmxComponent.Role.DIMENSION) {
                component("Dimension", "Dimension", component, flow);
                xml.writeAttribute("position", Integer.toString(++position));
                content(component);
                end();
            } else if (component.role() == SdmxComponent.Role.TIME) {
                component("TimeDimension", "TimeDimension", component, flow);
                content(component);
                end();
            }
        }
        end();
        list("AttributeList", "AttributeDescriptor", flow);
        for (SdmxComponent component : flow.components()) {
            if (component.isAttribute()) {
                attribute(component, flow);
            }
        }
        end();
        list("MeasureList", "MeasureDescriptor", flow);
        for (SdmxComponent component : flow.components()) {
            if (component.role() == SdmxComponent.Role.MEASURE) {
                component("Measure", "Measure", component, flow);
                xml.writeAttribute("usage", "optional");
                content(component);
                end();
            }
        }
        end();
        end();
        end();
    }

    private void attribute(SdmxComponent component, SdmxFlow flow) throws XMLStreamException {
        component("Attribute", "DataAttribute", component, flow);
        xml.writeAttribute("usage", component.isMandatory() ? "mandatory" : "optional");
        content(component);
        begin("str", "AttributeRelationship");
        if (component.role() == SdmxComponent.Role.SUBJECT) {
            text("str", "Dimension", flow.subject().name());
        } else {
            begin("str", component.role() == SdmxComponent.Role.DATAFLOW ? "Dataflow" : "Observation");
            end();
        }
        end();
        if (component.role() == SdmxComponent.Role.OFFICIAL) {
            begin("str", "MeasureRelationship");
            text("str", "Measure", SdmxComponent.OFFICIAL_VALUE.name());
            end();
        }
        end();
    }

    private void list(String element, String descriptor, SdmxFlow flow) throws XMLStreamException {
        begin("str", element);
        xml.writeAttribute("id", descriptor);
        xml.writeAttribute("urn", urn("datastructure." + descriptor, flow.id()) + "." + descriptor);
    }

    private void component(String element, String type, SdmxComponent component, SdmxFlow flow)
            throws XMLStreamException {
        begin("str", element);
        xml.writeAttribute("id", component.name());
        xml.writeAttribute("urn", urn("datastructure." + type, flow.id()) + "." + component.name());
    }

    private void content(SdmxComponent component) throws XMLStreamException {
        text("str", "ConceptIdentity", concept(component));
        begin("str", "LocalRepresentation");
        if (component.isCoded()) {
            text("str", "Enumeration", urn("codelist.Codelist", component.representation()));
        } else {
            begin("str", "TextFormat");
            xml.writeAttribute("textType", component.representation());
            end();
        }
        end();
    }

    private void artefact(String element, String type, String id, String name) throws XMLStreamException {
        begin("str", element);
        xml.writeAttribute("id", id);
        xml.writeAttribute("agencyID", AGENCY);
        xml.writeAttribute("version", "1.0");
        xml.writeAttribute("urn", urn(type, id));
        named("Name", name);
    }

    private static String urn(String type, String id) {
        return MODEL + type + "=" + AGENCY + ":" + id + SdmxFlow.VERSION;
    }

    private void named(String element, String text) throws XMLStreamException {
        line();
        xml.writeStartElement("com", element, COMMON);
        xml.writeAttribute("xml:lang", "zh");
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private void text(String prefix, String element, String text) throws XMLStreamException {
        line();
        xml.writeStartElement(prefix, element, prefix.equals("mes") ? MESSAGE : STRUCTURE);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private void begin(String prefix, String element) throws XMLStreamException {
        line();
        xml.writeStartElement(prefix, element, prefix.equals("mes") ? MESSAGE : STRUCTURE);
        depth++;
        empty = true;
    }

    private void end() throws XMLStreamException {
        depth--;
        if (!empty) {
            indent();
        }
        xml.writeEndElement();
        empty = false;
    }

    private void line() throws XMLStreamException {
        empty = false;
        indent();
    }

    private void indent() throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}
