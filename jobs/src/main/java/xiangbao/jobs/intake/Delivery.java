package xiangbao.jobs.intake;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import xiangbao.jobs.outcomes.FileAnswer;
import xiangbao.jobs.outcomes.FindingAnswer;
import xiangbao.jobs.workspace.Workspace;
import xiangbao.readers.forms.WorkbookReader;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.workbooks.ReadWorkbook;

/** Copies submitted files and folders aside, keeping the path below a submitted folder. */
public final class Delivery {
    /** Folders within the inbox that are the office's own. */
    private static final Set<String> OURS = Set.of(Workspace.CLAIMED, Workspace.LATE);

    private final Path aside;
    private final Set<String> delivered = new TreeSet<>();
    private final Map<String, FileAnswer> notTaken = new TreeMap<>();
    private final List<Path> sources = new ArrayList<>();

    Delivery(Path aside) {
        this.aside = aside;
    }

    void deliver(Path submitted) throws IOException {
        Path source = submitted.toAbsolutePath().normalize();
        if (!Files.exists(source)) {
            throw new NoSuchFileException(submitted.toString());
        }
        if (Files.isDirectory(source)) {
            for (Map.Entry<String, Path> file : list(source, notTaken).entrySet()) {
                copy(file.getValue(), file.getKey());
            }
        } else {
            String path = PlainPath.of(Objects.requireNonNull(source.getParent()), source);
            Optional<NotTaken> objection = InboxNames.isExplanation(name(source))
                    ? Optional.empty()
                    : objection(
                            source, Files.readAttributes(source, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
            objection.ifPresent(reason -> notTaken.put(path, reason.answer(path)));
            if (objection.isEmpty() && !InboxNames.isExplanation(name(source))) {
                copy(source, path);
            }
        }
    }

    /** Paths of the copies made. */
    Set<String> delivered() {
        return delivered;
    }

    /** What was not copied because it is no submission. */
    Map<String, FileAnswer> notTaken() {
        return notTaken;
    }

    private void copy(Path source, String path) throws IOException {
        if (sources.contains(source)) {
            return;
        }
        sources.add(source);
        Optional<ReadWorkbook> refused = WorkbookReader.refusedBySize(Files.size(source), path);
        if (refused.isPresent()) {
            notTaken.put(path, unreadable(path, refused.get()));
            return;
        }
        String free = freePath(path, delivered::contains);
        Path target = aside.resolve(free);
        Files.createDirectories(target.resolveSibling("."));
        Files.copy(source, target);
        delivered.add(free);
    }

    /** The answer about what is too large to be copied, let alone read. */
    private static FileAnswer unreadable(String path, ReadWorkbook refused) {
        List<FindingAnswer> findings = refused.findings().stream()
                .map(finding -> new FindingAnswer(path + "/" + finding.code(), finding))
                .toList();
        return new FileAnswer(path, null, Outcome.UNREADABLE, List.of(), findings, null);
    }

    /** Two files of one path may meet; the second must not replace the first. */
    static String freePath(String path, Predicate<String> taken) {
        String free = path;
        for (int number = 2; taken.test(free); number++) {
            int slash = path.lastIndexOf('/');
            int dot = path.lastIndexOf('.');
            int end = dot > slash ? dot : path.length();
            free = path.substring(0, end) + "（" + number + "）" + path.substring(end);
        }
        return free;
    }

    /** The files below a folder that may be submissions, by their plain path below it; all else that lies there is noted with the reason. */
    public static Map<String, Path> list(Path folder, Map<String, FileAnswer> notTaken) throws IOException {
        Map<String, Path> found = new TreeMap<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path one, BasicFileAttributes attributes) {
                if (one.equals(folder)) {
                    return FileVisitResult.CONTINUE;
                }
                Optional<NotTaken> objection = InboxNames.objection(name(one));
                objection.filter(any -> !OURS.contains(name(one))).ifPresent(reason -> leave(one, reason));
                return objection.isPresent() ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path one, BasicFileAttributes attributes) {
                if (!InboxNames.isExplanation(name(one))) {
                    Optional<NotTaken> objection = objection(one, attributes);
                    objection.ifPresent(reason -> leave(one, reason));
                    if (objection.isEmpty()) {
                        found.put(freePath(PlainPath.of(folder, one), found::containsKey), one);
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path one, IOException failure) throws IOException {
                if (one.equals(folder)) {
                    throw failure;
                }
                if (!(failure instanceof NoSuchFileException)) {
                    leave(one, NotTaken.LOCKED_AWAY);
                }
                return FileVisitResult.CONTINUE;
            }

            private void leave(Path one, NotTaken reason) {
                String path = freePath(PlainPath.of(folder, one), notTaken::containsKey);
                notTaken.put(path, reason.answer(path));
            }
        });
        return found;
    }

    /** The plain files below a folder of ours, where everything has been looked at before. */
    static Map<String, Path> ours(Path folder) throws IOException {
        Map<String, Path> found = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> walk = Files.walk(folder)) {
                walk.filter(one -> Files.isRegularFile(one, LinkOption.NOFOLLOW_LINKS))
                        .forEach(one -> found.put(Workspace.relative(folder, one), one));
            }
        }
        return found;
    }

    /** Why a file that lies in a folder is left there; empty when it is taken. */
    public static Optional<NotTaken> objection(Path file, BasicFileAttributes attributes) {
        // links may point anywhere and pipes never end: only plain files are opened
        if (attributes.isSymbolicLink()) {
            return Optional.of(NotTaken.LINK);
        }
        if (!attributes.isRegularFile()) {
            return Optional.of(NotTaken.DEVICE);
        }
        Optional<NotTaken> named = InboxNames.objection(name(file));
        return named.isPresent() || Files.isReadable(file) ? named : Optional.of(NotTaken.LOCKED_AWAY);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
