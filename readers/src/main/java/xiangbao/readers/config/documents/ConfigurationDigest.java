package xiangbao.readers.config.documents;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;

/** What tells one configuration from another. */
final class ConfigurationDigest {
    private ConfigurationDigest() {}

    /** Over names and contents of all files, so that no change of either goes unnoticed. */
    static String of(SortedMap<String, ConfigurationFile> files) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            files.forEach((name, file) -> {
                byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
                sha256.update(ByteBuffer.allocate(8)
                        .putInt(nameBytes.length)
                        .putInt(file.content().length)
                        .array());
                sha256.update(nameBytes);
                sha256.update(file.content());
            });
            return "sha256:" + HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
