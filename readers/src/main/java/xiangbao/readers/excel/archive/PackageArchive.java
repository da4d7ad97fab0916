package xiangbao.readers.excel.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.excel.limits.ReadingBudget;
import xiangbao.readers.excel.workbook.Rejection;
import xiangbao.readers.excel.workbook.Unreadable;

/**
 * The parts of a package, by its central directory. Nothing is ever written to the disk; what is inflated is counted against absolute
 * limits and checked against its checksum.
 */
public final class PackageArchive implements AutoCloseable {
    private static final int LOCAL_SIGNATURE = 0x04034b50;

    private final byte[] content;
    private final ByteBuffer bytes;
    private final ReadingBudget budget;
    private final PackageDirectory directory;
    private final Inflater inflater = new Inflater(true);

    public PackageArchive(byte[] content, ReadingBudget budget) throws Unreadable {
        this.content = content;
        this.bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        this.budget = budget;
        this.directory = new PackageDirectory(content, budget.limits());
    }

    public boolean has(String name) {
        return directory.entry(name) != null;
    }

    public boolean hasNameEnding(String ending) {
        return directory.hasNameEnding(ending);
    }

    /** The inflated part, one at a time, or null when there is none of this name. */
    @Nullable
    public PartStream open(String name) throws Unreadable {
        PackageEntry entry = directory.entry(name);
        if (entry == null) {
            return null;
        }
        if (entry.method() != 0 && entry.method() != 8) {
            throw entry.damaged();
        }
        if (entry.size() > budget.limits().partBytes()) {
            throw new Unreadable(Rejection.bomb());
        }
        try {
            int header = entry.header();
            if (bytes.getInt(header) != LOCAL_SIGNATURE) {
                throw entry.damaged();
            }
            int nameLength = bytes.getShort(header + 26) & 0xffff;
            int data = header + 30 + nameLength + (bytes.getShort(header + 28) & 0xffff);
            String localName = new String(content, header + 30, nameLength, StandardCharsets.UTF_8).replace('\\', '/');
            if (!localName.equals(entry.name()) || data > content.length - entry.compressed()) {
                throw entry.damaged();
            }
            return new PartStream(content, entry, data, inflater, budget);
        } catch (IndexOutOfBoundsException outside) {
            throw entry.damaged();
        }
    }

    @Override
    public void close() {
        inflater.end();
    }
}
