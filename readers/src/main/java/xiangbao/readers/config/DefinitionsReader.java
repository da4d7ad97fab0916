package xiangbao.readers.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xiangbao.readers.config.bands.BandsFile;
import xiangbao.readers.config.documents.ConfigurationFile;
import xiangbao.readers.config.documents.ConfigurationFolder;
import xiangbao.readers.config.documents.ConfigurationMistake;
import xiangbao.readers.config.documents.Mistakes;
import xiangbao.readers.config.documents.Unread;
import xiangbao.readers.config.documents.YamlValue;
import xiangbao.readers.config.forms.FormsFolder;
import xiangbao.readers.config.formulas.FormulaChecks;
import xiangbao.readers.config.formulas.Gathering;
import xiangbao.readers.config.plan.MilestoneForm;
import xiangbao.readers.config.plan.OfficialFile;
import xiangbao.readers.config.plan.PlanFile;
import xiangbao.readers.config.plan.TasksFile;
import xiangbao.readers.config.reporting.CalendarFile;
import xiangbao.readers.config.reporting.CalendarYears;
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
import xiangbao.statistics.plan.Plan;
import xiangbao.statistics.publication.OfficialFigures;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.scoring.Scoring;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.Units;

/** Reads the configuration folder: units, forms with their audit relations, the plan, the calendar and how reporting is scored. */
public final class DefinitionsReader {
    private final Mistakes mistakes = new Mistakes();
    private final Unread unread = new Unread();
    private final ConfigurationFolder folder;
    private Gathering gathering = new Gathering(new UnitDirectory(List.of(), unread), unread);

    private DefinitionsReader(Path folder) {
        this.folder = new ConfigurationFolder(folder, mistakes);
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
        if (!folder.exists()) {
            mistakes.add("", 0, "没有这个文件夹");
            return new ReadDefinitions(null, mistakes.inOrder());
        }
        List<ReportingUnit> units = units();
        UnitDirectory names = new UnitDirectory(units, unread);
        gathering = new Gathering(names, unread);
        Map<FormCode, FormRules> forms = FormsFolder.read(folder, gathering, mistakes);
        Optional<Plan> plan = plan(forms);
        Optional<YamlValue> days = folder.file(CalendarFile.NAME).flatMap(this::yaml);
        Optional<WorkCalendar> calendar = days.map(CalendarFile::read);
        OfficialFigures official = plan.flatMap(read -> folder.optional(OfficialFile.NAME)
                        .map(file -> OfficialFile.read(file, read, forms, unread, mistakes)))
                .orElse(OfficialFigures.NONE);
        Scoring scoring = folder.optional(ScoringFile.NAME)
                .flatMap(this::yaml)
                .map(root -> ScoringFile.read(root, names, units, forms.keySet()))
                .orElse(Scoring.USUAL);
        ExplanationRules explanations = folder.optional(ExplanationsFile.NAME)
                .flatMap(this::yaml)
                .map(ExplanationsFile::read)
                .orElse(ExplanationRules.USUAL);
        Vocabulary vocabulary = FormRules.vocabulary(forms.values(), new Units(units));
        Bands bands = folder.optional(BandsFile.NAME)
                .map(file -> BandsFile.read(file, forms, vocabulary.attributes(), gathering, mistakes))
                .orElse(Bands.NONE);
        new FormulaChecks(gathering, forms, vocabulary).check(plan);
        if (plan.isPresent() && calendar.isPresent() && !mistakes.isIn(CalendarFile.NAME)) {
            CalendarYears.check(days.get(), calendar.get(), forms.values(), plan.get());
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
                        folder.digest()),
                List.of());
    }

    private List<ReportingUnit> units() {
        Optional<ConfigurationFile> register = folder.file(UnitsFile.NAME);
        if (register.isEmpty()) {
            unread.register();
        }
        return register.map(file -> UnitsFile.read(file, unread, mistakes)).orElse(List.of());
    }

    private Optional<Plan> plan(Map<FormCode, FormRules> forms) {
        Optional<Plan> plan = folder.file(PlanFile.NAME)
                .flatMap(this::yaml)
                .map(root -> MilestoneForm.in(PlanFile.read(root, gathering), forms));
        plan.ifPresent(read -> MilestoneForm.check(read, forms, unread, mistakes));
        return plan.map(read -> folder.optional(TasksFile.NAME)
                .map(file -> read.with(TasksFile.read(file, read, gathering, mistakes)))
                .orElse(read));
    }

    private Optional<YamlValue> yaml(ConfigurationFile file) {
        return file.yaml(mistakes);
    }
}
