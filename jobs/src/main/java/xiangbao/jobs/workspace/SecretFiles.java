package xiangbao.jobs.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Secrets that lie in files of their own: {@code SPRING_DATASOURCE_PASSWORD_FILE=/run/secrets/database} says the same as {@code SPRING_DATASOURCE_PASSWORD}
 * would, and shows the secret neither in the list of processes nor in the service's description.
 */
public final class SecretFiles {
    private static final String ENDING = "_FILE";

    private SecretFiles() {}

    /** The variables that the files stand for. */
    public static Map<String, Object> read(Map<String, String> environment) {
        Map<String, Object> variables = new HashMap<>();
        environment.forEach((name, file) -> {
            if (name.startsWith("SPRING_") && name.endsWith(ENDING) && !file.isBlank()) {
                variables.put(name.substring(0, name.length() - ENDING.length()), content(name, file));
            }
        });
        return variables;
    }

    private static String content(String name, String file) {
        try {
            return Files.readString(Path.of(file), StandardCharsets.UTF_8).stripTrailing();
        } catch (IOException | InvalidPathException unreadable) {
            throw new SettingsException("环境变量 " + name + " 指向的文件“" + file + "”读不出来，请检查它是否存在、本用户是否有权读。");
        }
    }

    /** Behind the environment itself: a variable goes before a file. */
    public static void addTo(ConfigurableEnvironment environment, Map<String, Object> variables) {
        environment
                .getPropertySources()
                .addAfter(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        // this ending lets Spring Boot read SPRING_DATASOURCE_PASSWORD as spring.datasource.password
                        new SystemEnvironmentPropertySource("files-systemEnvironment", variables));
    }
}
