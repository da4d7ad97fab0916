package xiangbao.benchmarks.audit;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import xiangbao.statistics.bands.Bands;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.relations.FormRules;

/**
 * How good the audit is: errors of many kinds, each planted singly into a correct report of an invented county, and the correct reports themselves. Prints tables
 * in Markdown. Argument: the project's folder. Properties: {@code seed}, {@code seeds} (so many counties from that seed on), {@code errors} (for each seed), {@code missed} (so many
 * missed ones are told), {@code bands} (none, shipped, or learned from the year before), {@code kind}, {@code form} (only those that contain this), {@code files} (real
 * workbooks are written, read and judged as {@code check} does: slow).
 */
public final class AuditHarness {
    private static final int TRIES = 400;

    private final Path root;
    private final PrintStream out;
    private final List<Verdict> verdicts = new ArrayList<>();
    private final FalseAlarms alarms = new FalseAlarms();
    private String speed = "";

    private AuditHarness(Path root, PrintStream out) {
        this.root = root;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        AuditHarness harness =
                new AuditHarness(Path.of(arguments[0]), new PrintStream(System.out, true, StandardCharsets.UTF_8));
        long seed = Long.getLong("seed", 1);
        int seeds = Integer.getInteger("seeds", 3);
        for (long each = seed; each < seed + seeds; each++) {
            harness.county(each, Integer.getInteger("errors", 1000));
        }
        harness.report(seed, seeds, Integer.getInteger("missed", 0));
    }

    private void county(long seed, int errors) throws IOException {
        Definitions definitions = Merger.definitions(root.resolve("config"), seed);
        TrueCounty county = new TrueCounty(definitions, seed);
        Desk desk = new Desk(county, bands(county));
        for (FormRules rules : definitions.enabledForms()) {
            for (ReferencePeriod period : TrueCounty.periods(rules.form(), TrueCounty.LAST_YEAR)) {
                county.owed(rules, period).forEach(report -> alarms.add(report, desk.review(report)));
            }
        }
        Knowledge knowledge = new Knowledge(county);
        if (speed.isEmpty()) {
            speed = new Speed(desk, county).told();
        }
        Judge judge = judge(county, desk);
        Map<Report, List<Finding>> correct = new HashMap<>();
        SplittableRandom random = new SplittableRandom(seed * 7919);
        List<Kind> kinds = Arrays.stream(Kind.values())
                .filter(kind -> kind.name().contains(System.getProperty("kind", "")))
                .toList();
        List<FormRules> forms = definitions.enabledForms().stream()
                .filter(rules -> rules.form().code().text().contains(System.getProperty("form", "")))
                .toList();
        for (int index = 0; index < errors; index++) {
            Kind kind = kinds.get(index % kinds.size());
            Optional<Mistake> planted = planted(county, kind, forms, random);
            if (planted.isPresent()) {
                Mistake mistake = planted.get();
                List<Finding> before = correct.get(mistake.truth());
                if (before == null) {
                    before = judge.review(mistake.truth());
                    correct.put(mistake.truth(), before);
                }
                verdicts.add(
                        Verdict.of(mistake, knowledge.revealable(mistake), before, judge.review(mistake.report())));
            }
        }
    }

    /** Who judges a report. */
    private interface Judge {
        List<Finding> review(Report report) throws IOException;
    }

    private Judge judge(TrueCounty county, Desk desk) throws IOException {
        if (!Boolean.getBoolean("files")) {
            return desk::review;
        }
        Path folder = Files.createTempDirectory("xiangbao-audit");
        folder.toFile().deleteOnExit();
        return new FileDesk(county, root.resolve("templates"), folder)::review;
    }

    /** The shipped ones know another county; learned ones know the year before of this one. */
    private static Bands bands(TrueCounty county) {
        return switch (System.getProperty("bands", "shipped")) {
            case "none" -> Bands.NONE;
            case "learned" -> county.learned();
            default -> county.definitions().bands();
        };
    }

    private Optional<Mistake> planted(TrueCounty county, Kind kind, List<FormRules> forms, SplittableRandom random) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            FormRules rules = forms.get(random.nextInt(forms.size()));
            List<ReferencePeriod> periods = TrueCounty.periods(rules.form(), TrueCounty.LAST_YEAR);
            List<Report> reports = county.owed(rules, periods.get(random.nextInt(periods.size())));
            if (!reports.isEmpty()) {
                Report truth = reports.get(random.nextInt(reports.size()));
                Optional<Mistake> mistake =
                        truth.lines.isEmpty() ? Optional.empty() : Planter.plant(kind, county, truth, random.split());
                if (mistake.isPresent()) {
                    return mistake;
                }
            }
        }
        return Optional.empty();
    }

    private void report(long seed, int seeds, int missed) {
        Table table = new Table(verdicts);
        out.printf("Seeds %d to %d.%n%n%s%s%n", seed, seed + seeds - 1, table.summary(), speed);
        out.println(table.by(
                "kind",
                one -> String.format(
                        "%02d %s",
                        one.mistake().kind().ordinal() + 1, one.mistake().kind().title())));
        out.println(table.by("form", one -> one.mistake().report().form.code().text()));
        out.println(alarms.table());
        if (missed > 0) {
            out.println(table.mistaken());
        }
        List<Verdict> silent = verdicts.stream()
                .filter(one -> one.revealable() && !one.found())
                .toList();
        List<Verdict> astray = verdicts.stream()
                .filter(one -> one.revealable() && one.found() && !one.right())
                .toList();
        tell("Missed", silent, missed);
        tell("First cell wrong", astray, missed);
    }

    /** One of each place, the most frequent places first. */
    private void tell(String head, List<Verdict> some, int most) {
        if (most == 0) {
            return;
        }
        Map<String, List<Verdict>> places = new LinkedHashMap<>();
        some.forEach(one -> places.computeIfAbsent(one.mistake().place(), place -> new ArrayList<>())
                .add(one));
        out.println("### " + head + ": " + some.size() + "\n");
        places.values().stream()
                .sorted(Comparator.comparing(group -> -group.size()))
                .limit(most)
                .forEach(group -> {
                    Verdict one = group.get(0);
                    out.println("- " + (group.size() > 1 ? group.size() + " × " : "")
                            + one.mistake().told()
                            + (one.first().isEmpty() ? "" : " ⇒ " + one.first()));
                });
        out.println();
    }
}
