package xiangbao.benchmarks.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import xiangbao.statistics.findings.Severity;

/** The verdicts added up, as Markdown. */
final class Table {
    private static final String HEAD =
            "| %s | errors | revealable | 强制性 | 核实性 | 提示性 | silent | **found** | first cell right | cause named | findings |%n|---|---|---|---|---|---|---|---|---|---|---|%n";

    private final List<Verdict> verdicts;

    Table(List<Verdict> verdicts) {
        this.verdicts = List.copyOf(verdicts);
    }

    String by(String head, Function<Verdict, String> group) {
        Map<String, List<Verdict>> groups = new LinkedHashMap<>();
        verdicts.stream()
                .sorted((one, other) -> group.apply(one).compareTo(group.apply(other)))
                .forEach(one -> groups.computeIfAbsent(group.apply(one), name -> new ArrayList<>())
                        .add(one));
        StringBuilder text = new StringBuilder(String.format(HEAD, head));
        groups.forEach((name, some) -> text.append(row(name, some)));
        return text.append(row("**all**", verdicts)).toString();
    }

    private static String row(String name, List<Verdict> some) {
        List<Verdict> known = some.stream().filter(Verdict::revealable).toList();
        List<Verdict> found = known.stream().filter(Verdict::found).toList();
        List<Verdict> toName = found.stream()
                .filter(one -> !one.mistake().kind().causes().isEmpty())
                .toList();
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %s | %s | %s | %s | **%s** | %s | %s | %.1f |%n",
                name,
                some.size(),
                known.size(),
                share(known, one -> one.level() == Severity.MANDATORY),
                share(known, one -> one.level() == Severity.QUERY),
                share(known, one -> one.level() == Severity.HINT),
                share(known, one -> one.level() == null),
                share(known, Verdict::found),
                share(found, Verdict::right),
                share(toName, Verdict::named),
                found.stream().mapToInt(Verdict::said).average().orElse(0));
    }

    static String share(List<Verdict> some, Predicate<Verdict> which) {
        return some.isEmpty()
                ? ""
                : Math.round(100.0 * some.stream().filter(which).count() / some.size()) + " %";
    }

    /** For each kind whose cause was not named, what was taken for it instead. */
    String mistaken() {
        Map<String, Map<String, Integer>> kinds = new TreeMap<>();
        verdicts.stream()
                .filter(one -> one.revealable()
                        && one.found()
                        && !one.named()
                        && !one.mistake().kind().causes().isEmpty())
                .forEach(one -> kinds.computeIfAbsent(one.mistake().kind().title(), kind -> new TreeMap<>())
                        .merge(one.cause(), 1, Integer::sum));
        StringBuilder text = new StringBuilder("Taken for the cause instead:\n\n");
        kinds.forEach((kind, causes) ->
                text.append("- ").append(kind).append("：").append(causes).append('\n'));
        return text.toString();
    }

    /** The goals and what has been reached. */
    String summary() {
        List<Verdict> known = verdicts.stream().filter(Verdict::revealable).toList();
        List<Verdict> found = known.stream().filter(Verdict::found).toList();
        List<Verdict> toName = known.stream()
                .filter(one -> Kind.TO_NAME.contains(one.mistake().kind()))
                .toList();
        List<Verdict> foundToName = toName.stream().filter(Verdict::found).toList();
        List<Verdict> others =
                verdicts.stream().filter(one -> !one.revealable()).toList();
        return String.format(
                Locale.ROOT,
                "errors %d, revealable %d: found %s (goal 95 %%); first cell right %s of found (90 %%); cause named %s of found, %s of all of unit, transposition, shift, copy kinds (80 %%); findings per error %.2f (2)%n"
                        + "not revealable %d: found %s; of all errors found %s, silent %s%n",
                verdicts.size(),
                known.size(),
                exact(known, Verdict::found),
                exact(found, Verdict::right),
                exact(foundToName, Verdict::named),
                exact(toName, Verdict::named),
                found.stream().mapToInt(Verdict::said).average().orElse(0),
                others.size(),
                exact(others, Verdict::found),
                exact(verdicts, Verdict::found),
                exact(verdicts, one -> one.level() == null));
    }

    private static String exact(List<Verdict> some, Predicate<Verdict> which) {
        return some.isEmpty()
                ? "–"
                : String.format(
                        Locale.ROOT,
                        "%.1f %%",
                        100.0 * some.stream().filter(which).count() / some.size());
    }
}
