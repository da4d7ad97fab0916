package xiangbao.reports.export;

import javax.xml.stream.XMLStreamException;

/** Which dimensions, attributes and measures the lines of a dataflow have. */
final class SdmxDataStructure {
    static final String CONCEPTS = "CS_TOWNSHIP_RETURNS";

    private final StructureXml xml;
    private final SdmxFlow flow;

    SdmxDataStructure(StructureXml xml, SdmxFlow flow) {
        this.xml = xml;
        this.flow = flow;
    }

    static String concept(SdmxComponent component) {
        return StructureXml.urn("conceptscheme.Concept", CONCEPTS) + "." + component.name();
    }

    void write() throws XMLStreamException {
        xml.artefact("DataStructure", "datastructure.DataStructure", flow.id(), flow.title());
        xml.begin("str", "DataStructureComponents");
        list("DimensionList", "DimensionDescriptor");
        int position = 0;
        for (SdmxComponent component : flow.components()) {
            if (component.role() == SdmxComponent.Role.DIMENSION) {
                component("Dimension", "Dimension", component);
                xml.attribute("position", Integer.toString(++position));
                content(component);
                xml.end();
            } else if (component.role() == SdmxComponent.Role.TIME) {
                component("TimeDimension", "TimeDimension", component);
                content(component);
                xml.end();
            }
        }
        xml.end();
        list("AttributeList", "AttributeDescriptor");
        for (SdmxComponent component : flow.components()) {
            if (component.isAttribute()) {
                attribute(component);
            }
        }
        xml.end();
        list("MeasureList", "MeasureDescriptor");
        for (SdmxComponent component : flow.components()) {
            if (component.role() == SdmxComponent.Role.MEASURE) {
                component("Measure", "Measure", component);
                xml.attribute("usage", "optional");
                content(component);
                xml.end();
            }
        }
        xml.end();
        xml.end();
        xml.end();
    }

    private void attribute(SdmxComponent component) throws XMLStreamException {
        component("Attribute", "DataAttribute", component);
        xml.attribute("usage", component.isMandatory() ? "mandatory" : "optional");
        content(component);
        xml.begin("str", "AttributeRelationship");
        if (component.role() == SdmxComponent.Role.SUBJECT) {
            xml.text("str", "Dimension", flow.subject().name());
        } else {
            xml.begin("str", component.role() == SdmxComponent.Role.DATAFLOW ? "Dataflow" : "Observation");
            xml.end();
        }
        xml.end();
        if (component.role() == SdmxComponent.Role.OFFICIAL) {
            xml.begin("str", "MeasureRelationship");
            xml.text("str", "Measure", SdmxComponent.OFFICIAL_VALUE.name());
            xml.end();
        }
        xml.end();
    }

    private void list(String element, String descriptor) throws XMLStreamException {
        xml.begin("str", element);
        xml.attribute("id", descriptor);
        xml.attribute("urn", StructureXml.urn("datastructure." + descriptor, flow.id()) + "." + descriptor);
    }

    private void component(String element, String type, SdmxComponent component) throws XMLStreamException {
        xml.begin("str", element);
        xml.attribute("id", component.name());
        xml.attribute("urn", StructureXml.urn("datastructure." + type, flow.id()) + "." + component.name());
    }

    private void content(SdmxComponent component) throws XMLStreamException {
        xml.text("str", "ConceptIdentity", concept(component));
        xml.begin("str", "LocalRepresentation");
        if (component.isCoded()) {
            xml.text("str", "Enumeration", StructureXml.urn("codelist.Codelist", component.representation()));
        } else {
            xml.begin("str", "TextFormat");
            xml.attribute("textType", component.representation());
            xml.end();
        }
        xml.end();
    }
}
