package xiangbao.readers.excel;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Walks one XML part, element by element. Refuses document types and entities, endless depth and endless vocabularies. */
final class PartParser implements AutoCloseable {
    private static final int DEEPEST = 200;
    private static final int RICHEST_VOCABULARY = 20_000;

    private final PackageArchive.PartStream stream;
    private final XMLStreamReader reader;
    private final Limits limits;
    private final Set<String> vocabulary = new HashSet<>();
    private int depth;

    PartParser(InputFactoryImpl factory, PackageArchive.PartStream stream, Limits limits) throws IOException {
        this.stream = stream;
        this.limits = limits;
        try {
            reader = factory.createXMLStreamReader(stream);
        } catch (XMLStreamException malformed) {
            throw unreadable(malformed);
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
        return name();
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

    String name() {
        return reader.getLocalName();
    }

    @Nullable
    String namespace() {
        return reader.getNamespaceURI();
    }

    /** Passes over the element at hand with all that it holds. */
    void skip() throws IOException {
        int outer = depth - 1;
        learn(name());
        while (depth > outer) {
            if (next() == XMLStreamConstants.START_ELEMENT) {
                learn(name());
            }
        }
    }

    private void learn(String name) throws IOException {
        if (vocabulary.add(name) && vocabulary.size() > RICHEST_VOCABULARY) {
            throw new Unreadable(Rejection.bomb());
        }
    }

    int attributes() {
        return reader.getAttributeCount();
    }

    String attributeName(int index) {
        return reader.getAttributeLocalName(index);
    }

    String attribute(int index) {
        return reader.getAttributeValue(index);
    }

    /** An attribute of no use to us; only its name is counted. */
    void ignoreAttribute(int index) throws IOException {
        learn(reader.getAttributeLocalName(index));
    }

    @Nullable
    String attribute(String name) {
        for (int index = 0; index < reader.getAttributeCount(); index++) {
            if (reader.getAttributeLocalName(index).equals(name)) {
                return reader.getAttributeValue(index);
            }
        }
        return null;
    }

    /** Appends the text of the element at hand and goes to its end; what elements it may hold are passed over. */
    void text(TextBuffer buffer) throws IOException {
        try {
            while (true) {
                int event = next();
                switch (event) {
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        buffer.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                        if (buffer.length() > limits.cellCharacters()) {
                            throw new Unreadable(Rejection.tooMuch("有单元格文字过长"));
                        }
                    }
                    case XMLStreamConstants.START_ELEMENT -> skip();
                    case XMLStreamConstants.END_ELEMENT -> {
                        return;
                    }
                    default -> {}
                }
            }
        } catch (RuntimeException malformed) {
            throw unreadable(malformed);
        }
    }

    String text() throws IOException {
        TextBuffer buffer = new TextBuffer();
        text(buffer);
        return buffer.toString();
    }

    private int next() throws IOException {
        int event;
        try {
            event = reader.next();
        } catch (XMLStreamException | RuntimeException malformed) {
            throw unreadable(malformed);
        }
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                if (++depth > DEEPEST) {
                    throw new Unreadable(Rejection.bomb());
                }
            }
            case XMLStreamConstants.END_ELEMENT -> depth--;
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE, XMLStreamConstants.ENTITY_DECLARATION ->
                throw new Unreadable(Rejection.entity());
            default -> {}
        }
        return event;
    }

    /** A limit that was hit inside the parser comes back wrapped. */
    private static Unreadable unreadable(Throwable failure) {
        Throwable cause = failure;
        for (int level = 0; cause != null && level < 10; level++) {
            if (cause instanceof Unreadable unreadable) {
                return unreadable;
            }
            cause = cause instanceof XMLStreamException nested && nested.getNestedException() != null
                    ? nested.getNestedException()
                    : cause.getCause();
        }
        return new Unreadable(Rejection.damaged("内部 XML 格式错误"));
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
