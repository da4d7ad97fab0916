package xiangbao.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import xiangbao.jobs.backup.BackupAnswer;
import xiangbao.jobs.backup.BackupOrder;
import xiangbao.jobs.backup.Backups;
import xiangbao.jobs.backup.Restore;
import xiangbao.jobs.backup.RestoreMode;
import xiangbao.jobs.doubts.DecisionAnswer;
import xiangbao.jobs.doubts.DecisionOrder;
import xiangbao.jobs.doubts.DoubtDecisions;
import xiangbao.jobs.doubts.Doubts;
import xiangbao.jobs.doubts.DoubtsAnswer;
import xiangbao.jobs.doubts.DoubtsQuery;
import xiangbao.jobs.doubts.WaiveAnswer;
import xiangbao.jobs.doubts.WaiveOrder;
import xiangbao.jobs.doubts.Waiving;
import xiangbao.jobs.feedback.Returns;
import xiangbao.jobs.forms.FormsAnswer;
import xiangbao.jobs.forms.FormsOrder;
import xiangbao.jobs.forms.FormsToFill;
import xiangbao.jobs.forms.NothingToFillException;
import xiangbao.jobs.inquiries.ExportAnswer;
import xiangbao.jobs.inquiries.ExportOrder;
import xiangbao.jobs.inquiries.Exports;
import xiangbao.jobs.inquiries.Inquiries;
import xiangbao.jobs.inquiries.TargetTrace;
import xiangbao.jobs.inquiries.TargetTraces;
import xiangbao.jobs.inquiries.TraceAnswer;
import xiangbao.jobs.inquiries.UnitStatus;
import xiangbao.jobs.inquiries.UnitTraces;
import xiangbao.jobs.intake.Delivery;
import xiangbao.jobs.intake.Intake;
import xiangbao.jobs.logs.LogFile;
import xiangbao.jobs.operations.Cause;
import xiangbao.jobs.operations.OperatorAction;
import xiangbao.jobs.operations.OperatorLog;
import xiangbao.jobs.pipeline.MainJob;
import xiangbao.jobs.pipeline.RunAnswer;
import xiangbao.jobs.pipeline.RunFinished;
import xiangbao.jobs.pipeline.RunOrder;
import xiangbao.jobs.reminders.RemindAnswer;
import xiangbao.jobs.reminders.RemindOrder;
import xiangbao.jobs.reminders.Reminding;
import xiangbao.jobs.reruns.RerunAnswer;
import xiangbao.jobs.reruns.RerunOrder;
import xiangbao.jobs.reruns.Reruns;
import xiangbao.jobs.review.WaivedRelations;
import xiangbao.jobs.rules.BacktestAnswer;
import xiangbao.jobs.rules.BacktestOrder;
import xiangbao.jobs.rules.Backtests;
import xiangbao.jobs.rules.BandLearning;
import xiangbao.jobs.rules.BandsAnswer;
import xiangbao.jobs.rules.BandsOrder;
import xiangbao.jobs.rules.HealthAnswer;
import xiangbao.jobs.rules.Outliers;
import xiangbao.jobs.rules.OutliersAnswer;
import xiangbao.jobs.rules.RuleHealth;
import xiangbao.jobs.runs.FigureAnswer;
import xiangbao.jobs.runs.RunName;
import xiangbao.jobs.runs.RunSummary;
import xiangbao.jobs.runs.TargetAnswer;
import xiangbao.jobs.runs.comparison.DiffAnswer;
import xiangbao.jobs.runs.comparison.ReproductionAnswer;
import xiangbao.jobs.runs.comparison.RunDetail;
import xiangbao.jobs.runs.comparison.RunHistory;
import xiangbao.jobs.seals.CorrectionAnswer;
import xiangbao.jobs.seals.CorrectionOrder;
import xiangbao.jobs.seals.SealAnswer;
import xiangbao.jobs.seals.SealOrder;
import xiangbao.jobs.seals.Sealing;
import xiangbao.jobs.seals.UnsealAnswer;
import xiangbao.jobs.seals.UnsealOrder;
import xiangbao.jobs.store.ConnectionTrouble;
import xiangbao.jobs.store.WorkspaceRecord;
import xiangbao.jobs.store.operations.LoggedAction;
import xiangbao.jobs.store.operations.OperatorLogTable;
import xiangbao.jobs.store.operations.StandingCounts;
import xiangbao.jobs.store.runs.Runs;
import xiangbao.jobs.store.runs.StoredRun;
import xiangbao.jobs.worker.StopRequest;
import xiangbao.jobs.workspace.ConfigurationMistakesException;
import xiangbao.jobs.workspace.DatabaseAddress;
import xiangbao.jobs.workspace.DatabaseUnreachableException;
import xiangbao.jobs.workspace.OfficeSettings;
import xiangbao.jobs.workspace.OrderMistakeException;
import xiangbao.jobs.workspace.OrderedScope;
import xiangbao.jobs.workspace.OwnerOnly;
import xiangbao.jobs.workspace.SecretFiles;
import xiangbao.jobs.workspace.TroubleException;
import xiangbao.jobs.workspace.UnitChoice;
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
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.units.UnitCode;

