package xiangbao.jobs.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import xiangbao.statistics.audit.Review;
import xiangbao.statistics.confrontation.RelationVerdict;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.submissions.Filing;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.workbooks.ReadSubmission;

/** Digests by which equal things are recognised. */
public final class Digests {
    private static final int NAME = 127;
    private static final int TEXT = 15_000;

    private final MessageDigest digest = sha256();

    private Digests() {}

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    public static String of(Iterable<String> parts) {
        Digests digests = new Digests();
        parts.forEach(digests::add);
        return hex(digests.digest);
    }

    /** Over names and contents of the workbooks in a folder, in the order of their names; lock files of spreadsheet programs are passed over. */
    public static String folder(Path folder) {
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
    public static String content(ReadSubmission read) {
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
        if (read.filing() != Filing.FIGURES) {
            digests.add(read.filing().title());
        }
        digests.add("findings");
        for (Finding one : read.findings()) {
            digests.addFinding(one);
        }
        return hex(digests.digest);
    }

    public static String review(Review review) {
        Digests digests = new Digests();
        digests.add(review.outcome().name());
        for (Finding one : review.findings()) {
            digests.addFinding(one);
            digests.add(one.comparison().expected());
            digests.add(one.message());
            switch (one.state()) {
                case EXPLAINED -> digests.add("已说明");
                case REMEMBERED -> digests.add("沿用");
                case REFUSED -> digests.add("须改正");
                case OPEN, WITHHOLDING, WAIVED -> {}
            }
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

    /**
     * What a finding says: its own figures and all that its relation looked at. Cells and wording are left out, so that a moved row or a label that was
     * mended is no other doubt. One about the whole form speaks of everything in it.
     *
     * @param content digest of the submission
     */
    public static String said(Finding finding, List<RelationVerdict> verdicts, String content) {
        Digests digests = new Digests();
        for (String part : List.of(finding.code(), finding.instance())) {
            digests.add(shortened(part, NAME));
        }
        for (String part : List.of(
                finding.comparison().actual(),
                finding.comparison().expected(),
                finding.comparison().difference(),
                finding.comparison().previous())) {
            digests.add(shortened(part, TEXT));
        }
        boolean about = finding.place().indicator() != null;
        for (RelationVerdict verdict : verdicts) {
            if (shortened(verdict.relation(), NAME).equals(shortened(finding.code(), NAME))
                    && shortened(verdict.instance(), NAME).equals(shortened(finding.instance(), NAME))) {
                digests.add(shortened(String.join("\n", verdict.inputs()), TEXT));
                about |= !verdict.inputs().isEmpty();
            }
        }
        digests.add(about ? "" : content);
        return hex(digests.digest);
    }

    /** As much as the store surely keeps, so that what was stored says the same as what was not. */
    private static String shortened(String text, int longest) {
        String sound = text.replace('\0', ' ');
        return sound.length() <= longest ? sound : sound.substring(0, longest);
    }

    private void addFinding(Finding finding) {
        add(finding.code());
        add(finding.instance());
        add(finding.severity().name());
        add(finding.comparison().actual());
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
