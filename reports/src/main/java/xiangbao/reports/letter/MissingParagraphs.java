package xiangbao.reports.letter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xiangbao.reports.county.CountyResult;
import xiangbao.reports.county.Reporting;
import xiangbao.reports.template.Written;
import xiangbao.statistics.aggregate.MissingShare;
import xiangbao.statistics.figures.FigureText;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.units.ReportingUnit;

/** What a letter says of forms that have not come: who owes them, and how much that may weigh. */
final class MissingParagraphs {
    private final CountyResult result;

    MissingParagraphs(CountyResult result) {
        this.result = result;
    }

    List<String> missing() {
        Map<FormCode, List<Reporting>> byForm = new LinkedHashMap<>();
        for (Reporting one : result.reportings()) {
            byForm.computeIfAbsent(one.form().code(), code -> new ArrayList<>()).add(one);
        }
        List<String> paragraphs = new ArrayList<>();
        byForm.forEach((code, owed) -> {
            List<ReportingUnit> missing = owed.stream()
                    .filter(Reporting::isMissing)
                    .map(Reporting::unit)
                    .toList();
            if (!missing.isEmpty()) {
                paragraphs.add(told(code, owed, missing));
            }
        });
        return paragraphs.isEmpty() ? List.of("各表均已报齐，没有未报的单位。") : paragraphs;
    }

    private String told(FormCode code, List<Reporting> owed, List<ReportingUnit> missing) {
        Form form = owed.get(0).form();
        StringBuilder text = new StringBuilder(code.text())
                .append(form.title())
                .append("（")
                .append(owed.get(0).period().title())
                .append("，")
                .append(Written.day(owed.get(0).due()))
                .append("到期）：应报")
                .append(owed.size())
                .append("个，");
        text.append(
                missing.size() == owed.size() ? "全部未报" : "未报" + missing.size() + "个（" + Written.names(missing) + "）");
        share(code)
                .ifPresent(share -> text.append("，未计入的单位占上年同期")
                        .append(share.indicator().title())
                        .append("的")
                        .append(FigureText.grouped(share.percent(1)))
                        .append("%"));
        return text.append("。").toString();
    }

    private Optional<MissingShare> share(FormCode code) {
        return result.summaries().stream()
                .filter(summary -> summary.form().code().equals(code))
                .flatMap(summary -> Optional.ofNullable(summary.coverage().missingShare()).stream())
                .findFirst();
    }
}
