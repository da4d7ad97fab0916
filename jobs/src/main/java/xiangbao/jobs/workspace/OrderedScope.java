package xiangbao.jobs.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.text.Spelling;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;
import xiangbao.statistics.units.Units;

/** Finds the unit and the form to which an order is confined; what the configuration does not have is the order's mistake. */
public record OrderedScope(Definitions definitions) {
    /** A unit by code, name or alias. */
    public UnitCode unit(String text) {
        return unit(definitions.units(), text).code();
    }

    /** The same, of a register. */
    public static ReportingUnit unit(Units units, String text) {
        return units.meant(text.strip()).stream()
                .findFirst()
                .orElseThrow(() -> new OrderMistakeException(unknownUnit(units, text)));
    }

    public static String unknownUnit(Units units, String text) {
        List<String> words = new ArrayList<>();
        units.all().forEach(unit -> words.add(unit.name()));
        units.all().forEach(unit -> words.add(unit.code().text()));
        return "没有填报单位“" + text + "”：请写单位代码或名称，如 430626111 或 伍市镇（见 config/units.csv）"
                + meant(Spelling.nearest(text, words));
    }

    private static String meant(String nearest) {
        return nearest.isEmpty() ? "。" : "。您是不是想写“" + nearest + "”？";
    }

    public void requireForm(FormCode form) {
        if (definitions.form(form).isEmpty()) {
            throw new OrderMistakeException(unknownForm(definitions, form));
        }
    }

    /** The form in use that has a relation. */
    public FormRules formOf(String relation) {
        Set<String> codes = new TreeSet<>();
        for (FormRules rules : definitions.enabledForms()) {
            if (rules.relation(relation).isPresent()) {
                return rules;
            }
            rules.relations().forEach(one -> codes.add(one.code()));
        }
        throw new OrderMistakeException(
                "没有审核关系“" + relation + "”：请写 config/forms 里的代码，如 31-T1" + meant(Spelling.nearest(relation, codes)));
    }

    /** What to say of a form that nobody can fill: there is none, or it is not in use. */
    public static String unknownForm(Definitions definitions, FormCode form) {
        if (definitions.form(form).isPresent()) {
            return "报表“" + form + "”没有启用（config/forms/" + form + ".yaml 里写着 enabled: false）。";
        }
        List<String> codes =
                definitions.forms().keySet().stream().map(FormCode::text).toList();
        return "没有表号“" + form + "”：请写 config/forms 里的表号" + meant(Spelling.nearest(form.text(), codes));
    }

    /** The unit that somebody means by a code, a name, {@code all} or nothing. */
    public UnitChoice choice(Optional<String> written) {
        if (written.isEmpty()) {
            return UnitChoice.COUNTY;
        }
        String name = written.get().strip();
        return name.equals("all") || name.equals("全部")
                ? UnitChoice.ALL
                : new UnitChoice(Optional.of(unit(name)), false);
    }
}
