package xiangbao.statistics.cases;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xiangbao.statistics.audit.Auditor;
import xiangbao.statistics.audit.Review;
import xiangbao.statistics.confrontation.RelationVerdict;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Verdict;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;
import xiangbao.statistics.units.Units;

/** Tries cases: the same review as a township's workbook gets, on the figures of the case. Not safe for several threads. */
public final class CaseJudge {
    private static final String SHEET = "样例";

    private final Definitions definitions;
    private final Auditor auditor;

    public CaseJudge(Definitions definitions) {
        this.definitions = definitions;
        this.auditor = auditor(definitions.units());
    }

    private Auditor auditor(Units units) {
        return new Auditor(definitions.forms(), units, definitions.bands());
    }

    public CaseResult judge(AuditCase tried) {
        CaseScene scene = tried.scene();
        Map<CellReference, String> names = new HashMap<>();
        Review review = auditor(scene)
                .review(
                        scene.key(),
                        SHEET,
                        observations(scene.key(), scene.sheet(scene.key()), names),
                        List.of(),
                        key -> Optional.ofNullable(scene.sheets().get(key))
                                .map(sheet -> observations(key, sheet, new HashMap<>())));
        List<RelationVerdict> verdicts = review.verdicts().stream()
                .filter(one -> one.relation().equals(tried.code()))
                .toList();
        List<Finding> findings = review.findings().stream()
                .filter(one -> one.code().equals(tried.code()))
                .toList();
        return new CaseResult(
                tried,
                verdict(verdicts),
                findings.stream()
                        .limit(1)
                        .flatMap(one -> one.place().cells().stream().limit(1))
                        .map(cell -> names.getOrDefault(cell, cell.address()))
                        .findFirst()
                        .orElse(""),
                findings.stream().map(Finding::message).toList(),
                verdicts.stream()
                        .flatMap(one -> one.missing().stream())
                        .distinct()
                        .toList());
    }

    private static Verdict verdict(List<RelationVerdict> verdicts) {
        List<Verdict> all = verdicts.stream().map(RelationVerdict::verdict).toList();
        if (all.contains(Verdict.FAILS)) {
            return Verdict.FAILS;
        }
        return all.isEmpty() || all.contains(Verdict.UNDECIDED) ? Verdict.UNDECIDED : Verdict.PASSES;
    }

    private Auditor auditor(CaseScene scene) {
        if (scene.attributes().isEmpty()) {
            return auditor;
        }
        UnitCode about = scene.key().unit();
        return auditor(new Units(definitions.units().all().stream()
                .map(unit -> unit.code().equals(about) ? with(unit, scene.attributes()) : unit)
                .toList()));
    }

    private static ReportingUnit with(ReportingUnit unit, Map<String, BigDecimal> attributes) {
        Map<String, BigDecimal> all = new LinkedHashMap<>(unit.attributes());
        all.putAll(attributes);
        return new ReportingUnit(
                unit.code(),
                unit.civilCode(),
                unit.name(),
                unit.kind(),
                unit.parent(),
                unit.aliases(),
                unit.validity(),
                all,
                unit.predecessors());
    }

    /** Each cell gets a place of its own, by which the findings name it. */
    private List<Observation> observations(SubmissionKey key, CaseSheet sheet, Map<CellReference, String> names) {
        Form form = definitions.form(key.form()).orElseThrow().form();
        List<Observation> observations = new ArrayList<>();
        sheet.lines().forEach((line, cells) -> {
            Map<String, CaseValue> all = new LinkedHashMap<>();
            if (form.layout() == Layout.LEDGER) {
                form.columns().stream().map(Column::code).forEach(code -> all.put(code, CaseValue.BLANK));
            }
            all.putAll(cells);
            all.forEach((item, value) -> {
                CellReference cell = new CellReference(SHEET, observations.size(), 0);
                names.put(cell, CaseCells.name(form, line, item));
                observations.add(
                        value.observation(new IndicatorCode(key.form(), item), line, about(form, line, key), cell));
            });
        });
        return observations;
    }

    /** The unit that a line is about: in a ledger of units, the one that is its key. */
    private UnitCode about(Form form, String line, SubmissionKey key) {
        boolean named = form.lineUnit().isPresent() && form.lineKey().equals(form.lineUnit());
        return named
                ? definitions
                        .units()
                        .find(new UnitCode(line))
                        .map(ReportingUnit::code)
                        .orElse(key.unit())
                : key.unit();
    }
}
