package xiangbao.reports.export;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the elements of an SDMX-ML 3.0 structure message, indented. */
final class StructureXml {
    private static final String SPACE = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0/";
    private static final String MESSAGE = SPACE + "message";
    private static final String STRUCTURE = SPACE + "structure";
    private static final String COMMON = SPACE + "common";
    private static final String MODEL = "urn:sdmx:org.sdmx.infomodel.";

    private final XMLStreamWriter xml;
    private int depth;
    /** Whether the innermost element has no content yet. */
    private boolean empty;

    StructureXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    void beginDocument() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        begin("mes", "Structure");
        xml.writeNamespace("mes", MESSAGE);
        xml.writeNamespace("str", STRUCTURE);
        xml.writeNamespace("com", COMMON);
    }

    void endDocument() throws XMLStreamException {
        end();
        xml.writeEndDocument();
    }

    void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, value);
    }

    /** Begins something that is maintained under a name of its own. */
    void artefact(String element, String type, String id, String name) throws XMLStreamException {
        begin("str", element);
        xml.writeAttribute("id", id);
        xml.writeAttribute("agencyID", SdmxFlow.AGENCY);
        xml.writeAttribute("version", "1.0");
        xml.writeAttribute("urn", urn(type, id));
        named("Name", name);
    }

    static String urn(String type, String id) {
        return MODEL + type + "=" + SdmxFlow.AGENCY + ":" + id + SdmxFlow.VERSION;
    }

    void named(String element, String text) throws XMLStreamException {
        line();
        xml.writeStartElement("com", element, COMMON);
        xml.writeAttribute("xml:lang", "zh");
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    void text(String prefix, String element, String text) throws XMLStreamException {
        line();
        xml.writeStartElement(prefix, element, prefix.equals("mes") ? MESSAGE : STRUCTURE);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    void begin(String prefix, String element) throws XMLStreamException {
        line();
        xml.writeStartElement(prefix, element, prefix.equals("mes") ? MESSAGE : STRUCTURE);
        depth++;
        empty = true;
    }

    void end() throws XMLStreamException {
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
