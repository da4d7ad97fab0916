package xiangbao.readers.config.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import xiangbao.statistics.text.Spelling;

/** The settings of Spring Boot that an operator may write. */
final class SettingNames {
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

    private SettingNames() {}

    /** The setting that is meant, however it is spelt; nothing when there is none. */
    static Optional<String> known(String key) {
        String canonical = canonical(key);
        return KNOWN.stream().filter(one -> canonical(one).equals(canonical)).findFirst();
    }

    /** The last word of a setting of the database's driver, which the driver reads by itself. */
    static Optional<String> ofDriver(String key) {
        String canonical = canonical(key);
        return canonical.startsWith(DRIVER) ? Optional.of(canonical.substring(DRIVER.length())) : Optional.empty();
    }

    /** Whether its last words are the author's own. */
    static boolean isFree(String key) {
        return MAIL.matcher(canonical(key)).matches() || LEVEL.matcher(key).matches();
    }

    static String nearest(String key) {
        return Spelling.nearest(key, KNOWN);
    }

    /** A heading under which everything is commented out. */
    static boolean isSection(String key) {
        String canonical = canonical(key) + ".";
        return KNOWN.stream().anyMatch(known -> canonical(known).startsWith(canonical));
    }

    /** As Spring Boot compares names. */
    private static String canonical(String key) {
        return key.replace('[', '.').replace("]", "").replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
    }
}
