package xiangbao.statistics.confrontation;

import java.util.ArrayList;
import java.util.List;
import xiangbao.statistics.evaluation.Confrontation;
import xiangbao.statistics.evaluation.Scope;
import xiangbao.statistics.evaluation.Trial;
import xiangbao.statistics.figures.Figures;
import xiangbao.statistics.figures.Line;
import xiangbao.statistics.findings.Verdict;
import xiangbao.statistics.formula.Vocabulary;
import xiangbao.statistics.relations.AuditRelation;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.relations.Instances;
import xiangbao.statistics.submissions.SubmissionKey;

/** Confronts a submission with the relations of its form, as often and with what figures as one likes. */
public final class Confronter {
    private static final Instances.Place NOWHERE = new Instances.Place("", "");

    private final FormRules rules;
    private final List<Instances> places;
    private final Vocabulary vocabulary;
    private final SubmissionKey key;

    public Confronter(FormRules rules, List<Instances> places, Vocabulary vocabulary, SubmissionKey key) {
        this.rules = rules;
        this.places = places;
        this.vocabulary = vocabulary;
        this.key = key;
    }

    /** Every instance of every relation, in the order of the form; the lines of a ledger that pass a relation share one. */
    public List<Confronted> confront(Figures figures) {
        List<Confronted> all = new ArrayList<>();
        for (int place = 0; place < rules.relations().size(); place++) {
            AuditRelation relation = rules.relations().get(place);
            Instances on = places.get(place);
            if (on.perLine()) {
                lines(relation, figures, all);
                continue;
            }
            for (Instances.Place at : on.places()) {
                Scope scope = scope(figures, at.row(), at.column());
                all.add(new Confronted(
                        relation, on.several() ? at.code() : "", at, "", scope.confront(relation.formula())));
            }
        }
        return all;
    }

    private void lines(AuditRelation relation, Figures figures, List<Confronted> all) {
        boolean passed = false;
        for (Line line : figures.lines(key.form(), key.period()).orElse(List.of())) {
            Confrontation confronted = scope(figures, line).confront(relation.formula());
            if (confronted.verdict() == Verdict.PASSES) {
                passed = true;
            } else {
                all.add(new Confronted(relation, line.key(), NOWHERE, line.key(), confronted));
            }
        }
        if (passed) {
            Confrontation shared = new Confrontation(Verdict.PASSES, List.of(), null, List.of());
            all.add(new Confronted(relation, "", NOWHERE, "", shared));
        }
    }

    /** The relations that are about one line of a ledger each. */
    public List<AuditRelation> perLine() {
        List<AuditRelation> relations = new ArrayList<>();
        for (int place = 0; place < rules.relations().size(); place++) {
            if (places.get(place).perLine()) {
                relations.add(rules.relations().get(place));
            }
        }
        return relations;
    }

    /** The same instance with other figures. */
    public Confrontation again(Confronted instance, Figures figures) {
        if (!instance.line().isEmpty()) {
            return on(instance.relation(), instance.line(), figures);
        }
        return scope(figures, instance.place().row(), instance.place().column())
                .confront(instance.relation().formula());
    }

    public Confrontation on(AuditRelation relation, String line, Figures figures) {
        return scope(figures, line(line, figures)).confront(relation.formula());
    }

    public Confronted onLine(AuditRelation relation, String line, Figures figures) {
        return new Confronted(relation, line, NOWHERE, line, on(relation, line, figures));
    }

    /** The same instance with other figures, without a reason where it fails. */
    public Trial tried(Confronted instance, Figures figures) {
        Scope scope = instance.line().isEmpty()
                ? scope(figures, instance.place().row(), instance.place().column())
                : scope(figures, line(instance.line(), figures));
        return scope.tried(instance.relation().formula());
    }

    private Line line(String line, Figures figures) {
        return figures.line(key.form(), key.period(), line)
                .orElseThrow(() -> new IllegalStateException("no such line: " + line));
    }

    private Scope scope(Figures figures, String row, String column) {
        return new Scope(vocabulary, figures, key.form(), key.period(), row, column, null, false);
    }

    private Scope scope(Figures figures, Line line) {
        return new Scope(vocabulary, figures, key.form(), key.period(), "", "", line, false);
    }
}
