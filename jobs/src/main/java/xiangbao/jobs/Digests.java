package xiangbao.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;
import xiangbao.statistics.audit.RelationVerdict;
import xiangbao.statistics.audit.Review;
import xiangbao.statistics.model.Finding;
import xiangbao.statistics.model.Observation;
import xiangbao.statistics.model.ReadSubmission;

/** Digests by which equal things are recognised. */
final class Digests {
    private final MessageDigest digest = sha256();

    private Digests() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    static String of(Iterable<String> parts) {
        Digests digests = new Digests();
        parts.forEach(digests::add);
        return hex(digests.digest);
    }

    /** Over names and contents of the workbooks in a folder, in the order of their names; lock files of spreadsheet programs are passed over. */
    static String folder(Path folder) {
        Digests digests = new Digests();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path one : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = one.getFileName().toString();
                if (!name.startsWith(".") && !name.startsWith("~")) {
                    digests.add(folder.relativize(one).toString().replace('\\', '/'));
                    digests.add(Files.readAllBytes(one));
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return "sha256:" + hex(digests.digest);
    }

    /**
     * What a form says, wherever in the workbook it stands: figures and what the reader had to remark. Moved rows, other sheets and other formats say the
     * same.
     */
    static String content(ReadSubmission read) {
        Digests digests = new Digests();
        for (Observation one : read.observations()) {
            digests.add(one.indicator().item());
            digests.add(one.line());
            digests.add(one.subject().text());
            digests.add(one.status().name());
            digests.add(
                    one.number() == null
                            ? ""
                            : one.number().stripTrailingZeros().toPlainString());
            digests.add(one.text() == null ? "" : one.text());
            digests.add(one.status().hasValue() ? "" : one.raw());
        }
        digests.add("findings");
        for (Finding one : read.findings()) {
            digests.addFinding(one);
        }
        return hex(digests.digest);
    }

    static String review(Review review) {
        Digests digests = new Digests();
        digests.add(review.outcome().name());
        for (Finding one : review.findings()) {
            digests.addFinding(one);
            digests.add(one.expected());
            digests.add(one.message());
        }
        for (RelationVerdict one : review.verdicts()) {
            digests.add(one.relation());
            digests.add(one.instance());
            digests.add(one.verdict().name());
            one.missing().forEach(digests::add);
            one.inputs().forEach(digests::add);
        }
        return hex(digests.digest);
    }

    private void addFinding(Finding finding) {
        add(finding.code());
        add(finding.instance());
        add(finding.severity().name());
        add(finding.actual());
    }

    private void add(String part) {
        add(part.getBytes(StandardCharsets.UTF_8));
    }

    private void add(byte[] bytes) {
        // the length first, so that no two sequences of parts run into the same bytes
        digest.update(new byte[] {
            (byte) (bytes.length >> 24), (byte) (bytes.length >> 16), (byte) (bytes.length >> 8), (byte) bytes.length
        });
        digest.update(bytes);
    }
}
