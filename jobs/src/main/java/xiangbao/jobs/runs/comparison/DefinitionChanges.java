package xiangbao.jobs.runs.comparison;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.runs.RunTables;
import xiangbao.jobs.runs.comparison.ChangeCause.Kind;
import xiangbao.statistics.bands.Band;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.forms.Row;
import xiangbao.statistics.formula.Formula;
import xiangbao.statistics.formula.Reference;
import xiangbao.statistics.plan.MilestoneLedger;
import xiangbao.statistics.plan.Pace;
import xiangbao.statistics.plan.Target;
import xiangbao.statistics.relations.AuditRelation;
import xiangbao.statistics.relations.DerivedIndicator;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.tuning.Screen;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;

/** What one configuration says otherwise than another. */
final class DefinitionChanges {
    private static final int MOST_NAMED = 10;

    private final Definitions before;
    private final Definitions after;

    DefinitionChanges(Definitions before, Definitions after) {
        this.before = before;
        this.after = after;
    }

    /** Everything, form by form. */
    List<ChangeCause> all() {
        List<ChangeCause> all = new ArrayList<>();
        if (before == after) {
            return all;
        }
        units(all);
        for (FormCode form : formCodes()) {
            layout(form, any -> true, all);
            relations(form, all);
        }
        Set<String> targets = new LinkedHashSet<>();
        before.plan().targets().forEach(one -> targets.add(one.code()));
        after.plan().targets().forEach(one -> targets.add(one.code()));
        targets.forEach(code -> target(code, all));
        return all;
    }

    private Set<FormCode> formCodes() {
        Set<FormCode> codes = new LinkedHashSet<>(before.forms().keySet());
        codes.addAll(after.forms().keySet());
        return codes;
    }

    /** What bears on an indicator: its own definition and that of all that its formulas speak of. */
    List<ChangeCause> of(IndicatorCode indicator) {
        Reach reach = new Reach();
        reach.reach(indicator.form(), indicator.item());
        return within(reach);
    }

    /** What bears on a target: its own definition and that of all that its formula speaks of. */
    List<ChangeCause> ofTarget(String code) {
        List<ChangeCause> found = new ArrayList<>();
        target(code, found);
        parts(code).forEach(part -> target(part, found));
        Reach reach = new Reach();
        reach.followTarget(code);
        found.addAll(within(reach));
        return found;
    }

    /** The forms of which a target's formula speaks. */
    Set<FormCode> formsOfTarget(String code) {
        Reach reach = new Reach();
        reach.followTarget(code);
        return new TreeSet<>(reach.items.keySet());
    }

    Set<FormCode> formsOf(IndicatorCode indicator) {
        Reach reach = new Reach();
        reach.reach(indicator.form(), indicator.item());
        return new TreeSet<>(reach.items.keySet());
    }

    private List<ChangeCause> within(Reach reach) {
        List<ChangeCause> found = new ArrayList<>();
        reach.items.forEach((form, items) -> layout(form, items::contains, found));
        return found;
    }

    /** How a relation is worded otherwise; empty when it is not. */
    Optional<ChangeCause> relation(FormCode form, String code) {
        return Screen.coded(code).isPresent()
                ? screens(form, code)
                : relationChange(form, code, relation(before, form, code), relation(after, form, code));
    }

