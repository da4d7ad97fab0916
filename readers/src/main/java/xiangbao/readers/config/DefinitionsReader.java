package xiangbao.readers.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import xiangbao.readers.config.bands.BandsFile;
import xiangbao.readers.config.documents.ConfigurationFile;
import xiangbao.readers.config.documents.ConfigurationMistake;
import xiangbao.readers.config.documents.Mistakes;
import xiangbao.readers.config.documents.Unread;
import xiangbao.readers.config.documents.YamlValue;
import xiangbao.readers.config.forms.FormFile;
import xiangbao.readers.config.formulas.FormulaChecks;
import xiangbao.readers.config.formulas.Gathering;
import xiangbao.readers.config.plan.OfficialFile;
import xiangbao.readers.config.plan.PlanFile;
import xiangbao.readers.config.plan.TasksFile;
import xiangbao.readers.config.reporting.CalendarFile;
import xiangbao.readers.config.reporting.ExplanationsFile;
import xiangbao.readers.config.reporting.ScoringFile;
import xiangbao.readers.config.units.UnitDirectory;
import xiangbao.readers.config.units.UnitsFile;
import xiangbao.statistics.bands.Bands;
import xiangbao.statistics.consistency.RuleSetCheck;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.definitions.ExplanationRules;
import xiangbao.statistics.definitions.WorkCalendar;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.formula.Vocabulary;
import xiangbao.statistics.plan.MilestoneLedger;
import xiangbao.statistics.plan.Plan;
import xiangbao.statistics.plan.Target;
import xiangbao.statistics.publication.OfficialFigures;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.scoring.Scoring;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.Units;

/** Reads the configuration folder: units, forms with their audit relations, the plan, the calendar and how reporting is scored. */
public final class DefinitionsReader {
    private static final FormCode FORMER_LEDGER = new FormCode("平91-1");
    private static final String FORMS = "forms";
    private static final String EXTENSION = ".yaml";

    private final Path folder;
    private final Mistakes mistakes = new Mistakes();
    private final Map<String, ConfigurationFile> files = new TreeMap<>();
    private final Unread unread = new Unread();
    private final Map<FormCode, FormRules> forms = new LinkedHashMap<>();
    private Gathering gathering = new Gathering(new UnitDirectory(List.of(), unread), unread);

    private DefinitionsReader(Path folder) {
        this.folder = folder;
    }

    /** Reads and checks the folder as a whole; every mistake of every file is told at once. */
    public static ReadDefinitions read(Path configFolder) {
        return new DefinitionsReader(configFolder).read();
    }

    /**
     * Likewise, and holds the audit relations against each other (矛盾、多余、定死、判定不了), which takes longer than reading and changes no figure: for who
     * edits them, not for who runs.
     */
    public static ReadDefinitions check(Path configFolder) {
        DefinitionsReader reader = new DefinitionsReader(configFolder);
        ReadDefinitions read = reader.read();
        Definitions definitions = read.definitions();
        if (definitions == null) {
            return read;
        }
        RuleSetCheck.faults(
                        definitions.forms(),
                        definitions.units(),
                        definitions.plan().year())
                .forEach(fault -> reader.gathering
                        .placed(fault.relation().formula())
                        .value()
                        .wrong("[" + fault.relation().code() + "] " + fault.text()));
        List<ConfigurationMistake> mistakes = reader.mistakes.inOrder();
        return mistakes.isEmpty() ? read : new ReadDefinitions(null, mistakes);
    }

    private ReadDefinitions read() {
        if (!Files.isDirectory(folder)) {
            mistakes.add("", 0, "没有这个文件夹");
            return new ReadDefinitions(null, mistakes.inOrder());
        }
        Optional<ConfigurationFile> register = file(UnitsFile.NAME);
        if (register.isEmpty()) {
            unread.register();
        }
        List<ReportingUnit> units =
                register.map(file -> UnitsFile.read(file, unread, mistakes)).orElse(List.of());
        UnitDirectory names = new UnitDirectory(units, unread);
        gathering = new Gathering(names, unread);
        readForms();
        Optional<Plan> plan = file(PlanFile.NAME)
                .flatMap(file -> file.yaml(mistakes))
                .map(root -> PlanFile.read(root, gathering))
                .map(this::withTaskLedger);
        plan.ifPresent(this::checkTaskLedger);
        Optional<YamlValue> days = file(CalendarFile.NAME).flatMap(file -> file.yaml(mistakes));
        Optional<WorkCalendar> calendar = days.map(CalendarFile::read);
        plan = plan.map(read -> optional(TasksFile.NAME)
                .map(file -> read.with(TasksFile.read(file, read, gathering, mistakes)))
                .orElse(read));
        OfficialFigures official = plan.flatMap(read ->
                        optional(OfficialFile.NAME).map(file -> OfficialFile.read(file, read, forms, unread, mistakes)))
                .orElse(OfficialFigures.NONE);
        Scoring scoring = scoring(names, units);
        ExplanationRules explanations = optional(ExplanationsFile.NAME)
                .flatMap(file -> file.yaml(mistakes))
                .map(ExplanationsFile::read)
                .orElse(ExplanationRules.USUAL);
        Vocabulary vocabulary = FormRules.vocabulary(forms.values(), new Units(units));
        Bands bands = optional(BandsFile.NAME)
                .map(file -> BandsFile.read(file, forms, vocabulary.attributes(), gathering, mistakes))
                .orElse(Bands.NONE);
        new FormulaChecks(gathering, forms, vocabulary).check(plan);
        if (plan.isPresent() && calendar.isPresent() && !mistakes.isIn(CalendarFile.NAME)) {
            CalendarFile.checkYears(days.get(), calendar.get(), forms.values(), plan.get());
        }
        if (!mistakes.isEmpty() || plan.isEmpty() || calendar.isEmpty()) {
            return new ReadDefinitions(null, mistakes.inOrder());
        }
        return new ReadDefinitions(
                new Definitions(
                        new Units(units),
                        forms,
                        plan.get(),
                        calendar.get(),
                        official,
                        scoring,
                        explanations,
                        bands,
                        digest()),
                List.of());
    }

