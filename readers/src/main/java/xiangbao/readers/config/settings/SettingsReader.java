package xiangbao.readers.config.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import xiangbao.readers.config.documents.ConfigurationMistake;
import xiangbao.readers.config.documents.Mistakes;
import xiangbao.readers.config.documents.YamlValue;

/**
 * What {@code application.yaml} says to Spring Boot. Only the settings that an operator needs may stand there: most of the others can run programs, read other
 * files, or open the office to others, and a misspelt one would do nothing without a word.
 */
public final class SettingsReader {
    private static final String FILE = SettingsFile.NAME;
    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern OTHER_FILE = Pattern.compile("application(-.*)?\\.(properties|xml|ya?ml)");

    private final Mistakes mistakes;

    private SettingsReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    /** What is wrong with the settings of Spring Boot in a configuration folder. */
    public static List<ConfigurationMistake> mistakes(Path folder) {
        Mistakes mistakes = new Mistakes();
        check(folder, SettingsFile.read(folder, mistakes), mistakes);
        return mistakes.inOrder();
    }

    static void check(Path folder, Optional<YamlValue> root, Mistakes mistakes) {
        SettingsReader reader = new SettingsReader(mistakes);
        root.filter(YamlValue::isMapping).ifPresent(value -> reader.walk("", value));
        reader.otherFiles(folder);
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
            } else if (!entry.value().isEmpty() || !SettingNames.isSection(key)) {
                setting(key, entry);
            }
        }
    }

    private void setting(String key, YamlValue.Entry entry) {
        Optional<String> known = SettingNames.known(key);
        Optional<String> ofDriver = SettingNames.ofDriver(key);
        if (known.isPresent()) {
            value(known.get(), entry.value());
        } else if (ofDriver.isPresent()) {
            DatabaseUrl.objectionsToSetting(ofDriver.get())
                    .forEach(objection -> mistakes.add(FILE, entry.line(), objection));
        } else if (!SettingNames.isFree(key)) {
            String nearest = SettingNames.nearest(key);
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
                if (!Exposure.isLoopback(text)) {
                    value.wrong("“server.address”只能是本机地址，如 127.0.0.1，而这里是“" + text
                            + "”：健康检查和指标没有口令，不能对外开放；要在别的机器上看，请用 SSH 转发端口");
                }
            }
            case "server.port", "spring.mail.port" -> value.integer(1, HIGHEST_PORT);
            case "spring.datasource.url" -> DatabaseUrl.objections(text).forEach(value::wrong);
            case "management.endpoints.web.exposure.include" -> {
                if (!Exposure.shownBeyond(text).isEmpty()) {
                    value.wrong(
                            "只能开放 health 和 prometheus，而这里还有“" + String.join("、", Exposure.shownBeyond(text)) + "”，请删去");
                }
            }
            default -> {
                // any text will do
            }
        }
    }
}
