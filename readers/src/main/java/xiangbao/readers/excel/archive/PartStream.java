package xiangbao.readers.excel.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import xiangbao.readers.excel.limits.ReadingBudget;
import xiangbao.readers.excel.workbook.Unreadable;

/** A part as it inflates; counted against the limits, and checked against its checksum at the end. */
public final class PartStream extends InputStream {
    private final byte[] content;
    private final Inflater inflater;
    private final ReadingBudget budget;

    private final PackageEntry entry;
    private final CRC32 crc = new CRC32();
    private long count;
    private int stored;
    private final TagLength tags = new TagLength();

    PartStream(byte[] content, PackageEntry entry, int data, Inflater inflater, ReadingBudget budget) {
        this.content = content;
        this.entry = entry;
        this.stored = data;
        this.inflater = inflater;
        this.budget = budget;
        if (entry.method() == 8) {
            inflater.reset();
            inflater.setInput(content, data, entry.compressed());
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int read = entry.method() == 8 ? inflate(buffer, offset, length) : copy(buffer, offset, length);
        if (read <= 0) {
            return -1;
        }
        crc.update(buffer, offset, read);
        count += read;
        budget.inflated(count, read);
        if (count > entry.size()) {
            throw entry.damaged();
        }
        tags.read(buffer, offset, read);
        return read;
    }

    private int inflate(byte[] buffer, int offset, int length) throws Unreadable {
        try {
            int read = inflater.inflate(buffer, offset, length);
            if (read == 0 && !inflater.finished()) {
                throw entry.damaged();
            }
            return read;
        } catch (DataFormatException malformed) {
            throw entry.damaged();
        }
    }

    private int copy(byte[] buffer, int offset, int length) {
        int rest = (int) Math.min(length, entry.compressed() - count);
        System.arraycopy(content, stored, buffer, offset, Math.max(0, rest));
        stored += Math.max(0, rest);
        return rest;
    }

    /** Reads what the parser left, and holds the whole against its checksum. */
    public void finish() throws IOException {
        byte[] rest = new byte[4096];
        while (read(rest, 0, rest.length) >= 0) {
            continue;
        }
        if (count != entry.size() || crc.getValue() != entry.crc()) {
            throw entry.damaged();
        }
    }
}
