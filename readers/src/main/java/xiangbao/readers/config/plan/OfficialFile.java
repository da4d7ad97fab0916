package xiangbao.readers.config.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.config.documents.ConfigurationFile;
import xiangbao.readers.config.documents.CsvLine;
import xiangbao.readers.config.documents.CsvTable;
import xiangbao.readers.config.documents.Mistakes;
import xiangbao.readers.config.documents.ScalarText;
import xiangbao.readers.config.documents.Unread;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.measures.UnitOfMeasure;
import xiangbao.statistics.measures.UnitWords;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.plan.Plan;
import xiangbao.statistics.plan.Target;
import xiangbao.statistics.publication.OfficialFigure;
import xiangbao.statistics.publication.OfficialFigures;
import xiangbao.statistics.relations.FormRules;

/** {@code official.csv}: 核定数 with the document that states each. It may be absent. */
public final class OfficialFile {
    public static final String NAME = "official.csv";
    static final List<String> COLUMNS = List.of("indicator", "period", "value", "unit", "document", "date");

    private final Plan plan;
    private final Map<FormCode, FormRules> forms;
    private final Unread unread;
    private final List<OfficialFigure> figures = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private OfficialFile(Plan plan, Map<FormCode, FormRules> forms, Unread unread) {
        this.plan = plan;
        this.forms = forms;
        this.unread = unread;
    }

    public static OfficialFigures read(
            ConfigurationFile file, Plan plan, Map<FormCode, FormRules> forms, Unread unread, Mistakes mistakes) {
        OfficialFile official = new OfficialFile(plan, forms, unread);
        CsvTable.read(file, COLUMNS, mistakes).forEach(official::figure);
        return new OfficialFigures(official.figures);
    }

    private void figure(CsvLine line) {
        String measure = measure(line.field(0));
        Optional<ReferencePeriod> period = ReferencePeriod.parse(line.field(1));
        Optional<BigDecimal> value = ScalarText.number(line.field(2));
        Optional<LocalDate> date = ScalarText.day(line.field(5));
        if (IndicatorCode.parse(line.field(0)).filter(unread::isIndicator).isPresent()) {
            return;
        }
        if (measure == null) {
            line.wrong("没有目标或指标“" + line.field(0) + "”，应写目标代码（如 G01）或指标（如 平11-1:01.1）");
        } else if (new UnitWords(List.of()).isUnit(measure)
                && UnitOfMeasure.factor(line.field(3), measure).isEmpty()) {
            line.wrong(
                    "无法把“" + line.field(3) + "”换算成“" + measure + "”",
                    new UnitWords(List.of()).isUnit(line.field(3)) ? "" : measure);
        }
        if (period.isEmpty()) {
            line.wrong("period 应为报告期，如 2026-Q3、2026，而这里是“" + line.field(1) + "”");
        }
        if (value.isEmpty()) {
            line.wrong("value 应为数字，而这里是“" + line.field(2) + "”");
        }
        if (line.field(4).isEmpty()) {
            line.wrong("核定数要有文号（document）");
        }
        if (date.isEmpty()) {
            line.wrong("date 应为日期，如 2026-10-01，而这里是“" + line.field(5) + "”");
        }
        if (!seen.add(line.field(0) + "@" + line.field(1))) {
            line.wrong(line.field(0) + " 在 " + line.field(1) + " 的核定数重复");
        }
        if (period.isPresent() && value.isPresent() && date.isPresent()) {
            figures.add(new OfficialFigure(
                    line.field(0), period.get(), value.get(), line.field(3), line.field(4), date.get()));
        }
    }

    /** The unit of measurement of a target or an indicator; null when there is none of that name. */
    private @Nullable String measure(String name) {
        Optional<Target> target = plan.target(name);
        if (target.isPresent()) {
            return target.get().measure().unit();
        }
        return IndicatorCode.parse(name)
                .flatMap(this::indicator)
                .map(Indicator::unit)
                .orElse(null);
    }

    private Optional<Indicator> indicator(IndicatorCode code) {
        FormRules rules = forms.get(code.form());
        if (rules == null) {
            return Optional.empty();
        }
        return rules.form()
                .indicator(code)
                .or(() -> rules.derived().stream()
                        .map(derived -> derived.indicator())
                        .filter(indicator -> indicator.code().equals(code))
                        .findFirst());
    }
}
