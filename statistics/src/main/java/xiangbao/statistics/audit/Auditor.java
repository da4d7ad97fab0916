package xiangbao.statistics.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import xiangbao.statistics.bands.Bands;
import xiangbao.statistics.causes.Diagnoses;
import xiangbao.statistics.causes.ReviewedSheet;
import xiangbao.statistics.confrontation.Confronted;
import xiangbao.statistics.confrontation.Confronter;
import xiangbao.statistics.confrontation.FindingText;
import xiangbao.statistics.confrontation.RelationVerdict;
import xiangbao.statistics.confrontation.Rounding;
import xiangbao.statistics.confrontation.Surroundings;
import xiangbao.statistics.confrontation.UnitFigures;
import xiangbao.statistics.confrontation.UnitPast;
import xiangbao.statistics.copies.CopiedPeriods;
import xiangbao.statistics.evaluation.Confrontation;
import xiangbao.statistics.evaluation.Scope;
import xiangbao.statistics.figures.Absence;
import xiangbao.statistics.figures.FigureText;
import xiangbao.statistics.figures.Figures;
import xiangbao.statistics.figures.Missing;
import xiangbao.statistics.figures.Reading;
import xiangbao.statistics.figures.UsedFigure;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.formula.Vocabulary;
import xiangbao.statistics.lines.LineScreens;
import xiangbao.statistics.mistakenunits.DoubtedFigures;
import xiangbao.statistics.mistakenunits.MeasuredCells;
import xiangbao.statistics.mistakenunits.RelationEvidence;
import xiangbao.statistics.mistakenunits.SuspectText;
import xiangbao.statistics.mistakenunits.Suspected;
import xiangbao.statistics.mistakenunits.Suspects;
import xiangbao.statistics.mistakenunits.UnitHints;
import xiangbao.statistics.mistakenunits.UnitSniffer;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.relations.Instances;
import xiangbao.statistics.screens.FormScreens;
import xiangbao.statistics.screens.ScreenResults;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.units.Lineage;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.Units;
import xiangbao.statistics.workbooks.ReadSubmission;

/** Reviews submissions: confronts each with the relations of its form. Holds no state between reviews and may be used by several threads. */
public final class Auditor {
    private final Map<FormCode, FormRules> forms;
    private final Units units;
    private final Lineage lineage;
    private final Vocabulary vocabulary;
    private final Rounding rounding;
    private final Map<FormCode, List<Instances>> instances = new HashMap<>();
    private final Map<FormCode, Suspects> suspects = new HashMap<>();
    private final Map<FormCode, FormScreens> screens = new HashMap<>();
    private final Map<FormCode, LineScreens> lineScreens = new HashMap<>();
    private final Map<FormCode, CopiedPeriods> copies = new HashMap<>();

    /** An auditor who has not learned what is usual. */
    public Auditor(Map<FormCode, FormRules> forms, Units units) {
        this(forms, units, Bands.NONE);
    }

    public Auditor(Map<FormCode, FormRules> forms, Units units, Bands bands) {
        this.forms = new LinkedHashMap<>(forms);
        this.units = units;
        this.lineage = new Lineage(units);
        this.rounding =
                new Rounding(forms.values().stream().map(FormRules::form).toList());
        this.vocabulary = FormRules.vocabulary(forms.values(), units);
        for (FormRules rules : forms.values()) {
            suspects.put(rules.form().code(), new Suspects(rules.suspicions()));
            screens.put(rules.form().code(), new FormScreens(rules.form(), rules.screens(), bands));
            copies.put(rules.form().code(), new CopiedPeriods(rules.form(), bands));
            lineScreens.put(rules.form().code(), new LineScreens(rules.form(), rules.cells(), rules.screens(), units));
            instances.put(
                    rules.form().code(),
                    rules.relations().stream()
                            .map(relation -> Instances.of(relation, rules.form(), vocabulary))
                            .toList());
        }
    }

