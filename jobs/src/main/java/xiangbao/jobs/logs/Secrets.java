package xiangbao.jobs.logs;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

/** What must never be read in a log: the values of all settings that are called passwords or the like, whoever may have put them into a message. */
final class Secrets {
    private static final Pattern IN_ADDRESS = Pattern.compile("(?i)(password|passwd|pwd|secret|token)=[^&;\\s\"']+");
    private static final int TOO_SHORT = 4;

    private final Set<String> values;

    private Secrets(Set<String> values) {
        this.values = values;
    }

    static Secrets of(ConfigurableEnvironment environment) {
        Set<String> values = new TreeSet<>();
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> all) {
                for (String name : all.getPropertyNames()) {
                    if (isSecret(name)) {
                        String value = environment.getProperty(name, "");
                        if (value.length() >= TOO_SHORT) {
                            values.add(value);
                        }
                    }
                }
            }
        }
        return new Secrets(values);
    }

    private static boolean isSecret(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.contains("password") || lower.contains("secret") || lower.contains("credential");
    }

    String hide(String text) {
        String hidden = text;
        for (String value : values) {
            hidden = hidden.replace(value, "***");
        }
        return IN_ADDRESS.matcher(hidden).replaceAll("$1=***");
    }
}
