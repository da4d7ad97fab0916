package xiangbao.jobs.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xiangbao.jobs.store.runs.StoredRun;
import xiangbao.readers.config.DefinitionsReader;
import xiangbao.readers.config.ReadDefinitions;
import xiangbao.reports.CountyReports;
import xiangbao.statistics.definitions.Definitions;

/** Today's configuration and templates, and those of earlier runs out of the archive. */
public final class Configurations {
    private static final Logger LOG = LoggerFactory.getLogger(Configurations.class);

    private final Archive archive;
    private final Path config;
    private final Path templates;
    private final Definitions today;
    private final String templatesDigest;
    private final Map<String, Optional<Definitions>> read = new ConcurrentHashMap<>();
    private final Map<String, Boolean> fillable = new ConcurrentHashMap<>();

    Configurations(Archive archive, OfficeSettings settings, Definitions today) {
        this.archive = archive;
        this.config = settings.config();
        this.templates = settings.templates();
        this.today = today;
        this.templatesDigest = Digests.folder(templates);
    }

    public Definitions today() {
        return today;
    }

    public String digest() {
        return today.digest();
    }

    /** Digest of today's report templates. */
    public String templates() {
        return templatesDigest;
    }

    /** Puts both into the archive, before anything is judged or run with them. */
    public void keep() {
        try {
            archive.storeConfiguration(config, today.digest());
            archive.storeTemplates(templates, templatesDigest);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A configuration by its digest; empty when it is not in the archive, or when this version of the program no longer takes it. */
    public Optional<Definitions> of(String digest) {
        return digest.equals(today.digest()) ? Optional.of(today) : read.computeIfAbsent(digest, this::fromArchive);
    }

    /** The configuration behind a result; today's where that one cannot be read any more. */
    public Definitions behind(String digest) {
        return of(digest).orElse(today);
    }

    /**
     * The configuration of a run from which something is to be found again.
     *
     * @throws OrderMistakeException when it is not there any more
     */
    public Definitions mustBe(StoredRun run) {
        return of(run.configuration())
                .orElseThrow(() -> new OrderMistakeException("汇总 " + run.period() + "/" + run.number()
                        + " 所用的配置已经读不出来，不能追溯目标和单个单位的数；全县的指标仍可追溯，如 trace 平31-1:05.1。"));
    }

    private Optional<Definitions> fromArchive(String digest) {
        Path folder = archive.configuration(digest);
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        ReadDefinitions found = DefinitionsReader.read(folder);
        Definitions definitions = found.definitions();
        if (definitions == null || !definitions.digest().equals(digest)) {
            LOG.warn("the configuration {} cannot be read from the archive", digest);
            return Optional.empty();
        }
        return Optional.of(definitions);
    }

    /** Where templates lie: in the archive; today's where they are not there, or where this version of the program cannot fill them any more. */
    public Path templates(String digest) {
        Path kept = archive.templates(digest);
        return Files.isDirectory(kept) && (digest.equals(templatesDigest) || canFill(digest, kept)) ? kept : templates;
    }

    private boolean canFill(String digest, Path kept) {
        return fillable.computeIfAbsent(digest, any -> {
            List<String> mistakes = new CountyReports(kept).mistakes();
            if (!mistakes.isEmpty()) {
                LOG.warn("the templates {} are of an earlier version, today's are taken: {}", digest, mistakes.get(0));
            }
            return mistakes.isEmpty();
        });
    }

    /** Names of the files that differ between two configurations; empty when one of them is not in the archive. */
    public List<String> changedFiles(String one, String other) {
        return changed(
                one.equals(today.digest()) ? config : archive.configuration(one),
                other.equals(today.digest()) ? config : archive.configuration(other));
    }

    /** The same for templates. */
    public List<String> changedTemplates(String one, String other) {
        return changed(
                one.equals(templatesDigest) ? templates : archive.templates(one),
                other.equals(templatesDigest) ? templates : archive.templates(other));
    }

    private static List<String> changed(Path one, Path other) {
        if (!Files.isDirectory(one) || !Files.isDirectory(other)) {
            return List.of();
        }
        Map<String, Path> first = files(one);
        Map<String, Path> second = files(other);
        TreeSet<String> names = new TreeSet<>(first.keySet());
        names.addAll(second.keySet());
        return names.stream()
                .filter(name -> !same(first.get(name), second.get(name)))
                .toList();
    }

    private static boolean same(
            @org.jspecify.annotations.Nullable Path one, @org.jspecify.annotations.Nullable Path other) {
        if (one == null || other == null) {
            return false;
        }
        try {
            return Arrays.equals(Files.readAllBytes(one), Files.readAllBytes(other));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Map<String, Path> files(Path folder) {
        Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            walk.filter(Files::isRegularFile)
                    .filter(Archive::isKept)
                    .forEach(file -> files.put(Workspace.relative(folder, file), file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return files;
    }
}
