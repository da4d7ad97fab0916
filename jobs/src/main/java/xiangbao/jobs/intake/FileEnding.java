package xiangbao.jobs.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import xiangbao.readers.excel.limits.Limits;

/**
 * Whether all of a file has arrived, as far as its content tells. A packed workbook has a record at its end, one of the old format says how many sectors it
 * has; nothing, or zeros at the beginning, is room that was reserved for what is to come. Nothing is unpacked, and a few kilobytes are read.
 */
enum FileEnding {
    /** Its end is there. */
    WHOLE,
    /** Its end is certainly not there. */
    UNFINISHED,
    /** Its content does not tell: a text, say. */
    UNKNOWN;

    private static final int BEGINNING = 512;
    private static final long PACKED = 0x04034b50L;
    private static final long OLD = 0xE11AB1A1E011CFD0L;
    private static final int END_RECORD = 22;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int DIRECTORY_SIGNATURE = 0x02014b50;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final long IN_64_BITS = 0xFFFFFFFFL;
    private static final int SECTOR_SHIFT = 30;
    private static final int TABLE_SECTORS = 44;
    private static final int TABLE = 76;
    private static final int TABLE_LISTED = 109;
    private static final int FREE = -1;
    /** Streams are padded to 4096 bytes; more zeros than that at the end are not padding. */
    private static final int ZEROS = 8192;

    static FileEnding of(Path file) throws IOException {
        try (SeekableByteChannel channel =
                FileChannel.open(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            long size = channel.size();
            if (size > Limits.DEFAULT.fileBytes()) {
                // refused for its size, however it ends
                return WHOLE;
            }
            ByteBuffer start = read(channel, 0, BEGINNING);
            if (isZero(start)) {
                return UNFINISHED;
            }
            if (start.limit() >= Integer.BYTES && start.getInt(0) == PACKED) {
                return hasEndRecord(channel, size) ? WHOLE : UNFINISHED;
            }
            if (start.limit() >= Long.BYTES && start.getLong(0) == OLD) {
                return hasItsSectors(channel, start, size) ? WHOLE : UNFINISHED;
            }
            return UNKNOWN;
        }
    }

    private static ByteBuffer read(SeekableByteChannel channel, long from, int most) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(most).order(ByteOrder.LITTLE_ENDIAN);
        channel.position(from);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // until it is full or the file ends
        }
        return bytes.flip();
    }

    private static boolean isZero(ByteBuffer bytes) {
        for (int index = 0; index < bytes.limit(); index++) {
            if (bytes.get(index) != 0) {
                return false;
            }
        }
        return true;
    }

    /** A record at the end, whose directory lies where it says; a packed file within the packed file has one too, but not there. */
    private static boolean hasEndRecord(SeekableByteChannel channel, long size) throws IOException {
        int length = (int) Math.min(size, END_RECORD + LONGEST_COMMENT);
        long from = size - length;
        ByteBuffer tail = read(channel, from, length);
        for (int at = tail.limit() - END_RECORD; at >= 0; at--) {
            if (tail.getInt(at) == END_SIGNATURE
                    && at + END_RECORD + (tail.getShort(at + 20) & LONGEST_COMMENT) <= tail.limit()) {
                long directory = tail.getInt(at + 16) & IN_64_BITS;
                if (directory == IN_64_BITS || directory == from + at || isDirectory(channel, directory)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isDirectory(SeekableByteChannel channel, long at) throws IOException {
        ByteBuffer signature = read(channel, at, Integer.BYTES);
        return signature.limit() == Integer.BYTES && signature.getInt(0) == DIRECTORY_SIGNATURE;
    }

    /** The sectors that its table of sectors says are used. Of a table longer than the header can list, its length is enough. */
    private static boolean hasItsSectors(SeekableByteChannel channel, ByteBuffer header, long size) throws IOException {
        if (header.limit() < BEGINNING) {
            return false;
        }
        int shift = header.getShort(SECTOR_SHIFT);
        if (shift != 9 && shift != 12) {
            return true; // damaged rather than unfinished
        }
        int sector = 1 << shift;
        int entries = sector / Integer.BYTES;
        int tables = header.getInt(TABLE_SECTORS);
        int listed = Math.min(tables, TABLE_LISTED);
        long used = tables > listed ? (tables - 1L) * entries : 0;
        for (int index = 0; index < listed; index++) {
            int at = header.getInt(TABLE + index * Integer.BYTES);
            if (at < 0) {
                continue;
            }
            ByteBuffer table = read(channel, (at + 1L) << shift, sector);
            if (table.limit() < sector || isZero(table)) {
                return false;
            }
            for (int entry = 0; entry < entries; entry++) {
                if (table.getInt(entry * Integer.BYTES) != FREE) {
                    used = Math.max(used, (long) index * entries + entry + 1);
                }
            }
        }
        // some programs do not fill the last sector
        long end = Math.min(size, (used + 1) << shift);
        return size > used << shift && !(end >= 2 * ZEROS && isZero(read(channel, end - ZEROS, ZEROS)));
    }
}
