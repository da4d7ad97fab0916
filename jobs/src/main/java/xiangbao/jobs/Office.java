package xiangbao.jobs;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import xiangbao.jobs.backup.Restore;
import xiangbao.jobs.logs.LogFile;
import xiangbao.jobs.operations.Cause;
import xiangbao.jobs.operations.OperatorAction;
import xiangbao.jobs.operations.OperatorLog;
import xiangbao.jobs.worker.StopRequest;
import xiangbao.jobs.workspace.ConfigurationMistakesException;
import xiangbao.jobs.workspace.OfficeSettings;
import xiangbao.jobs.workspace.Workspace;
import xiangbao.jobs.workspace.WorkspaceBusyException;
import xiangbao.jobs.workspace.WorkspaceLock;
import xiangbao.jobs.workspace.WorkspaceRegistration;
import xiangbao.readers.config.DefinitionsReader;
import xiangbao.readers.config.ReadDefinitions;
import xiangbao.readers.config.documents.ConfigurationMistake;
import xiangbao.readers.config.settings.SettingsReader;
import xiangbao.readers.config.units.ContactsReader;
import xiangbao.statistics.definitions.Definitions;

/**
 * 专班办公室: opens a workspace, hands out the entries to what can be done and asked there, and closes it. Thread-safe; of two orders that change something
 * the second waits.
 */
public final class Office implements AutoCloseable {
    /** How long running work may take to come to its next chunk or step. */
    private static final Duration GRACE = Duration.ofSeconds(60);

    private static final Logger LOG = LoggerFactory.getLogger(Office.class);

    private final GenericApplicationContext context;
    private final boolean serving;
    private final Object closing = new Object();
    private @Nullable WorkspaceLock lock;
    private @Nullable LogFile log;
    /** The line of the operator log that says since when it serves. */
    private long service;

    private Office(GenericApplicationContext context, boolean serving) {
        this.context = context;
        this.serving = serving;
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

    /** Settings for whoever only asks: where there is no database, none is made. */
    public static OfficeSettings onlyIfThere(OfficeSettings settings) {
        return OfficeApplication.onlyIfThere(settings);
    }

    /** Whether somebody has worked in a folder before. */
    public static boolean isAt(Path workspace) {
        return Workspace.isAt(workspace);
    }

    /**
     * The same, to stay: with the web, the schedules and whatever else the given configuration adds. {@link #close} leaves such an office open, because it
     * is lent to one command after the other; {@link #shut} ends it.
     *
     * @param configuration a Spring configuration that chooses what is started besides the office itself; its beans may ask for the office
     * @param service the bean that is wanted
     */
    public static <T> T openToServe(OfficeSettings settings, Class<?> configuration, Class<T> service) {
        return open(settings, configuration, WebApplicationType.SERVLET).context.getBean(service);
    }

    private static Office open(OfficeSettings settings, Class<?> mode, WebApplicationType web) {
        ReadDefinitions read = DefinitionsReader.read(settings.config());
        Definitions definitions = read.definitions();
        List<ConfigurationMistake> mistakes = new ArrayList<>(read.mistakes());
        mistakes.addAll(SettingsReader.mistakes(settings.config()));
        if (definitions == null || !mistakes.isEmpty()) {
            throw new ConfigurationMistakesException(
                    mistakes.stream().map(ConfigurationMistake::toString).toList());
        }
        if (web == WebApplicationType.SERVLET) {
            // not in the middle of the night, when the first reminder is due
            ConfigurationMistakesException.refuse(
                    ContactsReader.read(settings.config(), definitions.units()).mistakes());
        }
        Restore.refuseUnfinished(settings.workspace());
        Workspace workspace = Workspace.at(settings.workspace());
        Office office = new Office(context(web), web != WebApplicationType.NONE);
        try {
            office.start(settings, workspace, definitions, mode, web);
            office.noteService();
            return office;
        } catch (RuntimeException failure) {
            office.shut();
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
        SpringApplication application =
                OfficeApplication.of(settings, workspace, context, OfficeConfiguration.class, mode);
        application.setWebApplicationType(web);
        application.addInitializers(starting -> {
            if (web == WebApplicationType.SERVLET) {
                WebExposure.refuse(starting.getEnvironment());
            }
            lock = OfficeApplication.connect(starting.getEnvironment(), workspace, settings.patience());
            context.registerBean(OfficeSettings.class, () -> settings);
            context.registerBean(Definitions.class, () -> definitions);
            // a singleton from outside, which the context does not close: the office closes the context
            context.getBeanFactory().registerSingleton("office", this);
            log = LogFile.open(workspace.logs(), starting.getEnvironment());
        });
        OfficeApplication.run(application, settings, context);
        if (lock == null) {
            entry(WorkspaceRegistration.class).verify();
        }
        OfficeApplication.closeDatabaseFiles(workspace);
    }

    /**
     * The entry to one capability: {@code MainJob} to run, {@code Sealing} to seal, {@code Inquiries} to ask, and so on; each package of {@code jobs} says
     * which is its own.
     */
    public <T> T entry(Class<T> type) {
        return context.getBean(type);
    }

    /**
     * Asks whatever is running to stop at its next chunk or step and waits for it. What was stopped is finished by the next start.
     *
     * @return whether nothing runs any more
     */
    public boolean stop(Duration grace) {
        StopRequest sign = entry(StopRequest.class);
        sign.raise();
        return sign.awaitQuiet(grace);
    }

    /** Whether it stays open when a command is done with it. */
    public boolean isServing() {
        return serving;
    }

    private void noteService() {
        if (serving) {
            Cause cause = Cause.command(System.getProperty("user.name", "?"));
            service = entry(OperatorLog.class)
                    .begins(new OperatorAction(
                            "serve", cause, "进程 " + ProcessHandle.current().pid(), Optional.empty()));
        }
    }

    private void noteServiceEnd() {
        if (service == 0) {
            return;
        }
        try {
            entry(OperatorLog.class).ends(service, OperatorAction.End.good("正常停止"));
            service = 0;
        } catch (RuntimeException unreachable) {
            LOG.warn("the end of the service could not be noted", unreachable);
        }
    }

    /** Gives the workspace back; an office that serves stays open. */
    @Override
    public void close() {
        if (!serving) {
            shut();
        }
    }

    /** Stops whatever is running, and gives the workspace back for good. May be called from any thread, and again. */
    public void shut() {
        synchronized (closing) {
            try {
                if (context.isActive()) {
                    stop(GRACE);
                    noteServiceEnd();
                }
                context.close();
            } finally {
                endLog();
                if (lock != null) {
                    lock.close();
                    lock = null;
                }
            }
        }
    }

    private void endLog() {
        LogFile open = log;
        log = null;
        if (open != null) {
            open.close();
        }
    }
}