    private Optional<ConfigurationFile> file(String name) {
        Optional<ConfigurationFile> file = ConfigurationFile.read(folder, name, mistakes);
        file.ifPresent(read -> files.put(name, read));
        return file;
    }

    /** A file that need not be there. */
    private Optional<ConfigurationFile> optional(String name) {
        return Files.exists(folder.resolve(name)) ? file(name) : Optional.empty();
    }

    /** A file of its own that earlier configurations do not have. */
    private Scoring scoring(UnitDirectory names, List<ReportingUnit> units) {
        if (!Files.exists(folder.resolve(ScoringFile.NAME))) {
            return Scoring.USUAL;
        }
        return file(ScoringFile.NAME)
                .flatMap(file -> file.yaml(mistakes))
                .map(root -> ScoringFile.read(root, names, units, forms.keySet()))
                .orElse(Scoring.USUAL);
    }

    private void readForms() {
        List<String> fileNames = formFiles();
        if (fileNames.isEmpty()) {
            mistakes.add(FORMS, 0, "没有报表");
        }
        for (String fileName : fileNames) {
            String name = FORMS + "/" + fileName;
            String stem =
                    fileName.endsWith(EXTENSION) ? fileName.substring(0, fileName.length() - EXTENSION.length()) : "";
            if (stem.isBlank() || stem.contains(":")) {
                mistakes.add(name, 0, "这个文件夹里只放报表，文件名为“表号" + EXTENSION + "”");
                continue;
            }
            FormCode code = new FormCode(stem);
            Optional<YamlValue> root = file(name).flatMap(file -> file.yaml(mistakes));
            if (root.isPresent() && root.get().isMapping()) {
                forms.put(code, FormFile.read(root.get(), code, gathering));
            } else {
                root.ifPresent(YamlValue::entries);
                unread.form(code);
            }
        }
    }

    /** In the order of their names; hidden files and the copies that editors leave behind are passed over. */
    private List<String> formFiles() {
        Path formFolder = folder.resolve(FORMS);
        if (!Files.isDirectory(formFolder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(formFolder)) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .filter(name -> !name.startsWith(".") && !name.endsWith("~"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            mistakes.add(FORMS, 0, "无法读取（" + unreadable.getClass().getSimpleName() + "），请检查文件权限");
            return List.of();
        }
    }

    /** Configurations before 0.4.0 did not name the ledger. */
    private Plan withTaskLedger(Plan plan) {
        return plan.milestones() == null && forms.containsKey(FORMER_LEDGER)
                ? new Plan(
                        plan.title(),
                        plan.year(),
                        plan.lights(),
                        plan.targets(),
                        plan.tasks(),
                        FORMER_LEDGER,
                        plan.letter())
                : plan;
    }

    /** 节点 are read from the ledger of tasks, so it must be there when a target speaks of them. */
    private void checkTaskLedger(Plan plan) {
        FormCode code = plan.milestones();
        Optional<Target> first = plan.targets().stream()
                .filter(target -> target.milestones() != null)
                .findFirst();
        if (code == null) {
            first.ifPresent(target -> mistakes.add(
                    PlanFile.NAME, 0, target.code() + " 按节点判定，要用“milestone-form”写明任务清单的表号，如 milestone-form: 平91-1"));
            return;
        }
        FormRules rules = forms.get(code);
        first.filter(target -> !unread.isForm(code)).ifPresent(target -> {
            if (rules == null) {
                mistakes.add(PlanFile.NAME, 0, target.code() + " 按节点判定，但没有任务清单 forms/" + code + EXTENSION);
            } else if (!MilestoneLedger.fits(rules.form())) {
                mistakes.add(
                        FORMS + "/" + code + EXTENSION,
                        0,
                        target.code() + " 按节点判定，任务清单应为台账，第" + String.join("、", MilestoneLedger.COLUMNS) + "栏为"
                                + "任务编号、节点编号、节点名称、计划完成日期（日期）、状态");
            }
        });
    }

    /** Over names and contents of all files, so that no change of either goes unnoticed. */
    private String digest() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            files.forEach((name, file) -> {
                byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
                sha256.update(ByteBuffer.allocate(8)
                        .putInt(nameBytes.length)
                        .putInt(file.content().length)
                        .array());
                sha256.update(nameBytes);
                sha256.update(file.content());
            });
            return "sha256:" + HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
