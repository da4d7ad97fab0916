package xiangbao.benchmarks;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;
import xiangbao.readers.excel.WorkbookOpener;
import xiangbao.readers.excel.workbook.RawSheet;
import xiangbao.readers.excel.workbook.RawWorkbook;

/** A way to read a workbook; each gives the number of non-empty cells, so that none can skip work unseen. */
enum Contestant {
    /** The limit: inflating the parts that a reader needs and scanning them, keeping nothing. */
    SCAN {
        private final InputFactoryImpl factory = new InputFactoryImpl();

        @Override
        long cells(Path file) throws IOException, XMLStreamException {
            long cells = 0;
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                    ZipEntry entry = entries.nextElement();
                    if (isNeeded(entry.getName())) {
                        try (InputStream stream = zip.getInputStream(entry)) {
                            cells += values(stream);
                        }
                    }
                }
            }
            return cells;
        }

        private long values(InputStream stream) throws XMLStreamException {
            long values = 0;
            XMLStreamReader reader = factory.createXMLStreamReader(stream);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT && isValue(reader.getLocalName())) {
                    values++;
                }
            }
            reader.close();
            return values;
        }
    },

    OURS {
        private final WorkbookOpener opener = new WorkbookOpener();

        @Override
        long cells(Path file) {
            if (opener.open(file) instanceof RawWorkbook workbook) {
                return workbook.sheets().stream().mapToLong(RawSheet::cellCount).sum();
            }
            throw new IllegalStateException("not read: " + file.getFileName());
        }
    },

    /** POI's event model with shared strings looked up, without formats. */
    POI_EVENTS {
        @Override
        long cells(Path file) throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
            try (OPCPackage opened = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
                XSSFReader reader = new XSSFReader(opened);
                EventCounter counter = new EventCounter(new ReadOnlySharedStringsTable(opened));
                XMLReader parser = XMLHelper.newXMLReader();
                parser.setContentHandler(counter);
                for (var sheets = reader.getSheetsData(); sheets.hasNext(); ) {
                    try (InputStream sheet = sheets.next()) {
                        parser.parse(new InputSource(sheet));
                    }
                }
                return counter.cells;
            }
        }
    },

    /** POI's user model, every value asked for. */
    POI_USER_MODEL {
        @Override
        long cells(Path file) throws IOException, OpenXML4JException {
            long cells = 0;
            try (OPCPackage opened = OPCPackage.open(file.toFile(), PackageAccess.READ);
                    XSSFWorkbook workbook = new XSSFWorkbook(opened)) {
                for (Sheet sheet : workbook) {
                    for (Row row : sheet) {
                        for (Cell cell : row) {
                            cells += cell.getCellType() == CellType.BLANK ? 0 : 1;
                            if (cell.getCellType() == CellType.STRING
                                    ? cell.getStringCellValue() == null
                                    : Double.isNaN(cell.getNumericCellValue())) {
                                throw new IllegalStateException("no value");
                            }
                        }
                    }
                }
            }
            return cells;
        }
    };

    abstract long cells(Path file) throws Exception;

    private static boolean isNeeded(String part) {
        return part.startsWith("xl/worksheets/sheet")
                || part.equals("xl/workbook.xml")
                || part.equals("xl/sharedStrings.xml")
                || part.equals("xl/styles.xml")
                || part.equals("_rels/.rels")
                || part.equals("xl/_rels/workbook.xml.rels");
    }

    private static boolean isValue(String element) {
        return element.equals("v") || element.equals("is");
    }

    private static final class EventCounter extends DefaultHandler {
        private final ReadOnlySharedStringsTable texts;
        private final StringBuilder value = new StringBuilder();
        private boolean shared;
        private boolean inValue;
        private long cells;
        private long characters;

        private EventCounter(ReadOnlySharedStringsTable texts) {
            this.texts = texts;
        }

        @Override
        public void startElement(String uri, String name, String qualifiedName, Attributes attributes) {
            if (name.equals("c")) {
                shared = "s".equals(attributes.getValue("t"));
            } else if (isValue(name)) {
                inValue = true;
                value.setLength(0);
            }
        }

        @Override
        public void characters(char[] text, int start, int length) {
            if (inValue) {
                value.append(text, start, length);
            }
        }

        @Override
        public void endElement(String uri, String name, String qualifiedName) {
            if (isValue(name)) {
                inValue = false;
                cells++;
                characters += shared
                        ? texts.getItemAt(Integer.parseInt(value.toString()))
                                .getString()
                                .length()
                        : value.length();
            }
        }

        @Override
        public void endDocument() {
            if (characters < 0) {
                throw new IllegalStateException("overflow");
            }
        }
    }
}
