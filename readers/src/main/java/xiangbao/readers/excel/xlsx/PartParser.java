package xiangbao.readers.excel.xlsx;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.excel.archive.PartStream;
import xiangbao.readers.excel.limits.ReadingBudget;
import xiangbao.readers.excel.workbook.Rejection;
import xiangbao.readers.excel.workbook.Unreadable;

/**
 * Walks one XML part, element by element. Refuses document types and entities, endless depth and whatever exceeds the budget. Elements and attributes of
 * another namespace than the part's own have no name here, so that none passes for one of ours.
 */
final class PartParser implements AutoCloseable {
    private static final int DEEPEST = 200;

    private static final int EVENTS_BETWEEN_LOOKS = 1 << 14;
    private static final Set<String> RELATIONSHIPS = Set.of(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships");
    /** The namespace of strict workbooks. */
    static final String STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main";

    private static final Set<String> SPREADSHEET =
            Set.of("http://schemas.openxmlformats.org/spreadsheetml/2006/main", STRICT);

    private final PartStream stream;
    private final XMLStreamReader reader;
    private final ReadingBudget budget;
    private final NameAccount names;
    private String namespace = "";
    private int depth;
    private int events;
    private boolean known;

    PartParser(InputFactoryImpl factory, PartStream stream, ReadingBudget budget) throws IOException {
        this.stream = stream;
        this.budget = budget;
        this.names = new NameAccount(budget);
        try {
            reader = factory.createXMLStreamReader(stream);
        } catch (XMLStreamException malformed) {
            throw MalformedXml.of(malformed);
        }
    }

    /** One factory a workbook: its table of names would otherwise keep those of every hostile file. */
    static InputFactoryImpl factory() {
        InputFactoryImpl factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing outside the file is read");
        });
        return factory;
    }

    /** Goes to the root element and gives its local name. */
    String root() throws IOException {
        while (next() != XMLStreamConstants.START_ELEMENT) {
            continue;
        }
        namespace = namespace();
        return name();
    }

    /** Goes to the root element, which must be this one of a spreadsheet. */
    void root(String name, String part) throws IOException {
        if (!root().equals(name) || !SPREADSHEET.contains(namespace)) {
            throw new Unreadable(Rejection.damaged(part));
        }
    }

    /** Goes to the next child of the element at hand; false at its end. */
    boolean child() throws IOException {
        while (true) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                return false;
            }
        }
    }

    /** The local name of the element at hand; empty for one of another namespace. */
    String name() {
        return isForeign() ? "" : reader.getLocalName();
    }

    boolean isForeign() {
        return !namespace().equals(namespace);
    }

    String namespace() {
        String uri = reader.getNamespaceURI();
        return uri == null ? "" : uri;
    }

    /** Passes over the element at hand with all that it holds. */
    void skip() throws IOException {
        boolean before = known;
        if (before) {
            pay();
            known = false;
        }
        int outer = depth - 1;
        while (depth > outer) {
            next();
        }
        known = before;
    }

    /**
     * From here on, the caller looks at every element itself: those that it knows cost nothing but what is paid by {@link #pay()}, those that it skips are
     * paid. Sheets consist of so few names, so many times, that looking each of them up takes a tenth of the reading.
     */
    void expectKnown(boolean expected) {
        known = expected;
    }

    /** Pays for an element of a known name if it bears any attribute. */
    void payAttributes() throws Unreadable {
        if (reader.getAttributeCount() > 0) {
            pay();
        }
    }

    int attributes() {
        return reader.getAttributeCount();
    }

    /** Empty for an attribute of another namespace. */
    String attributeName(int index) {
        String prefix = reader.getAttributePrefix(index);
        return prefix == null || prefix.isEmpty() ? reader.getAttributeLocalName(index) : "";
    }

    String attribute(int index) {
        return reader.getAttributeValue(index);
    }

    @Nullable
    String attribute(String name) {
        for (int index = 0; index < reader.getAttributeCount(); index++) {
            if (attributeName(index).equals(name)) {
                return reader.getAttributeValue(index);
            }
        }
        return null;
    }

    /** The relation that the element at hand refers to, its {@code r:id}. */
    @Nullable
    String relation() {
        for (int index = 0; index < reader.getAttributeCount(); index++) {
            if (reader.getAttributeLocalName(index).equals("id")
                    && RELATIONSHIPS.contains(String.valueOf(reader.getAttributeNamespace(index)))) {
                return reader.getAttributeValue(index);
            }
        }
        return null;
    }

    /** Appends the text of the element at hand and goes to its end; a part of a cell holds no elements. */
    void text(TextBuffer buffer) throws IOException {
        text(buffer, false);
    }

    private void text(TextBuffer buffer, boolean elements) throws IOException {
        payAttributes();
        try {
            while (true) {
                int event = next();
                switch (event) {
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        buffer.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                        if (buffer.length() > budget.limits().cellCharacters()) {
                            throw new Unreadable(Rejection.tooMuch("有单元格文字过长"));
                        }
                    }
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (!elements) {
                            throw new Unreadable(Rejection.damaged("单元格的内容里夹着别的标记"));
                        }
                        skip();
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        return;
                    }
                    default -> {}
                }
            }
        } catch (RuntimeException malformed) {
            throw MalformedXml.of(malformed);
        }
    }

    /** The text of the element at hand; what elements it may hold are passed over. */
    String text() throws IOException {
        TextBuffer buffer = new TextBuffer();
        text(buffer, true);
        return buffer.toString();
    }

    private int next() throws IOException {
        int event;
        try {
            event = reader.next();
        } catch (XMLStreamException | RuntimeException malformed) {
            throw MalformedXml.of(malformed);
        }
        if (++events == EVENTS_BETWEEN_LOOKS) {
            budget.events(events);
            events = 0;
        }
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                if (++depth > DEEPEST) {
                    throw new Unreadable(Rejection.bomb());
                }
                // a prefix is a name too
                if (!known || reader.getNamespaceCount() > 0) {
                    pay();
                }
            }
            case XMLStreamConstants.PROCESSING_INSTRUCTION -> names.pay("?", reader.getPITarget());
            case XMLStreamConstants.END_ELEMENT -> depth--;
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE, XMLStreamConstants.ENTITY_DECLARATION ->
                throw new Unreadable(Rejection.entity());
            default -> {}
        }
        return event;
    }

    /** Names cost most: the parser's table of them is slow when it is large. */
    void pay() throws Unreadable {
        names.pay(reader.getPrefix(), reader.getLocalName());
        int attributes = reader.getAttributeCount();
        int declared = reader.getNamespaceCount();
        if (attributes + declared > 0) {
            budget.attributes(attributes + declared);
            for (int index = 0; index < attributes; index++) {
                names.pay(reader.getAttributePrefix(index), reader.getAttributeLocalName(index));
            }
            for (int index = 0; index < declared; index++) {
                names.pay("xmlns", String.valueOf(reader.getNamespacePrefix(index)));
            }
        }
    }

    /** Reads what is left of the part and holds the whole against its checksum. */
    void finish() throws IOException {
        stream.finish();
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (XMLStreamException harmless) {
            // nothing is held but buffers
        }
    }
}
