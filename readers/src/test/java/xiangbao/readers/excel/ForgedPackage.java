package xiangbao.readers.excel;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Builds packages byte by byte, also those that no honest tool would write. */
public final class ForgedPackage {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    static final String STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String STRICT_RELATION = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    private record Entry(String name, byte[] data, long size, long crc, int flags) {}

    private final List<Entry> entries = new ArrayList<>();
    private final boolean strict;
    private String extraRelations = "";
    private String workbookExtras = "";
    private String sheetAttributes = "";

    private ForgedPackage(boolean strict) {
        this.strict = strict;
    }

    static ForgedPackage empty() {
        return new ForgedPackage(false);
    }

    static ForgedPackage strict() {
        return new ForgedPackage(true);
    }

    /** A workbook of one sheet with these rows. */
    public static byte[] ofRows(String rows) {
        return ofSheet("<sheetData>" + rows + "</sheetData>");
    }

    static byte[] ofSheet(String content) {
        return empty().sheet(content).workbook().bytes();
    }

    ForgedPackage sheet(String content) {
        return part(
                "xl/worksheets/sheet1.xml",
                HEAD + "<worksheet xmlns=\"" + (strict ? STRICT_MAIN : MAIN) + "\">" + content + "</worksheet>");
    }

    ForgedPackage relation(String id, String type, String target) {
        extraRelations += "<Relationship Id=\"" + id + "\" Type=\"" + (strict ? STRICT_RELATION : RELATION) + "/" + type
                + "\" Target=\"" + target + "\"/>";
        return this;
    }

    ForgedPackage sheetState(String state) {
        sheetAttributes = " state=\"" + state + "\"";
        return this;
    }

    ForgedPackage workbookExtras(String extras) {
        workbookExtras = extras;
        return this;
    }

    ForgedPackage sharedStrings(String items) {
        return relation("rS", "sharedStrings", "sharedStrings.xml")
                .part("xl/sharedStrings.xml", HEAD + "<sst xmlns=\"" + MAIN + "\">" + items + "</sst>");
    }

    ForgedPackage styles(String content) {
        return relation("rT", "styles", "styles.xml")
                .part("xl/styles.xml", HEAD + "<styleSheet xmlns=\"" + MAIN + "\">" + content + "</styleSheet>");
    }

    /** The parts that every workbook has, with one sheet named 报表. */
    ForgedPackage workbook() {
        String relation = strict ? STRICT_RELATION : RELATION;
        String packageRelation = "http://schemas.openxmlformats.org/package/2006/relationships";
        part(
                "_rels/.rels",
                HEAD + "<Relationships xmlns=\"" + packageRelation + "\"><Relationship Id=\"r\" Type=\"" + relation
                        + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        part(
                "xl/workbook.xml",
                HEAD + "<workbook xmlns=\"" + (strict ? STRICT_MAIN : MAIN) + "\" xmlns:r=\"" + relation + "\">"
                        + "<sheets><sheet name=\"报表\" sheetId=\"1\" r:id=\"r1\"" + sheetAttributes + "/></sheets>"
                        + workbookExtras + "</workbook>");
        return part(
                "xl/_rels/workbook.xml.rels",
                HEAD + "<Relationships xmlns=\"" + packageRelation + "\"><Relationship Id=\"r1\" Type=\"" + relation
                        + "/worksheet\" Target=\"worksheets/sheet1.xml\"/>" + extraRelations + "</Relationships>");
    }

    ForgedPackage part(String name, String text) {
        return part(name, text.getBytes(StandardCharsets.UTF_8));
    }

    ForgedPackage part(String name, byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        entries.add(new Entry(name, deflated(content), content.length, crc.getValue(), 0));
        return this;
    }

    /** A part that says of itself what it likes. */
    ForgedPackage lying(String name, byte[] deflated, long size) {
        entries.add(new Entry(name, deflated, size, 0, 0));
        return this;
    }

    ForgedPackage locked(String name) {
        entries.add(new Entry(name, new byte[20], 8, 0, 1));
        return this;
    }

    static byte[] deflated(byte[] content) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        deflater.setInput(content);
        deflater.finish();
        return drained(deflater, new ByteArrayOutputStream());
    }

    /** The start, a pattern repeated many times, and the end, without ever holding it inflated. */
    static byte[] deflated(String start, String pattern, int times, String end) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        deflater.setInput(start.getBytes(StandardCharsets.UTF_8));
        drained(deflater, out);
        byte[] thousand = pattern.repeat(1000).getBytes(StandardCharsets.UTF_8);
        for (int index = 0; index < times / 1000; index++) {
            deflater.setInput(thousand);
            drained(deflater, out);
        }
        deflater.setInput(end.getBytes(StandardCharsets.UTF_8));
        deflater.finish();
        return drained(deflater, out);
    }

    private static byte[] drained(Deflater deflater, ByteArrayOutputStream out) {
        byte[] buffer = new byte[1 << 16];
        int length = deflater.deflate(buffer);
        while (length > 0) {
            out.write(buffer, 0, length);
            length = deflater.deflate(buffer);
        }
        return out.toByteArray();
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        for (Entry entry : entries) {
            byte[] name = entry.name().getBytes(StandardCharsets.UTF_8);
            int offset = out.size();
            ByteBuffer local = ByteBuffer.allocate(30).order(ByteOrder.LITTLE_ENDIAN);
            local.putInt(0x04034b50)
                    .putShort((short) 20)
                    .putShort((short) entry.flags())
                    .putShort((short) 8)
                    .putInt(0)
                    .putInt((int) entry.crc())
                    .putInt(entry.data().length)
                    .putInt((int) entry.size())
                    .putShort((short) name.length)
                    .putShort((short) 0);
            out.writeBytes(local.array());
            out.writeBytes(name);
            out.writeBytes(entry.data());
            ByteBuffer central = ByteBuffer.allocate(46).order(ByteOrder.LITTLE_ENDIAN);
            central.putInt(0x02014b50)
                    .putShort((short) 20)
                    .putShort((short) 20)
                    .putShort((short) entry.flags())
                    .putShort((short) 8)
                    .putInt(0)
                    .putInt((int) entry.crc())
                    .putInt(entry.data().length)
                    .putInt((int) entry.size())
                    .putShort((short) name.length)
                    .putInt(0)
                    .putInt(0)
                    .putInt(0)
                    .putInt(offset);
            directory.writeBytes(central.array());
            directory.writeBytes(name);
        }
        ByteBuffer end = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
        end.putInt(0x06054b50)
                .putInt(0)
                .putShort((short) entries.size())
                .putShort((short) entries.size())
                .putInt(directory.size())
                .putInt(out.size())
                .putShort((short) 0);
        out.writeBytes(directory.toByteArray());
        out.writeBytes(end.array());
        return out.toByteArray();
    }
}
