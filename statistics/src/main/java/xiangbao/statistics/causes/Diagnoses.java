package xiangbao.statistics.causes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.confrontation.Confronted;
import xiangbao.statistics.diagnosis.CauseText;
import xiangbao.statistics.diagnosis.Diagnoser;
import xiangbao.statistics.diagnosis.Rule;
import xiangbao.statistics.diagnosis.Spot;
import xiangbao.statistics.diagnosis.Suspect;
import xiangbao.statistics.diagnosis.Typed;
import xiangbao.statistics.diagnosis.WholeForm;
import xiangbao.statistics.figures.FigureText;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.findings.Diagnosis;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.findings.Verdict;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.mistakenunits.SuspectText;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.tuning.Screen;

/**
 * Puts the findings of a submission in the order of their causes: of those that one wrong cell explains one leads and names it, the others stand beneath it. What
 * is not about figures stays where it is.
 */
public final class Diagnoses {
    /** A ledger may fail in very many lines: so many are looked at. */
    private static final int MOST_LINES = 40;

    private static final int MOST_DOUBTS = 40;

    /** Findings that say already from where the figures of a form were copied. */
    private static final Set<String> COPIES = Set.of("COPIED-PERIOD", "COPIED-UNIT");

    private static final Set<String> IMPOSSIBLE = Set.of("NOT-WHOLE", "NEGATIVE-VALUE");

    private final ReviewedSheet sheet;
    private final List<Observation> observations;
    private final CauseText cause;
    private final Map<Rule, Finding> failing = new LinkedHashMap<>();
    private final Map<Finding, Spot> doubts = new LinkedHashMap<>();
    private final Set<Finding> told = new HashSet<>();
    private @Nullable Map<CellReference, Spot> spots;

    public Diagnoses(ReviewedSheet sheet, List<Observation> observations) {
        this.sheet = sheet;
        this.observations = observations;
        this.cause = new CauseText(sheet, this::address);
    }

    /**
     * @param findings as found
     * @param confronted the relations, whose findings are among them
     */
    public List<Finding> order(List<Finding> findings, List<Confronted> confronted) {
        List<Rule> looked = look(findings, confronted);
        Diagnoser diagnoser = new Diagnoser(sheet);
        if (failing.isEmpty() && doubts.isEmpty()) {
            return exchanged(findings, diagnoser);
        }
        List<Suspect> suspects = diagnoser.diagnose(looked);
        List<Finding> groups = new ArrayList<>(foreign(findings, suspects));
        if (!groups.isEmpty()) {
            suspects = List.of();
        }
        for (Suspect suspect : suspects) {
            groups.addAll(group(suspect, leader(suspect)));
        }
        groups.addAll(doubted(diagnoser));
        List<Finding> ordered = new ArrayList<>();
        Set<Finding> failed = new HashSet<>(failing.values());
        for (Finding finding : findings) {
            if (failed.contains(finding) || doubts.containsKey(finding)) {
                ordered.addAll(groups);
                groups.clear();
            }
            if (!told.contains(finding)) {
                ordered.add(finding);
            }
        }
        return exchanged(ordered, diagnoser);
    }

    /** Another unit's form breaks many rules for one reason: the gravest finding leads, and all that are about figures stand beneath it. */
    private List<Finding> foreign(List<Finding> findings, List<Suspect> suspects) {
        if (findings.stream().anyMatch(finding -> COPIES.contains(finding.code()))) {
            return List.of();
        }
        Set<CellReference> suspected = findings.stream()
                .filter(finding -> finding.code().equals(SuspectText.CODE))
                .flatMap(finding -> finding.place().cells().stream())
                .collect(Collectors.toSet());
        List<Spot> matrix = spots().entrySet().stream()
                .filter(one -> !suspected.contains(one.getKey()))
                .map(Map.Entry::getValue)
                .filter(spot -> spot.line().isEmpty())
                .toList();
        return new WholeForm(sheet)
                .foreign(matrix, suspects)
                .map(suspect -> {
                    List<Finding> all = new ArrayList<>(failing.values());
                    all.addAll(doubts.keySet());
                    all.sort(Comparator.comparing(Finding::severity));
                    Finding first = all.remove(0);
                    return led(suspect, first, cause.of(suspect), all);
                })
                .orElse(List.of());
    }

