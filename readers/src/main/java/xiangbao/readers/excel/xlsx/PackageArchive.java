package xiangbao.readers.excel.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.excel.limits.Limits;
import xiangbao.readers.excel.workbook.Rejection;
import xiangbao.readers.excel.workbook.Unreadable;

/**
 * The parts of a package, by its central directory. Nothing is ever written to the disk; what is inflated is counted against absolute
 * limits and checked against its checksum.
 */
final class PackageArchive implements AutoCloseable {
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_64_SIGNATURE = 0x06064b50;
    private static final int DIRECTORY_SIGNATURE = 0x02014b50;
    private static final int LOCAL_SIGNATURE = 0x04034b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final long IN_ZIP64 = 0xffffffffL;
    /** Longer than any text or tag of a workbook; a parser would hold it in memory as a whole. */
    private static final int LONGEST_RUN = 1 << 20;
    /** A tag as rich as this makes the parser slow before anyone can look at it; no text has as many equals signs and quotes at once. */
    private static final int RICHEST_TAG = 1_000;

    private record Entry(String name, int method, long crc, int compressed, long size, int header) {}

    private final byte[] content;
    private final ByteBuffer bytes;
    private final Limits limits;
    private final Map<String, Entry> entries = new HashMap<>();
    private final Inflater inflater = new Inflater(true);
    private long inflated;

    PackageArchive(byte[] content, Limits limits) throws Unreadable {
        this.content = content;
        this.bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        this.limits = limits;
        try {
            readDirectory();
        } catch (IndexOutOfBoundsException | IllegalArgumentException | ArithmeticException outside) {
            throw damaged();
        }
    }

    private void readDirectory() throws Unreadable {
        int end = end();
        long count = bytes.getShort(end + 10) & 0xffff;
        long offset = bytes.getInt(end + 16) & 0xffffffffL;
        if (count == 0xffff || offset == IN_ZIP64) {
            int end64 = Math.toIntExact(bytes.getLong(end - 20 + 8));
            if (bytes.getInt(end64) != END_64_SIGNATURE) {
                throw damaged();
            }
            count = bytes.getLong(end64 + 32);
            offset = bytes.getLong(end64 + 48);
        }
        if (count > limits.entries()) {
            throw new Unreadable(Rejection.tooMuch("内部文件过多"));
        }
        int position = Math.toIntExact(offset);
        long declared = 0;
        for (int index = 0; index < count; index++) {
            if (bytes.getInt(position) != DIRECTORY_SIGNATURE) {
                throw damaged();
            }
            int flags = bytes.getShort(position + 8);
            int nameLength = bytes.getShort(position + 28) & 0xffff;
            int extraLength = bytes.getShort(position + 30) & 0xffff;
            long compressed = bytes.getInt(position + 20) & 0xffffffffL;
            long size = bytes.getInt(position + 24) & 0xffffffffL;
            long header = bytes.getInt(position + 42) & 0xffffffffL;
            int extra = position + 46 + nameLength;
            long[] wide = {size, compressed, header};
            readZip64(extra, extraLength, wide);
            if ((flags & 1) != 0) {
                throw new Unreadable(Rejection.encrypted());
            }
            String name = new String(content, position + 46, nameLength, StandardCharsets.UTF_8);
            add(new Entry(
                    checked(name),
                    bytes.getShort(position + 10),
                    bytes.getInt(position + 16) & 0xffffffffL,
                    Math.toIntExact(wide[1]),
                    wide[0],
                    Math.toIntExact(wide[2])));
            declared += Math.max(0, wide[0]);
            if (wide[0] < 0 || declared > limits.totalBytes()) {
                throw new Unreadable(Rejection.bomb());
            }
            position = extra + extraLength + (bytes.getShort(position + 32) & 0xffff);
        }
    }

    /** Streaming writers note sizes in 64 bits even where 32 would do. */
    private void readZip64(int extra, int length, long[] wide) {
        for (int at = extra; at + 4 <= extra + length; ) {
            int id = bytes.getShort(at) & 0xffff;
            int fieldLength = bytes.getShort(at + 2) & 0xffff;
            if (id == 1) {
                int value = at + 4;
                for (int index = 0; index < wide.length; index++) {
                    if (wide[index] == IN_ZIP64) {
                        wide[index] = bytes.getLong(value);
                        value += 8;
                    }
                }
            }
            at += 4 + fieldLength;
        }
    }

    private int end() throws Unreadable {
        for (int at = content.length - END_LENGTH;
                at >= Math.max(0, content.length - END_LENGTH - LONGEST_COMMENT);
                at--) {
            if (content[at] == 'P' && bytes.getInt(at) == END_SIGNATURE) {
                return at;
            }
        }
        throw new Unreadable(Rejection.damaged("压缩包目录缺失，文件可能没有拷贝完整"));
    }

