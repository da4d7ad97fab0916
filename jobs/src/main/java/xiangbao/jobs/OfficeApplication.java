package xiangbao.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import xiangbao.jobs.store.ConnectionTrouble;
import xiangbao.jobs.workspace.DatabaseAddress;
import xiangbao.jobs.workspace.DatabaseUnreachableException;
import xiangbao.jobs.workspace.OfficeSettings;
import xiangbao.jobs.workspace.OwnerOnly;
import xiangbao.jobs.workspace.SecretFiles;
import xiangbao.jobs.workspace.TroubleException;
import xiangbao.jobs.workspace.Workspace;
import xiangbao.jobs.workspace.WorkspaceLock;

/** How a Spring application is set up and started in a workspace: whose settings go before whose, and what is said when the database cannot be reached. */
final class OfficeApplication {
    private static final String ONLY_IF_THERE = "xiangbao.database.only-if-there";

    private OfficeApplication() {}

    /** Settings for whoever only asks: where there is no database, none is made. */
    static OfficeSettings onlyIfThere(OfficeSettings settings) {
        Map<String, String> overrides = new HashMap<>(settings.overrides());
        overrides.put(ONLY_IF_THERE, "true");
        return new OfficeSettings(
                settings.workspace(),
                settings.config(),
                settings.templates(),
                settings.clock(),
                settings.programVersion(),
                settings.patience(),
                overrides);
    }

    /** Settings for all that is started here: options go before the environment, that before {@code application.yaml}, and that before our defaults. */
    static SpringApplication of(
            OfficeSettings settings, Workspace workspace, GenericApplicationContext context, Class<?>... sources) {
        SpringApplication application = new SpringApplication(sources);
        application.setApplicationContextFactory(type -> context);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        application.setDefaultProperties(new HashMap<>(defaults(workspace)));
        Map<String, Object> secrets = SecretFiles.read(System.getenv());
        application.addInitializers(starting -> {
            SecretFiles.addTo(starting.getEnvironment(), secrets);
            starting.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("office", new HashMap<>(settings.overrides())));
            DatabaseAddress.refuse(starting.getEnvironment().getProperty("spring.datasource.url", ""));
        });
        return application;
    }

    static void run(SpringApplication application, OfficeSettings settings, GenericApplicationContext context) {
        try {
            application.run(onlyOneFile(settings.config()));
        } catch (TroubleException clear) {
            throw clear;
        } catch (RuntimeException failure) {
            ConnectionTrouble trouble = ConnectionTrouble.in(failure).orElse(null);
            if (trouble == null) {
                throw failure;
            }
            String url = String.valueOf(context.getEnvironment().getProperty("spring.datasource.url"));
            throw new DatabaseUnreachableException(
                    "连不上数据库 " + DatabaseAddress.withoutSecrets(url) + "：" + trouble.advice() + "。", failure);
        }
    }

    /** Settles how the database is spoken to; on the embedded one it takes the workspace, which nobody else can work in then. */
    static @Nullable WorkspaceLock connect(
            ConfigurableEnvironment environment, Workspace workspace, Duration patience) {
        String url = environment.getProperty("spring.datasource.url", "");
        if (DatabaseAddress.isEmbedded(url)) {
            if (environment.getProperty(ONLY_IF_THERE, Boolean.class, false)) {
                environment
                        .getPropertySources()
                        .addFirst(new MapPropertySource(
                                ONLY_IF_THERE, Map.of("spring.datasource.url", url + ";IFEXISTS=TRUE")));
            }
            return WorkspaceLock.take(workspace, patience);
        }
        if (url.startsWith("jdbc:mysql:") && !url.contains("rewriteBatchedStatements")) {
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource(
                            "driver",
                            Map.of(
                                    "spring.datasource.hikari.data-source-properties.rewriteBatchedStatements",
                                    "true")));
        }
        return null;
    }

    private static Map<String, Object> defaults(Workspace workspace) {
        String database = workspace
                .database()
                .resolve("xiangbao")
                .toString()
                .replace('\\', '/')
                .replace(";", "\\;");
        return Map.ofEntries(
                Map.entry(
                        "spring.datasource.url",
                        "jdbc:h2:file:" + database
                                + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE"
                                // without it a killed process loses what it has committed
                                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE"),
                Map.entry("spring.flyway.locations", "classpath:db/migration/common,classpath:db/migration/{vendor}"),
                Map.entry("spring.batch.job.enabled", "false"),
                Map.entry("spring.batch.jdbc.initialize-schema", "never"),
                Map.entry("spring.batch.jdbc.isolation-level-for-create", "read_committed"),
                Map.entry("spring.main.lazy-initialization", "false"),
                Map.entry("spring.jmx.enabled", "false"),
                // what runs full is not the disk that somebody started from
                Map.entry("management.health.diskspace.path", workspace.root().toString()),
                Map.entry("logging.level.root", "warn"),
                Map.entry("logging.level.xiangbao", "info"),
                Map.entry("logging.register-shutdown-hook", "false"),
                // what keeps an office from opening is told once, in a sentence of ours
                Map.entry("logging.level.org.springframework.boot.SpringApplication", "off"),
                Map.entry("logging.level.org.springframework.context.annotation", "error"),
                Map.entry("logging.level.org.springframework.boot.web.server.servlet.context", "error"),
                Map.entry("logging.level.org.flywaydb", "error"));
    }

    /** As options, which go before whatever the environment or the folder where somebody stands may say. */
    private static String[] onlyOneFile(Path config) {
        // these two separate locations
        String file = config.resolve("application.yaml")
                .toAbsolutePath()
                .normalize()
                .toUri()
                .toString()
                .replace(",", "%2C")
                .replace(";", "%3B");
        return new String[] {
            "--spring.config.location=optional:" + file,
            "--spring.config.additional-location=",
            "--spring.config.import=",
            "--spring.profiles.active=",
            "--spring.profiles.include="
        };
    }

    static void closeDatabaseFiles(Workspace workspace) {
        try {
            OwnerOnly.folder(workspace.database());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
