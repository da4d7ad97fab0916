package xiangbao.jobs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import xiangbao.jobs.reminders.RemindAnswer;
import xiangbao.jobs.reminders.RemindOrder;
import xiangbao.readers.config.ConfigurationMistake;
import xiangbao.readers.config.DefinitionsReader;
import xiangbao.readers.config.ReadDefinitions;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.model.FormCode;
import xiangbao.statistics.model.IndicatorCode;
import xiangbao.statistics.model.ReferencePeriod;
import xiangbao.statistics.model.UnitCode;

/** 专班办公室: works in one workspace, runs the main job and answers questions about its results. */
public final class Office implements AutoCloseable {
    private final WorkspaceLock lock;
    private final GenericApplicationContext context;

    private Office(WorkspaceLock lock, GenericApplicationContext context) {
        this.lock = lock;
        this.context = context;
    }

    /**
     * Takes the workspace and starts everything. What an earlier process left undone is finished by the next run.
     *
     * @throws WorkspaceBusyException when another process holds the workspace
     * @throws ConfigurationMistakesException when the configuration has mistakes
     */
    public static Office open(OfficeSettings settings) {
        return open(settings, CommandMode.class, WebApplicationType.NONE);
    }

    /**
     * The same, to stay: with the web, the schedules and whatever else the given configuration adds. Its beans may ask for this office.
     *
     * @param serving a Spring configuration that chooses what is started besides the office itself
     */
    public static Office openToServe(OfficeSettings settings, Class<?> serving) {
        return open(settings, serving, WebApplicationType.SERVLET);
    }

    private static Office open(OfficeSettings settings, Class<?> mode, WebApplicationType web) {
        ReadDefinitions read = DefinitionsReader.read(settings.config());
        Definitions definitions = read.definitions();
        if (definitions == null || !read.mistakes().isEmpty()) {
            throw new ConfigurationMistakesException(
                    read.mistakes().stream().map(ConfigurationMistake::toString).toList());
        }
        Workspace workspace = Workspace.at(settings.workspace());
        WorkspaceLock lock = WorkspaceLock.take(workspace, settings.patience());
        try {
            Office office = new Office(lock, context(web));
            office.start(settings, workspace, definitions, mode, web);
            return office;
        } catch (RuntimeException failure) {
            lock.close();
            throw failure;
        }
    }

    private static GenericApplicationContext context(WebApplicationType web) {
        return web == WebApplicationType.NONE
                ? new AnnotationConfigApplicationContext()
                : new AnnotationConfigServletWebServerApplicationContext();
    }

    private void start(
            OfficeSettings settings,
            Workspace workspace,
            Definitions definitions,
            Class<?> mode,
            WebApplicationType web) {
        SpringApplication application = new SpringApplication(JobsConfiguration.class, mode);
        application.setWebApplicationType(web);
        application.setApplicationContextFactory(type -> context);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        Map<String, Object> defaults = new HashMap<>(defaults(workspace));
        defaults.put(
                "spring.config.additional-location",
                "optional:" + settings.config().toAbsolutePath().normalize().toUri());
        application.setDefaultProperties(defaults);
        application.addInitializers(starting -> {
            starting.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("office", new HashMap<>(settings.overrides())));
            context.registerBean(OfficeSettings.class, () -> settings);
            context.registerBean(Definitions.class, () -> definitions);
            // a singleton from outside, which the context does not close: the office closes the context
            context.getBeanFactory().registerSingleton("office", this);
        });
        application.run();
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
                Map.entry("logging.level.root", "warn"),
                Map.entry("logging.level.org.flywaydb", "error"));
    }

    /** Does the main job once: collect, review, aggregate, report. Finishes first what an earlier process left undone. */
    public synchronized RunAnswer run(RunOrder order) {
        return context.getBean(MainJob.class).run(order);
    }

    /** Who owes what for a county period: unit by form, in print order. */
    public List<UnitStatus> status(ReferencePeriod period) {
        return inquiries().status(period);
    }

    /** The figures of the latest run of a period; empty when there was none. Without a unit, the county's only. */
    public List<FigureAnswer> figures(ReferencePeriod period, Optional<FormCode> form, Optional<UnitCode> unit) {
        return inquiries().figures(period, form, unit);
    }

    /** A figure of the latest run of a period, down to the cells; empty when the run has no such figure. */
    public Optional<TraceAnswer> trace(IndicatorCode indicator, ReferencePeriod period) {
        return inquiries().trace(indicator, period);
    }

    /** The targets of the plan as the latest run of a period saw them; empty when there was none. */
    public List<TargetAnswer> progress(ReferencePeriod period) {
        return inquiries().progress(period);
    }

    /**
     * Writes blank workbooks to fill, one for each unit that owes a form.
     *
     * @throws NothingToFillException when nobody owes what was asked for
     */
    public FormsAnswer forms(FormsOrder order) {
        return context.getBean(FormsDesk.class).write(order);
    }

    /** 催报: tells those who owe something, and nobody else. */
    public synchronized RemindAnswer remind(RemindOrder order) {
        throw new UnsupportedOperationException("reminders to " + order.actor());
    }

    private Inquiries inquiries() {
        return context.getBean(Inquiries.class);
    }

    @Override
    public void close() {
        context.close();
        lock.close();
    }
}
