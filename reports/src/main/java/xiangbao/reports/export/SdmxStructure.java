package xiangbao.reports.export;

import java.io.ByteArrayOutputStream;
import java.time.format.DateTimeFormatter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An SDMX-ML 3.0 structure message that says what the columns and codes of our SDMX-CSV mean. */
final class SdmxStructure {
    private final StructureXml xml;

    private SdmxStructure(StructureXml xml) {
        this.xml = xml;
    }

    static byte[] of(FigureExport export) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
            new SdmxStructure(new StructureXml(xml)).write(export);
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    private void write(FigureExport export) throws XMLStreamException {
        xml.beginDocument();
        xml.begin("mes", "Header");
        xml.text("mes", "ID", "XIANGBAO_" + export.run().replace('/', '_'));
        xml.text("mes", "Test", "false");
        xml.text("mes", "Prepared", export.fixedAt().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
        xml.begin("mes", "Sender");
        xml.attribute("id", SdmxFlow.AGENCY);
        xml.end();
        xml.end();
        xml.begin("mes", "Structures");
        dataflows(export);
        new SdmxCodelists(export).write(xml);
        concepts();
        xml.begin("str", "DataStructures");
        for (SdmxFlow flow : SdmxFlow.values()) {
            new SdmxDataStructure(xml, flow).write();
        }
        xml.end();
        xml.end();
        xml.endDocument();
    }

    private void dataflows(FigureExport export) throws XMLStreamException {
        xml.begin("str", "Dataflows");
        for (SdmxFlow flow : SdmxFlow.values()) {
            xml.artefact("Dataflow", "datastructure.Dataflow", flow.id(), flow.title());
            xml.named("Description", FigureExport.NATURE + "。配置摘要 " + export.configuration() + "。");
            xml.text("str", "Structure", StructureXml.urn("datastructure.DataStructure", flow.id()));
            xml.end();
        }
        xml.end();
    }

    private void concepts() throws XMLStreamException {
        xml.begin("str", "ConceptSchemes");
        xml.artefact("ConceptScheme", "conceptscheme.ConceptScheme", SdmxDataStructure.CONCEPTS, "概念");
        for (SdmxComponent component : SdmxComponent.values()) {
            xml.begin("str", "Concept");
            xml.attribute("id", component.name());
            xml.attribute("urn", SdmxDataStructure.concept(component));
            xml.named("Name", component.title());
            xml.end();
        }
        xml.end();
        xml.end();
    }
}
