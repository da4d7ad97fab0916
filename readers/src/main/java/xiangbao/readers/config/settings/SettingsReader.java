package xiangbao.readers.config.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import xiangbao.readers.config.documents.ConfigurationFile;
import xiangbao.readers.config.documents.ConfigurationMistake;
import xiangbao.readers.config.documents.Mistakes;
import xiangbao.readers.config.documents.YamlValue;
import xiangbao.statistics.text.Spelling;

/**
 * What {@code application.yaml} says to Spring Boot. Only the settings that an operator needs may stand there: most of the others can run programs, read other
 * files, or open the office to others, and a misspelt one would do nothing without a word.
 */
public final class SettingsReader {
    private static final String FILE = ScheduleReader.FILE;
    private static final List<String> KNOWN = List.of(
            "server.address",
            "server.port",
            "spring.datasource.url",
            "spring.datasource.username",
            "spring.datasource.password",
            "spring.datasource.hikari.maximum-pool-size",
            "spring.datasource.hikari.minimum-idle",
            "spring.datasource.hikari.connection-timeout",
            "spring.datasource.hikari.validation-timeout",
            "spring.datasource.hikari.idle-timeout",
            "spring.datasource.hikari.max-lifetime",
            "spring.datasource.hikari.keepalive-time",
            "spring.datasource.hikari.leak-detection-threshold",
            "spring.mail.host",
            "spring.mail.port",
            "spring.mail.username",
            "spring.mail.password",
            "spring.mail.protocol",
            "spring.mail.default-encoding",
            "spring.mail.ssl.enabled",
            "management.health.diskspace.threshold",
            "management.endpoints.web.exposure.include");
    /** Under these the last word is free. */
    private static final String DRIVER = "spring.datasource.hikari.datasourceproperties.";

    private static final Pattern MAIL =
            Pattern.compile("spring\\.mail\\.properties\\.mail\\.smtps?\\.(?!socketfactory).+");
    private static final Pattern LEVEL = Pattern.compile("logging\\.level\\.[A-Za-z0-9_.]+");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?::1]?");
    private static final Pattern OTHER_FILE = Pattern.compile("application(-.*)?\\.(properties|xml|ya?ml)");
    private static final Set<String> SHOWN = Set.of("health", "prometheus");

    private final Mistakes mistakes;

    private SettingsReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    private static final int HIGHEST_PORT = 65_535;

    /** What is wrong with the settings of Spring Boot in a configuration folder. */
    public static List<ConfigurationMistake> mistakes(Path folder) {
        Mistakes mistakes = new Mistakes();
        Optional<YamlValue> root = Files.exists(folder.resolve(FILE))
                ? ConfigurationFile.read(folder, FILE, mistakes).flatMap(file -> file.yaml(mistakes))
                : Optional.empty();
        check(folder, root, mistakes);
        return mistakes.inOrder();
    }

    static void check(Path folder, Optional<YamlValue> root, Mistakes mistakes) {
        SettingsReader reader = new SettingsReader(mistakes);
        root.filter(YamlValue::isMapping).ifPresent(value -> reader.walk("", value));
        reader.otherFiles(folder);
    }

    /** Whether only this machine can reach an address. */
    public static boolean isLoopback(String address) {
        return LOOPBACK.matcher(address.strip().toLowerCase(Locale.ROOT)).matches();
    }

    /** What a list of endpoints shows beyond health and metrics. */
    public static Set<String> shownBeyond(String endpoints) {
        Set<String> beyond = new TreeSet<>();
        for (String one : endpoints.split("[,\\s]+")) {
            if (!one.isEmpty() && !SHOWN.contains(one.toLowerCase(Locale.ROOT))) {
                beyond.add(one);
            }
        }
        return beyond;
    }

    private void otherFiles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> OTHER_FILE.matcher(name).matches() && !name.equals(FILE))
                    .sorted()
                    .forEach(name -> mistakes.add(name, 0, "不读这个文件：设置只写在 application.yaml 里，请并过去，再删掉它"));
        } catch (IOException unreadable) {
            // told by whoever reads the rest of the folder
        }
    }

    private void walk(String prefix, YamlValue mapping) {
        for (YamlValue.Entry entry : mapping.entries()) {
            String key = prefix.isEmpty() ? entry.key() : prefix + "." + entry.key();
            if (key.equals("xiangbao") || key.startsWith("xiangbao.")) {
                continue;
            }
            if (entry.value().isMapping()) {
                walk(key, entry.value());
            } else if (!entry.value().isEmpty() || !isSection(key)) {
                setting(key, entry);
            }
        }
    }

    /** A heading under which everything is commented out. */
    private static boolean isSection(String key) {
        String canonical = canonical(key) + ".";
        return KNOWN.stream().anyMatch(known -> canonical(known).startsWith(canonical));
    }

    /** As Spring Boot compares names. */
    private static String canonical(String key) {
        return key.replace('[', '.').replace("]", "").replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
    }

    private void setting(String key, YamlValue.Entry entry) {
        String canonical = canonical(key);
        Optional<String> known =
                KNOWN.stream().filter(one -> canonical(one).equals(canonical)).findFirst();
        if (known.isPresent()) {
            value(known.get(), entry.value());
        } else if (canonical.startsWith(DRIVER)) {
            DatabaseUrl.objectionsToSetting(canonical.substring(DRIVER.length()))
                    .forEach(objection -> mistakes.add(FILE, entry.line(), objection));
        } else if (!MAIL.matcher(canonical).matches() && !LEVEL.matcher(key).matches()) {
            String nearest = Spelling.nearest(key, KNOWN);
            mistakes.add(
                    FILE,
                    entry.line(),
                    "不认识的设置“" + key + "”"
                            + (nearest.isEmpty()
                                    ? "：除 xiangbao 以外，只能写 server、spring.datasource、spring.mail、logging.level 下的几项（见 config/README.md），请删去"
                                    : ""),
                    nearest);
        }
    }

    private void value(String key, YamlValue value) {
        List<String> texts = new ArrayList<>();
        if (value.isList()) {
            texts.addAll(value.texts());
        } else {
            value.text().ifPresent(texts::add);
        }
        String text = String.join(",", texts);
        // the environment may say it instead, and is looked at when the office opens
        if (text.isEmpty() || text.contains("${")) {
            return;
        }
        switch (key) {
            case "server.address" -> {
                if (!isLoopback(text)) {
                    value.wrong("“server.address”只能是本机地址，如 127.0.0.1，而这里是“" + text
                            + "”：健康检查和指标没有口令，不能对外开放；要在别的机器上看，请用 SSH 转发端口");
                }
            }
            case "server.port", "spring.mail.port" -> value.integer(1, HIGHEST_PORT);
            case "spring.datasource.url" -> DatabaseUrl.objections(text).forEach(value::wrong);
            case "management.endpoints.web.exposure.include" -> {
                if (!shownBeyond(text).isEmpty()) {
                    value.wrong("只能开放 health 和 prometheus，而这里还有“" + String.join("、", shownBeyond(text)) + "”，请删去");
                }
            }
            default -> {
                // any text will do
            }
        }
    }
}