    /** Figures of two columns that were exchanged look as if both were in another unit of measurement. */
    private List<Finding> exchanged(List<Finding> findings, Diagnoser diagnoser) {
        if (findings.stream().noneMatch(finding -> finding.code().equals(SuspectText.CODE))) {
            return findings;
        }
        List<Finding> all = new ArrayList<>();
        for (Finding finding : findings) {
            List<Spot> cells = finding.place().cells().stream()
                    .limit(MOST_DOUBTS)
                    .map(spots()::get)
                    .filter(Objects::nonNull)
                    .toList();
            Optional<Suspect> swapped =
                    finding.code().equals(SuspectText.CODE) ? diagnoser.exchanged(cells) : Optional.empty();
            all.add(swapped.map(suspect ->
                            led(suspect, finding, cause.of(suspect), List.of()).get(0))
                    .orElse(finding));
        }
        return all;
    }

    private List<Rule> look(List<Finding> findings, List<Confronted> confronted) {
        Map<String, Confronted> byName = new HashMap<>();
        for (Confronted one : confronted) {
            if (one.confrontation().verdict() == Verdict.FAILS) {
                String instance = one.instance();
                byName.put(one.relation().code() + (instance.isEmpty() ? "" : "/" + instance), one);
            }
        }
        List<Rule> looked = new ArrayList<>();
        Set<String> lines = new LinkedHashSet<>();
        for (Finding finding : findings) {
            Confronted one = byName.get(finding.name());
            if (one != null) {
                RelationRule rule = sheet.rule(one);
                failing.put(rule, finding);
                if (!one.relation().isTrial() && (lines.size() < MOST_LINES || lines.contains(one.line()))) {
                    lines.add(one.line());
                    looked.add(rule);
                }
            } else if (isDoubt(finding)) {
                Spot spot = spots().get(finding.place().cells().get(0));
                if (spot != null) {
                    doubts.put(finding, spot);
                }
            }
        }
        return looked;
    }

    /** What is about one figure: a screen's doubt, or what a reader finds impossible in it. */
    private static boolean isDoubt(Finding finding) {
        return !finding.place().cells().isEmpty()
                && (Screen.coded(finding.code()).isPresent() || IMPOSSIBLE.contains(finding.code()));
    }

    /** Which figure stands in a cell; looked up once, and only where something is in doubt. */
    private Map<CellReference, Spot> spots() {
        Map<CellReference, Spot> known = spots;
        if (known == null) {
            known = new HashMap<>();
            for (Observation one : observations) {
                if (one.cell() != null) {
                    known.putIfAbsent(
                            one.cell(), new Spot(one.line(), one.indicator().item()));
                }
            }
            spots = known;
        }
        return known;
    }

    /** The gravest that looks at the cell, an identity before others, and the one about the fewest cells. */
    private static Rule leader(Suspect suspect) {
        return suspect.explained().stream()
                .min(Comparator.comparing(Rule::severity)
                        .thenComparing(rule -> !rule.spots().contains(suspect.first()))
                        .thenComparing(rule -> !rule.identity())
                        .thenComparing(rule -> rule.spots().size()))
                .orElseThrow();
    }

    private List<Finding> group(Suspect suspect, Rule leading) {
        List<Finding> beneath = new ArrayList<>();
        Finding first = null;
        for (Map.Entry<Rule, Finding> one : failing.entrySet()) {
            if (one.getKey() == leading) {
                first = one.getValue();
            } else if (suspect.explained().contains(one.getKey())) {
                beneath.add(one.getValue());
            }
        }
        if (first == null) {
            throw new IllegalStateException("a rule that does not fail was explained");
        }
        beneath(suspect, first, beneath);
        beneath.sort(Comparator.comparing(Finding::severity));
        if (!beneath.isEmpty() && beneath.get(0).severity().compareTo(first.severity()) < 0) {
            beneath.add(first);
            first = beneath.remove(0);
        }
        String text = cause.of(suspect, beneath.size() + 1, first.severity() == Severity.MANDATORY);
        return led(suspect, first, text, beneath);
    }

