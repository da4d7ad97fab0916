package xiangbao.readers.excel.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.excel.limits.Limits;
import xiangbao.readers.excel.workbook.Rejection;
import xiangbao.readers.excel.workbook.Unreadable;

/** The central directory of a package; what stands outside of it is never looked at. */
final class PackageDirectory {
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_64_SIGNATURE = 0x06064b50;
    private static final int DIRECTORY_SIGNATURE = 0x02014b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final long IN_ZIP64 = 0xffffffffL;

    private final byte[] content;
    private final ByteBuffer bytes;
    private final Limits limits;
    private final Map<String, PackageEntry> entries = new HashMap<>();

    PackageDirectory(byte[] content, Limits limits) throws Unreadable {
        this.content = content;
        this.bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        this.limits = limits;
        try {
            read();
        } catch (IndexOutOfBoundsException | IllegalArgumentException | ArithmeticException outside) {
            throw damaged();
        }
    }

    /** The part of this name, whatever its case, or null. */
    @Nullable
    PackageEntry entry(String name) {
        return entries.get(key(name));
    }

    boolean hasNameEnding(String ending) {
        return entries.keySet().stream().anyMatch(name -> name.endsWith(ending));
    }

    private void read() throws Unreadable {
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
            add(new PackageEntry(
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

    private void add(PackageEntry entry) throws Unreadable {
        if (entries.put(key(entry.name()), entry) != null) {
            throw new Unreadable(Rejection.duplicateEntry(entry.name()));
        }
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static Unreadable damaged() {
        return new Unreadable(Rejection.damaged("压缩包目录错误"));
    }
}