    /** Reviews what a reader found; where unit or period are uncertain, only the reader's findings count. */
    public Review review(ReadSubmission read, Surroundings surroundings) {
        return read.key()
                .map(key -> review(key, read.sheet(), read.observations(), read.findings(), surroundings))
                .orElseGet(() -> Review.of(read.findings(), List.of()));
    }

    /** Reviews a submission's figures together with what its reader found. */
    public Review review(
            SubmissionKey key,
            String sheet,
            List<Observation> observations,
            List<Finding> readerFindings,
            Surroundings surroundings) {
        FormRules rules = forms.get(key.form());
        if (rules == null || !rules.enabled()) {
            return Review.of(readerFindings, List.of());
        }
        return new Session(rules, key, sheet, observations, readerFindings, surroundings).review();
    }

    /** The review of one submission. */
    private final class Session {
        private final FormRules rules;
        private final Form form;
        private final SubmissionKey key;
        private final List<Observation> observations;
        private final UnitFigures figures;
        private final FindingText text;
        private final List<Finding> findings;
        private final List<RelationVerdict> verdicts = new ArrayList<>();
        private final Surroundings surroundings;

        Session(
                FormRules rules,
                SubmissionKey key,
                String sheet,
                List<Observation> observations,
                List<Finding> readerFindings,
                Surroundings surroundings) {
            this.rules = rules;
            this.form = rules.form();
            this.key = key;
            this.surroundings = surroundings;
            this.observations = observations;
            this.findings = new ArrayList<>(readerFindings);
            Optional<ReportingUnit> unit = units.find(key.unit());
            this.figures = new UnitFigures(
                    vocabulary, rounding, key, form, observations, unit.orElse(null), lineage, surroundings);
            this.text = new FindingText(
                    key, form, unit.map(ReportingUnit::name).orElse(key.unit().text()), sheet, figures);
        }

        Review review() {
            linesTwice();
            List<MeasuredCells> groups = MeasuredCells.of(form, observations);
            Suspects mistaken = suspects.getOrDefault(form.code(), new Suspects(List.of()));
            Confronter confronter =
                    new Confronter(rules, instances.getOrDefault(form.code(), List.of()), vocabulary, key);
            List<Suspected> suspected =
                    new ArrayList<>(new UnitSniffer(form, key, figures, rules.suspicions()).sniff(groups, mistaken));
            List<Confronted> confronted = confronter.confront(without(suspected));
            Optional<Suspected> told = new RelationEvidence(confronter, key, without(suspected), confronted)
                    .find(untouched(groups, suspected), mistaken)
                    .map(SuspectText::byRelations);
            if (told.isPresent()) {
                suspected.add(told.get());
                confronted = confronter.confront(without(suspected));
            }
            suspected.forEach(one -> findings.add(SuspectText.finding(one, text)));
            confronted.forEach(this::record);
            screen(confronted, doubted(suspected));
            lines(doubted(suspected));
            copied();
            return Review.of(diagnosed(confronter, confronted, without(suspected)), verdicts);
        }

        /** What single figures tell beside the relations; a hint about a unit of measurement is the least of it. */
        private void screen(List<Confronted> confronted, Set<String> doubted) {
            Set<String> told = new HashSet<>(doubted);
            FormScreens ofForm = screens.get(form.code());
            if (ofForm != null) {
                ScreenResults results = ofForm.screen(key.period(), observations, new UnitPast(form, figures));
                ScreenFindings telling = new ScreenFindings(figures, text, ofForm.rules());
                verdicts.addAll(ScreenFindings.verdicts(key, results));
                told.addAll(new ScreenedCells(key, confronted, doubted, findings).tell(results.doubts(), telling));
            }
            new UnitHints(form, figures, text, scope(), findings, verdicts).look(rules.suspicions(), told);
        }

        private void lines(Set<String> doubted) {
            LineScreens ofForm = lineScreens.get(form.code());
            if (ofForm != null) {
                new LineReview(ofForm, rules, vocabulary, key, figures, text)
                        .review(observations, doubted, findings, verdicts);
            }
        }