    /** What only screens doubt: the figure that is farthest off leads those that were computed from it. */
    private List<Finding> doubted(Diagnoser diagnoser) {
        Map<Spot, Finding> open = new LinkedHashMap<>();
        doubts.forEach((finding, spot) -> {
            if (!told.contains(finding) && open.size() < MOST_DOUBTS) {
                open.putIfAbsent(spot, finding);
            }
        });
        List<Finding> ordered = new ArrayList<>();
        for (Suspect suspect : diagnoser.doubted(List.copyOf(open.keySet()))) {
            Finding leader = suspect.cells().stream()
                    .map(open::get)
                    .filter(Objects::nonNull)
                    .min(Comparator.comparing(Finding::severity))
                    .orElse(null);
            if (leader != null && open.entrySet().stream().noneMatch(one -> isToldIn(suspect, one))) {
                List<Finding> beneath = new ArrayList<>();
                beneath(suspect, leader, beneath);
                ordered.addAll(led(suspect, leader, cause.of(suspect), beneath));
            }
        }
        return ordered;
    }

    private boolean isToldIn(Suspect suspect, Map.Entry<Spot, Finding> one) {
        return suspect.cells().contains(one.getKey()) && told.contains(one.getValue());
    }

    private void beneath(Suspect suspect, Finding leader, List<Finding> beneath) {
        doubts.forEach((finding, spot) -> {
            if (!finding.equals(leader)
                    && !told.contains(finding)
                    && suspect.right().containsKey(spot)) {
                beneath.add(finding);
            }
        });
    }

    private List<Finding> led(Suspect suspect, Finding first, String text, List<Finding> beneath) {
        told.add(first);
        told.addAll(beneath);
        List<CellReference> cells = new ArrayList<>();
        suspect.cells().forEach(spot -> {
            CellReference cell = sheet.place(spot);
            if (cell != null && !cells.contains(cell)) {
                cells.add(cell);
            }
        });
        int wrong = cells.size();
        first.place().cells().stream().filter(cell -> !cells.contains(cell)).forEach(cells::add);
        Finding pointing = text.isEmpty()
                ? first
                : first.pointingAt(cells, new Diagnosis(suspect.kind().code(), text, wrong, ""));
        Finding about = moved(first, pointing) ? about(pointing, suspect) : pointing;
        boolean withholds = first.isOpen() && beneath.stream().anyMatch(Finding::withholds);
        Finding leader = withholds ? about.asWithholding() : about;
        List<Finding> group = new ArrayList<>(List.of(leader));
        beneath.forEach(finding -> group.add(finding.diagnosed(Diagnosis.beneath(leader.name()))));
        return group;
    }

    private static boolean moved(Finding first, Finding pointing) {
        return first.severity() == Severity.MANDATORY
                && !first.place().cells().isEmpty()
                && !pointing.place().cells().isEmpty()
                && !first.place().cells().get(0).equals(pointing.place().cells().get(0));
    }

    /** What was filled in the cell that is named, and what should be there if that is certain: not the two sides of the relation, which are about another one. */
    private Finding about(Finding finding, Suspect suspect) {
        Typed typed = sheet.typed(suspect.first());
        Fraction right =
                suspect.told() && suspect.others().isEmpty() ? suspect.right().get(suspect.first()) : null;
        IndicatorCode code = finding.place().indicator();
        if (typed == null || code == null) {
            return finding;
        }
        return finding.about(
                new IndicatorCode(code.form(), suspect.first().item()),
                FigureText.plain(typed.number()),
                right == null ? "" : FigureText.plain(right),
                right == null ? "" : FigureText.plain(typed.number().minus(right)));
    }

    private String address(Spot spot) {
        @Nullable CellReference cell = sheet.place(spot);
        if (cell != null) {
            return cell.address();
        }
        return spot.line().isEmpty() ? "[" + spot.item() + "]" : "编号" + spot.line() + "的 [" + spot.item() + "]";
    }
}
