package xiangbao.readers.config.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import xiangbao.readers.config.documents.Section;
import xiangbao.readers.config.documents.YamlValue;
import xiangbao.readers.config.formulas.Gathering;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.formula.Formula;
import xiangbao.statistics.formula.FormulaContext;
import xiangbao.statistics.relations.AuditRelation;

/** {@code audit} of a form: its 审核关系. */
final class RelationsSection {
    static final List<String> KEYS = List.of(
            "code", "severity", "trial", "formula", "label", "remedy", "rows", "columns", Gathering.MIXED_UNITS);
    private static final Pattern CODE = Pattern.compile("[\\p{IsHan}0-9A-Za-z_.-]{1,40}");

    private final Form form;
    private final Gathering gathering;

    RelationsSection(Form form, Gathering gathering) {
        this.form = form;
        this.gathering = gathering;
    }

    List<AuditRelation> read(Section section) {
        List<AuditRelation> relations = new ArrayList<>();
        for (YamlValue item : section.value("audit").map(YamlValue::list).orElse(List.of())) {
            relation(new Section(item, KEYS)).ifPresent(relations::add);
        }
        return relations;
    }

    private Optional<AuditRelation> relation(Section given) {
        String code = code(given, gathering);
        Optional<Severity> severity = given.required("severity")
                .flatMap(value -> value.choice(YamlValue.titled(Severity.values(), Severity::title)));
        boolean overRows = given.value("rows").isPresent();
        Set<String> rows = along("rows", given, ItemCodes.ofRows(form), "行");
        Set<String> columns = Set.of();
        if (overRows && form.layout() == Layout.MATRIX) {
            given.refuse("columns", "已有“rows”，一条审核关系只沿一个方向进行");
        } else {
            columns = along("columns", given, ItemCodes.ofDataColumns(form), "栏");
        }
        Optional<Formula> formula =
                gathering.formula(given, vocabulary -> FormulaContext.relation(vocabulary, form.code(), overRows));
        String label = given.requiredText("label");
        String remedy = given.requiredText("remedy");
        if (formula.isEmpty() || severity.isEmpty()) {
            return Optional.empty();
        }
        AuditRelation relation = new AuditRelation(code, severity.get(), formula.get(), label, remedy, rows, columns);
        return Optional.of(given.flag("trial", false) ? relation.onTrial() : relation);
    }

    /** Over which rows or columns a relation runs. */
    private Set<String> along(String key, Section given, List<String> codes, String what) {
        if (form.layout() == Layout.LEDGER) {
            given.refuse(key, "台账的审核关系逐行进行");
            return Set.of();
        }
        return given.value(key)
                .map(value -> ItemCodes.known(value, codes, what))
                .orElse(Set.of());
    }

    /** The code of a relation, of which there is none other in the county. */
    static String code(Section given, Gathering gathering) {
        Optional<YamlValue> value = given.required("code");
        String relation = value.flatMap(YamlValue::text).orElse("");
        value.filter(place -> !relation.isEmpty()).ifPresent(place -> {
            if (!CODE.matcher(relation).matches()) {
                place.wrong("审核关系代码“" + relation + "”只能用汉字、字母、数字、短横线和点");
            }
            gathering.relationCodes().enter(relation, place);
        });
        return relation;
    }
}