        private Scope scope() {
            return new Scope(vocabulary, figures, form.code(), key.period(), "", "", null, false);
        }

        /** One cause, one finding: what needs a figure whose unit of measurement is in doubt is undecided until it is put right. */
        private Figures without(List<Suspected> suspected) {
            return suspected.isEmpty() ? figures : DoubtedFigures.without(figures, key, doubted(suspected));
        }

        private static Set<String> doubted(List<Suspected> suspected) {
            Set<String> doubted = new HashSet<>();
            suspected.forEach(one -> one.group().cells().forEach(cell -> doubted.add(cell.id())));
            return doubted;
        }

        private static List<MeasuredCells> untouched(List<MeasuredCells> groups, List<Suspected> suspected) {
            Set<String> doubted = doubted(suspected);
            return groups.stream()
                    .filter(group -> group.cells().stream().noneMatch(cell -> doubted.contains(cell.id())))
                    .toList();
        }

        private List<Finding> diagnosed(Confronter confronter, List<Confronted> confronted, Figures judged) {
            ReviewedSheet sheet = new ReviewedSheet(form, key, figures, judged, confronter, confronted);
            return new Diagnoses(sheet, observations).order(findings, confronted);
        }

        private void record(Confronted one) {
            Confrontation confronted = one.confrontation();
            verdicts.add(new RelationVerdict(
                    one.relation().code(),
                    one.instance(),
                    confronted.verdict(),
                    confronted.missing().stream().map(Missing::toString).toList(),
                    confronted.figures().stream()
                            .filter(figure -> figure.reading() instanceof Reading.Known)
                            .map(Auditor::input)
                            .toList()));
            if (confronted.explanation() != null) {
                findings.add(text.relation(one.relation(), one.instance(), one.line(), confronted.explanation()));
            }
        }

        private void linesTwice() {
            if (form.layout() != Layout.LEDGER
                    || findings.stream().anyMatch(finding -> finding.code().equals("LINE-TWICE"))) {
                return;
            }
            Set<String> seen = new LinkedHashSet<>();
            Map<String, List<CellReference>> twice = new LinkedHashMap<>();
            for (Observation observation : observations) {
                if (!seen.add(
                        observation.line() + "\n" + observation.indicator().item())) {
                    List<CellReference> cells = twice.computeIfAbsent(observation.line(), line -> new ArrayList<>());
                    if (observation.cell() != null) {
                        cells.add(observation.cell());
                    }
                }
            }
            twice.forEach((line, cells) -> {
                String title = "编号“" + line + "”在台账中出现多次";
                String remedy = "请删去重复的行；不是同一项的，请改正编号。";
                findings.add(Finding.of("LINE-TWICE", Severity.MANDATORY, title)
                        .forInstance(line)
                        .at(cells.isEmpty() ? List.of() : cells.subList(0, 1))
                        .reported(line)
                        .saying(
                                text.message("LINE-TWICE", title, cells, line, "填报：同一编号有两行以上；应为：每个编号只有一行。", remedy),
                                remedy));
            });
        }

        private void copied() {
            CopiedPeriods ofForm = copies.get(form.code());
            if (ofForm != null && form.layout() == Layout.MATRIX) {
                CopyReview review = new CopyReview(form, ofForm, figures, text);
                // the cause of what else is odd about them comes first
                review.find(key.period()).ifPresent(finding -> findings.add(0, finding));
                review.find(observations, surroundings.alike(), units).ifPresent(finding -> findings.add(0, finding));
            }
        }
    }

    static String input(UsedFigure figure) {
        String value = figure.reading() instanceof Reading.Known known
                ? FigureText.plain(known.value())
                : Absence.MISSING.title();
        return figure.form() + ":" + figure.item() + (figure.line().isEmpty() ? "" : "#" + figure.line()) + "@"
                + figure.period() + "=" + value;
    }
}
