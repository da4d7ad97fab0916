package xiangbao.statistics.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.diagnosis.CauseText;
import xiangbao.statistics.diagnosis.Diagnoser;
import xiangbao.statistics.diagnosis.Rule;
import xiangbao.statistics.diagnosis.Spot;
import xiangbao.statistics.diagnosis.Suspect;
import xiangbao.statistics.model.CellReference;
import xiangbao.statistics.model.Diagnosis;
import xiangbao.statistics.model.Finding;
import xiangbao.statistics.model.Observation;
import xiangbao.statistics.model.Severity;
import xiangbao.statistics.model.Verdict;
import xiangbao.statistics.screens.Screen;

/**
 * Puts the findings of a submission in the order of their causes: of those that one wrong cell explains one leads and names it, the others stand beneath it. What
 * is not about figures stays where it is.
 */
final class Diagnoses {
    /** A ledger may fail in very many lines: so many are looked at. */
    private static final int MOST_LINES = 40;

    private static final int MOST_DOUBTS = 40;

    private final ReviewedSheet sheet;
    private final List<Observation> observations;
    private final CauseText cause;
    private final Map<Rule, Finding> failing = new LinkedHashMap<>();
    private final Map<Finding, Spot> doubts = new LinkedHashMap<>();
    private final Set<Finding> told = new HashSet<>();

    Diagnoses(ReviewedSheet sheet, List<Observation> observations) {
        this.sheet = sheet;
        this.observations = observations;
        this.cause = new CauseText(sheet, this::address);
    }

    /**
     * @param findings as found
     * @param confronted the relations, whose findings are among them
     */
    List<Finding> order(List<Finding> findings, List<Confronted> confronted) {
        List<Rule> looked = look(findings, confronted);
        if (failing.isEmpty() && doubts.isEmpty()) {
            return findings;
        }
        Diagnoser diagnoser = new Diagnoser(sheet);
        List<Finding> groups = new ArrayList<>();
        for (Suspect suspect : diagnoser.diagnose(looked)) {
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
        return ordered;
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
        Map<CellReference, Spot> spots = null;
        for (Finding finding : findings) {
            Confronted one = byName.get(finding.name());
            if (one != null) {
                RelationRule rule = sheet.rule(one);
                failing.put(rule, finding);
                if (!one.relation().isTrial() && (lines.size() < MOST_LINES || lines.contains(one.line()))) {
                    lines.add(one.line());
                    looked.add(rule);
                }
            } else if (Screen.coded(finding.code()).isPresent()
                    && !finding.cells().isEmpty()) {
                spots = spots == null ? spots() : spots;
                Spot spot = spots.get(finding.cells().get(0));
                if (spot != null) {
                    doubts.put(finding, spot);
                }
            }
        }
        return looked;
    }

    private Map<CellReference, Spot> spots() {
        Map<CellReference, Spot> spots = new HashMap<>();
        for (Observation one : observations) {
            if (one.cell() != null) {
                spots.putIfAbsent(
                        one.cell(), new Spot(one.line(), one.indicator().item()));
            }
        }
        return spots;
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
        beneath.sort(Comparator.comparing(Finding::severity));
        beneath(suspect, first, beneath);
        String text = cause.of(suspect, beneath.size() + 1, first.severity() == Severity.MANDATORY);
        return led(suspect, first, text, beneath);
    }

    /** What only screens doubt: the figure that is farthest off leads those that were computed from it. */
    private List<Finding> doubted(Diagnoser diagnoser) {
        Map<Finding, Suspect> suspects = new LinkedHashMap<>();
        for (Map.Entry<Finding, Spot> doubt : doubts.entrySet()) {
            if (!told.contains(doubt.getKey()) && suspects.size() < MOST_DOUBTS) {
                diagnoser.doubted(doubt.getValue()).ifPresent(found -> suspects.put(doubt.getKey(), found));
            }
        }
        List<Map.Entry<Finding, Suspect>> surest = new ArrayList<>(suspects.entrySet());
        surest.sort(Comparator.comparing(
                Map.Entry::getValue, Comparator.comparingDouble(Suspect::score).reversed()));
        List<Finding> ordered = new ArrayList<>();
        for (Map.Entry<Finding, Suspect> one : surest) {
            if (!told.contains(one.getKey())) {
                List<Finding> beneath = new ArrayList<>();
                beneath(one.getValue(), one.getKey(), beneath);
                ordered.addAll(led(one.getValue(), one.getKey(), cause.of(one.getValue()), beneath));
            }
        }
        return ordered;
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
        first.cells().stream().filter(cell -> !cells.contains(cell)).forEach(cells::add);
        Finding pointing = text.isEmpty()
                ? first
                : first.pointingAt(cells, new Diagnosis(suspect.kind().code(), text, wrong, ""));
        boolean withholds = first.isOpen() && beneath.stream().anyMatch(Finding::withholds);
        Finding leader = withholds ? pointing.asWithholding() : pointing;
        List<Finding> group = new ArrayList<>(List.of(leader));
        beneath.forEach(finding -> group.add(finding.diagnosed(Diagnosis.beneath(leader))));
        return group;
    }

    private String address(Spot spot) {
        @Nullable CellReference cell = sheet.place(spot);
        if (cell != null) {
            return cell.address();
        }
        return spot.line().isEmpty() ? "[" + spot.item() + "]" : "编号" + spot.line() + "的 [" + spot.item() + "]";
    }
}