    /** How a default screen of a form asks otherwise: by what was learned, or by how it is tuned. */
    private Optional<ChangeCause> screens(FormCode form, String code) {
        Set<Band> were = bands(before, form);
        Set<Band> are = bands(after, form);
        Set<Band> changed = new LinkedHashSet<>(were);
        changed.addAll(are);
        changed.removeIf(band -> were.contains(band) && are.contains(band));
        List<String> texts = new ArrayList<>();
        if (!changed.isEmpty()) {
            texts.add("参考范围（bands.csv）有改动："
                    + changed.stream()
                            .map(band -> band.indicator().item())
                            .distinct()
                            .limit(MOST_NAMED)
                            .collect(Collectors.joining("、")));
        }
        if (!tuning(before, form).equals(tuning(after, form))) {
            texts.add("默认审核的设置（screens、range、fixed 等）有改动");
        }
        if (texts.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("form", form.text());
        details.put("relation", code);
        return Optional.of(new ChangeCause(Kind.RELATION, form + " 的" + String.join("；", texts) + "。", details));
    }

    private static Set<Band> bands(Definitions definitions, FormCode form) {
        return definitions.bands().all().stream()
                .filter(band -> band.indicator().form().equals(form))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<Object> tuning(Definitions definitions, FormCode form) {
        return definitions
                .form(form)
                .map(rules -> List.<Object>of(
                        rules.screens(),
                        rules.cells().fixed(),
                        rules.cells().advancing(),
                        rules.cells().ranges(),
                        Objects.toString(rules.cells().finished())))
                .orElse(List.of());
    }

    private static @Nullable AuditRelation relation(Definitions definitions, FormCode form, String code) {
        return definitions
                .form(form)
                .flatMap(rules -> rules.relations().stream()
                        .filter(one -> one.code().equals(code))
                        .findFirst())
                .orElse(null);
    }

    private void relations(FormCode form, List<ChangeCause> found) {
        Set<String> codes = new LinkedHashSet<>();
        for (Definitions one : List.of(before, after)) {
            one.form(form).ifPresent(rules -> rules.relations().forEach(relation -> codes.add(relation.code())));
        }
        codes.forEach(code -> relation(form, code).ifPresent(found::add));
        screens(form, Screen.DENSITY.code()).ifPresent(found::add);
    }

    private static Optional<ChangeCause> relationChange(
            FormCode form, String code, @Nullable AuditRelation one, @Nullable AuditRelation other) {
        if (Objects.equals(wording(one), wording(other))) {
            return Optional.empty();
        }
        String name = "审核关系 " + code + "（" + form + "）";
        String text;
        if (one == null) {
            text = name + "是新增的：" + wording(other) + "。";
        } else if (other == null) {
            text = name + "已取消。";
        } else {
            text = name + "由“" + wording(one) + "”改为“" + wording(other) + "”。";
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("form", form.text());
        details.put("relation", code);
        details.put("from", text(wording(one)));
        details.put("to", text(wording(other)));
        return Optional.of(new ChangeCause(Kind.RELATION, text, details));
    }

    private static @Nullable String wording(@Nullable AuditRelation relation) {
        if (relation == null) {
            return null;
        }
        String places = relation.rows().isEmpty() && relation.columns().isEmpty()
                ? ""
                : "，" + new TreeSet<>(relation.rows()) + new TreeSet<>(relation.columns());
        Severity intended = relation.intended();
        String severity = intended == null ? relation.severity().title() : "试行（拟为" + intended.title() + "）";
        return severity + "，" + relation.formula().text() + places;
    }

    private void layout(FormCode code, java.util.function.Predicate<String> items, List<ChangeCause> found) {
        FormRules one = before.form(code).orElse(null);
        FormRules other = after.form(code).orElse(null);
        if (one == null || other == null || one.enabled() != other.enabled()) {
            boolean gone = other == null || !other.enabled();
            boolean was = one != null && one.enabled();
            if (gone == was) {
                found.add(definition(
                        code, "", gone ? "启用" : "停用", gone ? "停用" : "启用", "报表 " + code + (gone ? " 已停用。" : " 是新启用的。")));
            }
            return;
        }
        Form first = one.form();
        Form second = other.form();
        if (!first.owedBy().equals(second.owedBy())) {
            found.add(definition(code, "", "", "", "报表 " + code + " 的填报范围有改动。"));
        }
        if (first.frequency() != second.frequency()
                || first.layout() != second.layout()
                || !first.validity().equals(second.validity())) {
            found.add(definition(code, "", "", "", "报表 " + code + " 的报告期别、版式或有效期有改动。"));
        }
        derived(one, other, items, found);
        Set<String> rows = names(first.rows(), second.rows(), Row::code);
        Set<String> columns = names(first.columns(), second.columns(), Column::code);
        for (String row : rows) {
            if (items.test(row)
                    && !Objects.equals(
                            first.row(row).orElse(null), second.row(row).orElse(null))) {
                found.add(indicators(first, second, "行 " + row, row));
            }
        }
        for (String column : columns) {
            if (items.test("." + column)
                    && !Objects.equals(
                            first.column(column).orElse(null),
                            second.column(column).orElse(null))) {
                found.add(indicators(first, second, "列 " + column, column));
            }
        }
    }

    private static <T> Set<String> names(List<T> first, List<T> second, Function<T, String> name) {
        Set<String> names = new LinkedHashSet<>();
        first.forEach(one -> names.add(name.apply(one)));
        second.forEach(one -> names.add(name.apply(one)));
        return names;
    }

    private static ChangeCause indicators(Form first, Form second, String place, String item) {
        return definition(first.code(), item, "", "", "报表 " + second.code() + " " + place + "的定义有改动。");
    }

    private static void derived(
            FormRules one, FormRules other, java.util.function.Predicate<String> items, List<ChangeCause> found) {
        for (String item : names(
                one.derived(),
                other.derived(),
                derived -> derived.indicator().code().item())) {
            DerivedIndicator first = derived(one, item);
            DerivedIndicator second = derived(other, item);
            if (!items.test(item)) {
                continue;
            }
            String from = first == null ? "" : first.formula().text();
            String to = second == null ? "" : second.formula().text();
            String name = "派生指标 " + one.form().code() + ":" + item;
            if (first == null || second == null) {
                found.add(definition(one.form().code(), item, from, to, name + (first == null ? " 是新增的。" : " 已取消。")));
            } else if (!from.equals(to)) {
                found.add(definition(one.form().code(), item, from, to, name + " 的公式由“" + from + "”改为“" + to + "”。"));
            } else if (!first.indicator().equals(second.indicator())) {
                Indicator was = first.indicator();
                Indicator is = second.indicator();
                found.add(definition(
                        one.form().code(),
                        item,
                        was.unit() + " " + was.decimals(),
                        is.unit() + " " + is.decimals(),
                        name + " 的名称、计量单位或小数位数有改动。"));
            }
        }
    }

    private static @Nullable DerivedIndicator derived(FormRules rules, String item) {
        return rules.derived().stream()
                .filter(one -> one.indicator().code().item().equals(item))
                .findFirst()
                .orElse(null);
    }

    private static ChangeCause definition(FormCode form, String item, String from, String to, String text) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("form", form.text());
        if (!item.isEmpty()) {
            details.put("item", item);
        }
        if (!from.isEmpty() || !to.isEmpty()) {
            details.put("from", from);
            details.put("to", to);
        }
        return new ChangeCause(Kind.DEFINITION, text, details);
    }

    /** The register of units; empty when nothing is different in it. */
    List<ChangeCause> units() {
        List<ChangeCause> found = new ArrayList<>();
        units(found);
        return found;
    }

    /** What is different about one unit. */
    Optional<ChangeCause> unit(UnitCode code) {
        ReportingUnit one = before.units().find(code).orElse(null);
        ReportingUnit other = after.units().find(code).orElse(null);
        if (Objects.equals(one, other)) {
            return Optional.empty();
        }
        ReportingUnit named = other != null ? other : Objects.requireNonNull(one);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("unit", code.text());
        details.put("unitName", named.name());
        String what = "的资料有改动";
        if (one == null || other == null) {
            what = one == null ? "是新增的" : "已取消";
        } else {
            List<String> attributes = attributes(one, other);
            if (!attributes.isEmpty()) {
                details.put("attributes", attributes);
                what = "的底册有改动：" + String.join("，", attributes);
            }
        }
        return Optional.of(new ChangeCause(Kind.UNITS, "填报单位 " + named.name() + what + "。", details));
    }

    private static List<String> attributes(ReportingUnit one, ReportingUnit other) {
        Set<String> names = new TreeSet<>(one.attributes().keySet());
        names.addAll(other.attributes().keySet());
        List<String> changed = new ArrayList<>();
        for (String name : names) {
            String was = attribute(one, name);
            String is = attribute(other, name);
            if (!was.equals(is)) {
                changed.add(name + " " + was + " → " + is);
            }
        }
        return changed;
    }

    private static String attribute(ReportingUnit unit, String name) {
        return unit.attribute(name).map(RunTables::plain).orElse("无");
    }

    private void units(List<ChangeCause> found) {
        Set<UnitCode> codes = new LinkedHashSet<>();
        before.units().all().forEach(one -> codes.add(one.code()));
        after.units().all().forEach(one -> codes.add(one.code()));
        codes.forEach(code -> unit(code).ifPresent(found::add));
    }

    /** The targets as which a target stands, in either configuration. */
    private Set<String> parts(String code) {
        Set<String> parts = new LinkedHashSet<>();
        for (Definitions one : List.of(before, after)) {
            one.plan()
                    .target(code)
                    .ifPresent(target -> parts.addAll(target.measure().parts()));
        }
        return parts;
    }

    private void target(String code, List<ChangeCause> found) {
        Target one = before.plan().target(code).orElse(null);
        Target other = after.plan().target(code).orElse(null);
        if (one == null || other == null) {
            if (one != other) {
                found.add(target(code, "", "", "", "目标任务 " + code + (one == null ? " 是新增的。" : " 已取消。")));
            }
            return;
        }
        int size = found.size();
        targetPart(found, code, "目标值", goal(one), goal(other));
        targetPart(
                found,
                code,
                "比较方式",
                one.goal().comparison().sign(),
                other.goal().comparison().sign());
        targetPart(
                found,
                code,
                "取数公式",
                formula(one.measure().actual()),
                formula(other.measure().actual()));
        targetPart(
                found,
                code,
                "计量单位",
                one.measure().actualUnit() + "、" + one.measure().unit(),
                other.measure().actualUnit() + "、" + other.measure().unit());
        targetPart(found, code, "措辞", one.wording().name(), other.wording().name());
        targetPart(found, code, "进度要求", pace(one), pace(other));
        targetPart(
                found,
                code,
                "分项",
                String.join("、", one.measure().parts()),
                String.join("、", other.measure().parts()));
        targetPart(
                found,
                code,
                "任务编号",
                text(one.measure().milestones()),
                text(other.measure().milestones()));
        BigDecimal behind = before.plan().lights().behind();
        BigDecimal limit = after.plan().lights().behind();
        if (one.pacing().pace() != Pace.DIRECT && one.pacing().pace() != Pace.NONE) {
            targetPart(found, code, "黄灯界线", RunTables.plain(behind), RunTables.plain(limit));
        }
        targetPart(found, code, "比较对象", comparators(one), comparators(other));
        boolean applies = one.scope().appliesTo().equals(other.scope().appliesTo())
                && one.scope().perUnit() == other.scope().perUnit()
                && one.scope().everyUnit() == other.scope().everyUnit();
        if (!applies
                || size == found.size()
                        && one.measure().decimals() != other.measure().decimals()) {
            found.add(target(code, "适用范围", "", "", "目标任务 " + code + " 的适用范围或小数位数有改动。"));
        }
        targetPart(found, code, "乡镇任务分解", tasks(before, one), tasks(after, other));
        targetPart(found, code, "核定数", official(before, one), official(after, other));
        if (size == found.size() && before.plan().year() != after.plan().year()) {
            String from = Integer.toString(before.plan().year());
            String to = Integer.toString(after.plan().year());
            targetPart(found, code, "计划年度", from, to);
        }
    }

    private static void targetPart(List<ChangeCause> found, String code, String part, String from, String to) {
        if (!from.equals(to)) {
            found.add(target(code, part, from, to, "目标任务 " + code + " 的" + part + "由“" + from + "”改为“" + to + "”。"));
        }
    }

    private static ChangeCause target(String code, String part, String from, String to, String text) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("target", code);
        if (!part.isEmpty()) {
            details.put("part", part);
            details.put("from", from);
            details.put("to", to);
        }
        return new ChangeCause(Kind.TARGET, text, details);
    }

    private static String goal(Target target) {
        BigDecimal value = target.goal().value();
        return value == null ? target.goal().aboveLastYear() ? "上年同期" : "未定" : RunTables.plain(value);
    }

    private static String tasks(Definitions definitions, Target target) {
        List<String> tasks = new ArrayList<>();
        for (ReportingUnit unit : definitions.units().all()) {
            BigDecimal task = definitions.plan().tasks().task(target, unit.code());
            if (task != null) {
                tasks.add(unit.name() + RunTables.plain(task));
            }
        }
        return String.join("、", tasks);
    }

    private static String official(Definitions definitions, Target target) {
        Formula formula = target.measure().actual();
        String indicator = formula == null
                ? ""
                : formula.indicator().map(IndicatorCode::toString).orElse("");
        List<String> figures = new ArrayList<>();
        definitions.official().all().stream()
                .filter(one ->
                        one.indicator().equals(target.code()) || one.indicator().equals(indicator))
                .forEach(one -> figures.add(
                        one.period() + " " + RunTables.plain(one.value()) + one.unit() + " " + one.document()));
        return String.join("；", figures);
    }

    private static String pace(Target target) {
        StringBuilder text = new StringBuilder(target.pacing().pace().title())
                .append(text(target.pacing().judgedFrom()));
        target.pacing()
                .nodes()
                .forEach(node -> text.append(' ')
                        .append(node.day().toString().substring(2))
                        .append(' ')
                        .append(RunTables.plain(node.share()))
                        .append('%'));
        return text.toString();
    }

    private static String formula(@Nullable Formula formula) {
        return formula == null ? "" : formula.text();
    }

    private static String comparators(Target target) {
        List<String> parts = new ArrayList<>();
        target.goal()
                .comparators()
                .forEach(one -> parts.add(one.title() + " " + one.formula().text()));
        return String.join("；", parts);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** The items of forms that formulas lead to, in either configuration. */
    private final class Reach {
        private final Map<FormCode, Set<String>> items = new LinkedHashMap<>();

        /** An item with its row and its column, as layouts name them: {@code 05.1}, {@code 05} and {@code .1}. */
        void reach(FormCode form, String item) {
            if (!items.computeIfAbsent(form, any -> new LinkedHashSet<>()).add(item)) {
                return;
            }
            Set<String> known = items.computeIfAbsent(form, any -> new LinkedHashSet<>());
            int dot = item.indexOf('.');
            if (dot >= 0) {
                known.add(item.substring(0, dot));
                known.add(item.substring(dot));
            } else {
                // a ledger's column bears its bare code
                known.add("." + item);
            }
            for (Definitions one : List.of(before, after)) {
                one.form(form)
                        .ifPresent(rules -> rules.derived().stream()
                                .filter(derived -> derived.indicator()
                                                .code()
                                                .item()
                                                .equals(item)
                                        || derived.indicator().code().item().startsWith(item + "."))
                                .forEach(derived -> {
                                    known.add(derived.indicator().code().item());
                                    follow(derived.formula(), form);
                                }));
            }
        }

        void followTarget(String code) {
            Set<String> codes = new LinkedHashSet<>(parts(code));
            codes.add(code);
            for (Definitions one : List.of(before, after)) {
                codes.stream()
                        .flatMap(each -> one.plan().target(each).stream())
                        .forEach(target -> followTarget(target, one.plan().milestones()));
            }
        }

        private void followTarget(Target target, @Nullable FormCode ledger) {
            Formula formula = target.measure().actual();
            if (formula != null) {
                follow(formula, null);
            }
            if (target.measure().milestones() != null && ledger != null) {
                MilestoneLedger.COLUMNS.forEach(column -> reach(ledger, column));
            }
        }

        void follow(Formula formula, @Nullable FormCode home) {
            for (Reference reference : formula.references()) {
                FormCode form = reference.form() == null ? home : reference.form();
                if (form != null) {
                    reach(form, reference.item());
                }
            }
        }
    }
}
