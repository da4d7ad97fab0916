package xiangbao.readers.config.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import xiangbao.statistics.text.Spelling;

/**
 * The address of a database, as far as it may go: which database, and settings that are known to do nothing but settle how it is spoken to. Others can run
 * scripts and programs, read files, or open ports, and both drivers get more of them: what is not known is refused.
 */
public final class DatabaseUrl {
    private static final Pattern MYSQL =
            Pattern.compile("jdbc:mysql://[^/?#()=]*/[^/?#()=]*(?:\\?(?<settings>.*))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern H2 = Pattern.compile(
            "jdbc:h2:(?:file:|mem:|(?=[~./]|[A-Za-z]:[/\\\\]))[^;]*(?:;(?<settings>.*))?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final List<String> FOR_H2 = List.of(
            "MODE",
            "DATABASE_TO_LOWER",
            "DATABASE_TO_UPPER",
            "CASE_INSENSITIVE_IDENTIFIERS",
            "WRITE_DELAY",
            "DB_CLOSE_ON_EXIT",
            "DB_CLOSE_DELAY",
            "IFEXISTS",
            "CACHE_SIZE",
            "CACHE_TYPE",
            "LOCK_TIMEOUT",
            "DEFAULT_LOCK_TIMEOUT",
            "QUERY_TIMEOUT",
            "MAX_COMPACT_TIME",
            "RETENTION_TIME",
            "COMPRESS",
            "CIPHER",
            "FILE_LOCK",
            "ACCESS_MODE_DATA",
            "NON_KEYWORDS",
            "TIME ZONE",
            "USER",
            "PASSWORD");
    private static final List<String> FOR_MYSQL = List.of(
            "useSSL",
            "requireSSL",
            "verifyServerCertificate",
            "sslMode",
            "tlsVersions",
            "enabledTLSProtocols",
            "tlsCiphersuites",
            "allowPublicKeyRetrieval",
            "serverRSAPublicKeyFile",
            "trustCertificateKeyStoreUrl",
            "trustCertificateKeyStoreType",
            "trustCertificateKeyStorePassword",
            "clientCertificateKeyStoreUrl",
            "clientCertificateKeyStoreType",
            "clientCertificateKeyStorePassword",
            "serverTimezone",
            "connectionTimeZone",
            "forceConnectionTimeZoneToSession",
            "preserveInstants",
            "useUnicode",
            "characterEncoding",
            "connectionCollation",
            "connectTimeout",
            "socketTimeout",
            "tcpKeepAlive",
            "tcpNoDelay",
            "useCompression",
            "rewriteBatchedStatements",
            "useServerPrepStmts",
            "cachePrepStmts",
            "prepStmtCacheSize",
            "prepStmtCacheSqlLimit",
            "useLocalSessionState",
            "useLocalTransactionState",
            "cacheServerConfiguration",
            "cacheResultSetMetadata",
            "elideSetAutoCommits",
            "maintainTimeStats",
            "useCursorFetch",
            "defaultFetchSize",
            "maxAllowedPacket",
            "tinyInt1isBit",
            "zeroDateTimeBehavior",
            "nullCatalogMeansCurrent",
            "nullDatabaseMeansCurrent",
            "useInformationSchema",
            "createDatabaseIfNotExist",
            "user",
            "password");

    private DatabaseUrl() {}

    /** What is wrong with an address, in Chinese without a full stop; empty when nothing is. Shows names of settings only, for values may be secrets. */
    public static List<String> objections(String url) {
        String text = url.strip();
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("jdbc:mysql:")) {
            Matcher matcher = MYSQL.matcher(text);
            return matcher.matches()
                    ? settings(matcher.group("settings"), "&", FOR_MYSQL)
                    : List.of("数据库地址应写成 jdbc:mysql://主机:3306/库名，主机里不能带设置");
        }
        if (lower.startsWith("jdbc:h2:")) {
            Matcher matcher = H2.matcher(text);
            return matcher.matches()
                    ? settings(matcher.group("settings"), ";", FOR_H2)
                    : List.of("内置数据库只能是本机的文件，应写成 jdbc:h2:file:路径，不能连别处的服务");
        }
        return List.of("只能用内置数据库（jdbc:h2:file:…）或 MySQL（jdbc:mysql://…）");
    }

    /** The same for one setting of a MySQL connection that is given apart from the address. */
    static List<String> objectionsToSetting(String name) {
        return settings(name, "&", FOR_MYSQL);
    }

    private static List<String> settings(
            @org.jspecify.annotations.Nullable String settings, String separator, List<String> known) {
        List<String> objections = new ArrayList<>();
        if (settings == null) {
            return objections;
        }
        Set<String> names = new java.util.TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(known);
        for (String one : settings.split(separator, -1)) {
            String name = one.replaceFirst("(?s)=.*", "").strip();
            if (!name.isEmpty() && !names.contains(name)) {
                String shown = name.length() > 40 ? name.substring(0, 40) + "…" : name;
                String nearest = Spelling.nearest(name, known);
                objections.add("数据库地址里不能有设置“" + shown + "”：只能用不执行脚本、不读别的文件、不开端口的设置"
                        + (nearest.isEmpty() ? "，请删去" : "，您是不是想写“" + nearest + "”"));
            }
        }
        return objections;
    }
}