    private static String checked(String name) throws Unreadable {
        String slashed = name.replace('\\', '/');
        if (slashed.startsWith("/")
                || slashed.contains(":")
                || Arrays.asList(slashed.split("/", -1)).contains("..")) {
            throw new Unreadable(Rejection.slip());
        }
        return slashed;
    }

    private void add(Entry entry) throws Unreadable {
        if (entries.put(key(entry.name()), entry) != null) {
            throw new Unreadable(Rejection.duplicateEntry(entry.name()));
        }
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    boolean has(String name) {
        return entries.containsKey(key(name));
    }

    boolean hasNameEnding(String ending) {
        return entries.keySet().stream().anyMatch(name -> name.endsWith(ending));
    }

    /** The inflated part, one at a time, or null when there is none of this name. */
    @Nullable
    PartStream open(String name) throws Unreadable {
        Entry entry = entries.get(key(name));
        if (entry == null) {
            return null;
        }
        if (entry.method() != 0 && entry.method() != 8) {
            throw damaged(entry);
        }
        if (entry.size() > limits.partBytes()) {
            throw new Unreadable(Rejection.bomb());
        }
        try {
            int header = entry.header();
            if (bytes.getInt(header) != LOCAL_SIGNATURE) {
                throw damaged(entry);
            }
            int nameLength = bytes.getShort(header + 26) & 0xffff;
            int data = header + 30 + nameLength + (bytes.getShort(header + 28) & 0xffff);
            String localName = new String(content, header + 30, nameLength, StandardCharsets.UTF_8).replace('\\', '/');
            if (!localName.equals(entry.name()) || data > content.length - entry.compressed()) {
                throw damaged(entry);
            }
            return new PartStream(entry, data);
        } catch (IndexOutOfBoundsException outside) {
            throw damaged(entry);
        }
    }

    private static Unreadable damaged() {
        return new Unreadable(Rejection.damaged("压缩包目录错误"));
    }

    private static Unreadable damaged(Entry entry) {
        return new Unreadable(Rejection.damaged("内部部分 " + entry.name().replaceAll("[^\\w/.-]", "?") + " 校验不符"));
    }

    @Override
    public void close() {
        inflater.end();
    }

    /** A part as it inflates. */
    final class PartStream extends InputStream {
        private final Entry entry;
        private final CRC32 crc = new CRC32();
        private long count;
        private int stored;
        private int run;
        private int equalsSigns;
        private int quotes;

        private PartStream(Entry entry, int data) {
            this.entry = entry;
            this.stored = data;
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
            inflated += read;
            if (count > limits.partBytes() || inflated > limits.totalBytes()) {
                throw new Unreadable(Rejection.bomb());
            }
            if (count > entry.size()) {
                throw damaged(entry);
            }
            int last = offset + read - 1;
            while (last >= offset && buffer[last] != '<') {
                last--;
            }
            if (last >= offset) {
                run = offset + read - 1 - last;
                equalsSigns = 0;
                quotes = 0;
            } else {
                run += read;
                countAttributes(buffer, offset, offset + read);
            }
            if (run > LONGEST_RUN) {
                throw new Unreadable(Rejection.bomb());
            }
            if (equalsSigns > RICHEST_TAG && quotes > RICHEST_TAG) {
                throw new Unreadable(Rejection.bomb("标记的属性过多"));
            }
            return read;
        }

        /** Only where a tag or a text is longer than what is read at once. */
        private void countAttributes(byte[] buffer, int from, int to) {
            for (int at = from; at < to; at++) {
                equalsSigns += buffer[at] == '=' ? 1 : 0;
                quotes += buffer[at] == '"' || buffer[at] == '\'' ? 1 : 0;
            }
        }

        private int inflate(byte[] buffer, int offset, int length) throws Unreadable {
            try {
                int read = inflater.inflate(buffer, offset, length);
                if (read == 0 && !inflater.finished()) {
                    throw damaged(entry);
                }
                return read;
            } catch (DataFormatException malformed) {
                throw damaged(entry);
            }
        }

        private int copy(byte[] buffer, int offset, int length) {
            int rest = (int) Math.min(length, entry.compressed() - count);
            System.arraycopy(content, stored, buffer, offset, Math.max(0, rest));
            stored += Math.max(0, rest);
            return rest;
        }

        /** Reads what the parser left, and holds the whole against its checksum. */
        void finish() throws IOException {
            byte[] rest = new byte[4096];
            while (read(rest, 0, rest.length) >= 0) {
                continue;
            }
            if (count != entry.size() || crc.getValue() != entry.crc()) {
                throw damaged(entry);
            }
        }
    }
}