/** 专班办公室: works in one workspace, runs the main job and answers questions about its results. */
public final class Office implements AutoCloseable {
    /** How long running work may take to come to its next chunk or step. */
    private static final Duration GRACE = Duration.ofSeconds(60);

    private static final String ONLY_IF_THERE = "xiangbao.database.only-if-there";

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

    /** Whether somebody has worked in a folder before. */
    public static boolean isAt(Path workspace) {
        return Workspace.isAt(workspace);
    }

    /** Settings for whoever only asks: where there is no database, none is made. */
    public static OfficeSettings onlyIfThere(OfficeSettings settings) {
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
            Reminding.refuse(
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

    private void prepare(ConfigurableEnvironment environment, Workspace workspace, Duration patience) {
        String url = environment.getProperty("spring.datasource.url", "");
        if (DatabaseAddress.isEmbedded(url)) {
            if (environment.getProperty(ONLY_IF_THERE, Boolean.class, false)) {
                environment
                        .getPropertySources()
                        .addFirst(new MapPropertySource(
                                ONLY_IF_THERE, Map.of("spring.datasource.url", url + ";IFEXISTS=TRUE")));
            }
            lock = WorkspaceLock.take(workspace, patience);
        } else if (url.startsWith("jdbc:mysql:") && !url.contains("rewriteBatchedStatements")) {
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource(
                            "driver",
                            Map.of(
                                    "spring.datasource.hikari.data-source-properties.rewriteBatchedStatements",
                                    "true")));
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
        SpringApplication application = application(settings, workspace, context, OfficeConfiguration.class, mode);
        application.setWebApplicationType(web);
        application.addInitializers(starting -> {
            if (web == WebApplicationType.SERVLET) {
                WebExposure.refuse(starting.getEnvironment());
            }
            prepare(starting.getEnvironment(), workspace, settings.patience());
            context.registerBean(OfficeSettings.class, () -> settings);
            context.registerBean(Definitions.class, () -> definitions);
            // a singleton from outside, which the context does not close: the office closes the context
            context.getBeanFactory().registerSingleton("office", this);
            log = LogFile.open(workspace.logs(), starting.getEnvironment());
        });
        run(application, settings, context);
        if (lock == null) {
            bean(WorkspaceRegistration.class).verify();
        }
        closeDatabaseFiles(workspace);
    }

    private static void closeDatabaseFiles(Workspace workspace) {
        try {
            OwnerOnly.folder(workspace.database());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void run(SpringApplication application, OfficeSettings settings, GenericApplicationContext context) {
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

    /** Settings for all that is started here: options go before the environment, that before {@code application.yaml}, and that before our defaults. */
    private static SpringApplication application(
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

    /** Does the main job once: collect, review, aggregate, report. Finishes first what an earlier process left undone. */
    public synchronized RunAnswer run(RunOrder order) {
        return operatorLog()
                .keep(
                        order.action(),
                        line -> {
                            RunAnswer answer = context.getBean(MainJob.class).run(order);
                            context.publishEvent(new RunFinished(order, answer));
                            return answer;
                        },
                        RunAnswer::end);
    }

    /**
     * 定案: makes the result of a county period final, unless something is lacking.
     *
     * @throws OrderMistakeException when the period is sealed already or has not ended
     */
    public synchronized SealAnswer seal(SealOrder order) {
        return operatorLog()
                .keep(
                        order.action(),
                        line -> context.getBean(Sealing.class).seal(order),
                        answer -> answer.end(order.period()));
    }

    /**
     * 解除定案: opens a sealed period again and lets in what was held.
     *
     * @throws OrderMistakeException when the period is not sealed
     */
    public synchronized UnsealAnswer unseal(UnsealOrder order) {
        return operatorLog()
                .keep(
                        new OperatorAction("unseal", order.cause(), "", Optional.of(order.period())),
                        line -> context.getBean(Sealing.class).unseal(order),
                        answer -> new OperatorAction.End(
                                answer.exit(), "放行暂存 " + answer.released().size() + " 份", List.of(), false));
    }

    /**
     * 更正: lets what is held into a sealed period, by a numbered notice; a preview changes nothing.
     *
     * @throws OrderMistakeException when the period is not sealed, or nothing is held that was asked for
     */
    public synchronized CorrectionAnswer correct(CorrectionOrder order) {
        if (order.preview()) {
            return context.getBean(Sealing.class).correct(order);
        }
        return operatorLog()
                .keep(order.action(), line -> context.getBean(Sealing.class).correct(order), CorrectionAnswer::end);
    }

    /**
     * 认可、追问、退回: decides about 核实性 findings; a preview changes nothing. The next run counts with it.
     *
     * @throws OrderMistakeException when there is no such finding, or the period is sealed
     */
    public synchronized DecisionAnswer decide(DecisionOrder order) {
        if (order.preview()) {
            return context.getBean(DoubtDecisions.class).decide(order);
        }
        return operatorLog()
                .keep(order.action(), line -> context.getBean(DoubtDecisions.class).decide(order), DecisionAnswer::end);
    }

    /**
     * 不审: lets a unit off a 强制性 relation for one period, or no longer. The next run counts with it.
     *
     * @throws OrderMistakeException when there is no such relation or unit, when there is nothing to waive, or the period is sealed
     */
    public synchronized WaiveAnswer waive(WaiveOrder order) {
        return operatorLog()
                .keep(order.action(), line -> context.getBean(Waiving.class).waive(order), WaiveAnswer::end);
    }

    /**
     * What a relation would have said about what was reported; changes nothing.
     *
     * @param definitions in which the relation is, those of this office or others
     * @throws OrderMistakeException when there is no such relation
     */
    public BacktestAnswer backtest(BacktestOrder order, Definitions definitions) {
        return context.getBean(Backtests.class).backtest(order, definitions);
    }

    /** What each relation and default screen has found in some county periods, and what became of it. */
    public HealthAnswer health(List<ReferencePeriod> periods, Optional<FormCode> form) {
        form.ifPresent(new OrderedScope(context.getBean(Definitions.class))::requireForm);
        return context.getBean(RuleHealth.class).health(periods, form);
    }

    /** The 核实性 findings of a county period, with what was said about them. */
    public DoubtsAnswer findings(DoubtsQuery query) {
        Definitions definitions = context.getBean(Definitions.class);
        OrderedScope scope = new OrderedScope(definitions);
        query.form().ifPresent(scope::requireForm);
        Optional<UnitCode> whose = query.unit().map(scope::unit);
        DoubtsAnswer answer =
                context.getBean(Doubts.class).answer(query, whose, LocalDateTime.now(context.getBean(Clock.class)));
        return answer.with(context.getBean(WaivedRelations.class).within(query.period(), definitions).stream()
                .filter(one -> query.form().isEmpty() || query.form().get().equals(one.form()))
                .filter(one -> whose.isEmpty() || whose.get().equals(one.unit()))
                .toList());
    }

    /**
     * Writes everything that the office knows into one file, while it goes on working.
     *
     * @throws xiangbao.jobs.workspace.UnusableBackupException when it cannot be written there
     */
    public BackupAnswer backup(BackupOrder order) {
        return operatorLog()
                .keep(
                        order.action("backup"),
                        line -> context.getBean(Backups.class).take(order.file(), line),
                        Office::end);
    }

    /**
     * Brings a backup back into an empty workspace and an empty database.
     *
     * @throws xiangbao.jobs.workspace.UnusableBackupException when the backup is not whole, or there is something already; nothing is changed then
     */
    public static BackupAnswer restore(OfficeSettings settings, BackupOrder order) {
        Restore.examine(order.file(), settings.workspace());
        boolean fresh = !Files.exists(settings.workspace());
        Workspace workspace = Workspace.at(settings.workspace());
        WorkspaceLock lock = WorkspaceLock.take(workspace, settings.patience());
        LocalDateTime began = LocalDateTime.now(settings.clock());
        boolean restored = false;
        try (GenericApplicationContext context = new AnnotationConfigApplicationContext()) {
            SpringApplication application = application(settings, workspace, context, RestoreMode.class);
            application.setWebApplicationType(WebApplicationType.NONE);
            run(application, settings, context);
            DataSource source = context.getBean(DataSource.class);
            BackupAnswer answer = Restore.into(
                    order.file(),
                    workspace.root(),
                    settings.config(),
                    settings.templates(),
                    source,
                    done -> new OperatorLog(OperatorLogTable.of(source), settings.clock())
                            .note(order.action("restore"), began, end(done)));
            WorkspaceRecord.of(source).leave();
            closeDatabaseFiles(workspace);
            restored = true;
            return answer;
        } finally {
            lock.close();
            if (!restored) {
                Restore.leaveNothing(workspace.root(), fresh);
            }
        }
    }

    private static OperatorAction.End end(BackupAnswer answer) {
        return OperatorAction.End.good("数据 " + answer.rows() + " 行，文件 " + answer.files() + " 个，截至 "
                + answer.madeAt().format(Returns.RECEIVED));
    }

    /** 操作日志: what changed the state, or only what concerns a period; oldest first. */
    public List<LoggedAction> log(Optional<ReferencePeriod> period) {
        return operatorLog().deeds(period);
    }

    /** A part of the running office. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    private OperatorLog operatorLog() {
        return context.getBean(OperatorLog.class);
    }

    /** Who owes what for a county period: unit by form, in print order. */
    public List<UnitStatus> status(ReferencePeriod period) {
        return inquiries().status(period);
    }

    /**
     * The same of one form, one unit, or both.
     *
     * @param unit by code, name or alias
     * @throws OrderMistakeException when there is no such form or unit
     */
    public List<UnitStatus> status(ReferencePeriod period, Optional<FormCode> form, Optional<String> unit) {
        OrderedScope scope = new OrderedScope(context.getBean(Definitions.class));
        form.ifPresent(scope::requireForm);
        Optional<UnitCode> one = unit.map(scope::unit);
        return status(period).stream()
                .filter(status -> form.isEmpty() || form.get().equals(status.form()))
                .filter(status -> one.isEmpty() || one.get().equals(status.unit()))
                .toList();
    }

    /** The figures of the latest run of a period; empty when there was none. Without a unit, the county's only. */
    public List<FigureAnswer> figures(ReferencePeriod period, Optional<FormCode> form, Optional<UnitCode> unit) {
        return inquiries().figures(latest(period), form, unit);
    }

    /** The same as of an earlier run. */
    public List<FigureAnswer> figures(RunName run, Optional<FormCode> form, Optional<UnitCode> unit) {
        return inquiries().figures(Optional.of(history().find(run)), form, unit);
    }

    /** The figures of the county, of one unit or of all, as of the latest run of a period; empty when there was none. */
    public List<FigureAnswer> figures(ReferencePeriod period, Optional<FormCode> form, UnitChoice whose) {
        return known(form, inquiries().figures(latest(period), form, whose));
    }

    /** The same as of an earlier run. */
    public List<FigureAnswer> figures(RunName run, Optional<FormCode> form, UnitChoice whose) {
        return known(form, inquiries().figures(Optional.of(history().find(run)), form, whose));
    }

    /** Nothing at all may be a slip of the pen. */
    private List<FigureAnswer> known(Optional<FormCode> form, List<FigureAnswer> figures) {
        if (figures.isEmpty()) {
            form.ifPresent(new OrderedScope(context.getBean(Definitions.class))::requireForm);
        }
        return figures;
    }

    /**
     * The unit that somebody means by a code, a name, {@code all} or nothing.
     *
     * @throws OrderMistakeException when there is no such unit
     */
    public UnitChoice unitChoice(Optional<String> written) {
        return UnitChoice.of(context.getBean(Definitions.class).units(), written);
    }

    /**
     * Hands figures of a run on to other programs.
     *
     * @throws OrderMistakeException when there is no run, or nothing in it that was asked for
     */
    public ExportAnswer export(ExportOrder order) {
        if (order.run().isEmpty()) {
            order.form().ifPresent(new OrderedScope(context.getBean(Definitions.class))::requireForm);
        }
        StoredRun run = order.run()
                .map(history()::find)
                .or(() -> order.period().flatMap(this::latest))
                .orElseThrow(() -> new OrderMistakeException(
                        order.period().map(ReferencePeriod::title).orElse("") + "没有汇总结果；请先运行 run --period "
                                + order.period().map(ReferencePeriod::toString).orElse("") + "。"));
        return context.getBean(Exports.class).write(run, order);
    }

    /** A figure of the county in the latest run of a period, down to the cells; empty when the run has no such figure. */
    public Optional<TraceAnswer> trace(IndicatorCode indicator, ReferencePeriod period) {
        return trace(indicator, period, UnitChoice.COUNTY);
    }

    /** The same as of an earlier run. */
    public Optional<TraceAnswer> trace(IndicatorCode indicator, RunName run) {
        return trace(indicator, run, UnitChoice.COUNTY);
    }

    /** The same of the county or of one unit. */
    public Optional<TraceAnswer> trace(IndicatorCode indicator, ReferencePeriod period, UnitChoice whose) {
        Optional<TraceAnswer> answer = latest(period).flatMap(run -> trace(indicator, run, whose));
        if (answer.isEmpty()) {
            new OrderedScope(context.getBean(Definitions.class)).requireForm(indicator.form());
        }
        return answer;
    }

    /** The same as of an earlier run. */
    public Optional<TraceAnswer> trace(IndicatorCode indicator, RunName run, UnitChoice whose) {
        return trace(indicator, history().find(run), whose);
    }

    private Optional<TraceAnswer> trace(IndicatorCode indicator, StoredRun run, UnitChoice whose) {
        Optional<UnitCode> unit = township(whose);
        return unit.isPresent()
                ? context.getBean(UnitTraces.class).trace(indicator, unit.get(), run)
                : inquiries().trace(indicator, Optional.of(run));
    }

    /**
     * A target of the plan as the latest run of a period saw it, down to the cells; empty when the run has no such target.
     *
     * @throws OrderMistakeException when it is asked for one unit and not judged there
     */
    public Optional<TargetTrace> trace(String target, ReferencePeriod period, UnitChoice whose) {
        return latest(period).flatMap(run -> trace(target, run, whose));
    }

    /** The same as of an earlier run. */
    public Optional<TargetTrace> trace(String target, RunName run, UnitChoice whose) {
        return trace(target, history().find(run), whose);
    }

    private Optional<TargetTrace> trace(String target, StoredRun run, UnitChoice whose) {
        Optional<UnitCode> unit = township(whose);
        return unit.isPresent()
                ? context.getBean(UnitTraces.class).trace(target, unit.get(), run)
                : context.getBean(TargetTraces.class).trace(target, run);
    }

    /** The one unit that is meant, other than the county. */
    private Optional<UnitCode> township(UnitChoice whose) {
        if (whose.all()) {
            throw new OrderMistakeException("一次只能追溯全县或一个单位的数：--unit 请写一个单位的代码或名称，如 伍市镇；不写就是全县。");
        }
        UnitCode county = context.getBean(Definitions.class).units().county().code();
        return whose.unit().filter(unit -> !unit.equals(county));
    }

    /**
     * What lies far from what the other units lead to expect, in the latest run of a period.
     *
     * @throws OrderMistakeException when there is no run, form or unit
     */
    public OutliersAnswer outliers(ReferencePeriod period, Optional<FormCode> form, Optional<String> unit) {
        StoredRun run = latest(period)
                .orElseThrow(
                        () -> new OrderMistakeException(period.title() + "没有汇总结果；请先运行 run --period " + period + "。"));
        return outliers(run, form, unit);
    }

    /** The same as of an earlier run. */
    public OutliersAnswer outliers(RunName run, Optional<FormCode> form, Optional<String> unit) {
        return outliers(history().find(run), form, unit);
    }

    private OutliersAnswer outliers(StoredRun run, Optional<FormCode> form, Optional<String> unit) {
        OrderedScope scope = new OrderedScope(context.getBean(Definitions.class));
        form.ifPresent(scope::requireForm);
        return context.getBean(Outliers.class).of(run, form, unit.map(scope::unit));
    }

    /** The targets of the plan as the latest run of a period saw them; empty when there was none. */
    public List<TargetAnswer> progress(ReferencePeriod period) {
        return inquiries().progress(latest(period));
    }

    /** The same as of an earlier run. */
    public List<TargetAnswer> progress(RunName run) {
        return inquiries().progress(Optional.of(history().find(run)));
    }

    /** Does again what was done before: judges, aggregates, prints. What has not changed stays untouched. */
    public synchronized RerunAnswer rerun(RerunOrder order) {
        return operatorLog()
                .keep(order.action(), line -> context.getBean(Reruns.class).rerun(order), RerunAnswer::end);
    }

    /** What a rerun would come to; changes nothing. */
    public synchronized RerunAnswer preview(RerunOrder order) {
        return context.getBean(Reruns.class).preview(order);
    }

    /**
     * The full name of a run.
     *
     * @throws OrderMistakeException when there is no such run, or more than one
     */
    public RunName resolve(RunName run) {
        StoredRun found = history().find(run);
        return new RunName(Optional.of(found.period()), found.number());
    }

    /** The runs of a period, or of all, in the order in which they were made. */
    public List<RunSummary> runs(Optional<ReferencePeriod> period) {
        return history().all(period);
    }

    /**
     * All of a run.
     *
     * @throws OrderMistakeException when there is no such run, or more than one
     */
    public RunDetail run(RunName run) {
        return history().detail(history().find(run));
    }

    /** What differs between two runs of a period, and why; the county's figures, or those of a unit. */
    public DiffAnswer diff(RunName from, RunName to, Optional<UnitCode> unit) {
        return history().diff(history().find(from), history().find(to), unit);
    }

    /** Computes a run again from its basis. */
    public ReproductionAnswer reproduce(RunName run) {
        return history().reproduce(history().find(run));
    }

    /**
     * Learns from stored periods what is usual of each figure; changes nothing but the file of the bands, and that only where it is asked to.
     *
     * @throws OrderMistakeException when the last period lies before the first
     */
    public synchronized BandsAnswer learnBands(BandsOrder order, Cause cause) {
        if (order.to().lastDay().isBefore(order.from().firstDay())) {
            throw new OrderMistakeException("--to（" + order.to() + "）在 --from（" + order.from() + "）之前。");
        }
        BandLearning desk = context.getBean(BandLearning.class);
        return order.write()
                ? operatorLog().keep(order.action(cause), line -> desk.learn(order), BandsAnswer::end)
                : desk.learn(order);
    }

    /**
     * Writes blank workbooks to fill, one for each unit that owes a form.
     *
     * @throws NothingToFillException when nobody owes what was asked for
     */
    public FormsAnswer forms(FormsOrder order) {
        return context.getBean(FormsToFill.class).write(order);
    }

    /**
     * 催报: tells those who owe something, and nobody else.
     *
     * @throws OrderMistakeException when there is no such unit or form, or mails are asked for and no mail server is configured
     */
    public synchronized RemindAnswer remind(RemindOrder order) {
        return operatorLog()
                .keep(order.action(), line -> context.getBean(Reminding.class).remind(order), RemindAnswer::end);
    }

    private Optional<StoredRun> latest(ReferencePeriod period) {
        return context.getBean(Runs.class).latestAggregated(period);
    }

    private RunHistory history() {
        return context.getBean(RunHistory.class);
    }

    private Inquiries inquiries() {
        return context.getBean(Inquiries.class);
    }

    /** Whether a run would find anything to do: files in the inbox, or claims that somebody left unfinished. */
    public boolean hasWork() {
        return !waiting().isEmpty()
                || hasLateBytes()
                || bean(StandingCounts.class).openClaims() > 0;
    }

    private boolean hasLateBytes() {
        try {
            return bean(Intake.class).hasLateBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The files that lie in the inbox, by their path below it; whole ones or not. */
    public Set<String> waiting() {
        try {
            return Delivery.list(context.getBean(Workspace.class).inbox(), new TreeMap<>())
                    .keySet();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Asks whatever is running to stop at its next chunk or step and waits for it. What was stopped is finished by the next start.
     *
     * @return whether nothing runs any more
     */
    public boolean stop(Duration grace) {
        StopRequest sign = context.getBean(StopRequest.class);
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
            service = operatorLog()
                    .begins(new OperatorAction(
                            "serve", cause, "进程 " + ProcessHandle.current().pid(), Optional.empty()));
        }
    }

    private void noteServiceEnd() {
        if (service == 0) {
            return;
        }
        try {
            operatorLog().ends(service, OperatorAction.End.good("正常停止"));
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
