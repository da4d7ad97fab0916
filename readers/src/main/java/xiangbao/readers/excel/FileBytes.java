package xiangbao.readers.excel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import xiangbao.readers.excel.workbook.Rejection;
import xiangbao.readers.excel.workbook.Unreadable;

/** Takes the bytes of a file: a regular one of bearable size, never through a link. */
final class FileBytes {
    private FileBytes() {}

    static byte[] of(Path file, int most) throws IOException {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException absent) {
            throw new Unreadable(Rejection.notAFile("不存在的路径"));
        }
        if (attributes.isSymbolicLink()) {
            throw new Unreadable(Rejection.notAFile("指向别处的链接"));
        }
        if (attributes.isDirectory()) {
            throw new Unreadable(Rejection.notAFile("文件夹"));
        }
        if (!attributes.isRegularFile()) {
            throw new Unreadable(Rejection.notAFile("管道或设备"));
        }
        if (attributes.size() > most) {
            throw new Unreadable(Rejection.fileTooLarge(most >> 20));
        }
        try (InputStream stream = Channels.newInputStream(
                Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)))) {
            byte[] content = stream.readNBytes(most + 1);
            if (content.length > most) {
                throw new Unreadable(Rejection.fileTooLarge(most >> 20));
            }
            return content;
        }
    }
}
