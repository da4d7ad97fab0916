package xiangbao.reports.reporting;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import xiangbao.reports.county.CountyResult;
import xiangbao.reports.sources.FileSources;
import xiangbao.reports.template.Template;
import xiangbao.reports.template.Written;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.scoring.Scoring;

/** One 报送情况表: units by forms, the same as a list, the ranking, and what each point was taken off for. */
final class ReportingWorkbook {
    static final String TEMPLATE = "报送情况表.xlsx";

    private final Template template;
    private final CountyResult result;
    private final OwedForms owed;

    ReportingWorkbook(Template template, CountyResult result) {
        this.template = template;
        this.result = result;
        this.owed = new OwedForms(result);
    }

    byte[] fill() throws IOException {
        Map<String, String> sources = FileSources.fill(template, result, TEMPLATE, "报送情况");
        Map<String, String> tokens = tokens();
        new ReportingMatrix(template.sheet(ReportingMatrix.SHEET), result.reportings(), owed).fill(tokens);
        new ReportingList(template.sheet(ReportingList.SHEET), owed)
                .fill(result.reportings().size(), sources, tokens);
        ScoreSheets scores =
                new ScoreSheets(result.rankings(), result.definitions().scoring());
        scores.ranking(template.sheet(ScoreSheets.RANKING), tokens);
        scores.evidence(template.sheet(ScoreSheets.EVIDENCE), owed, tokens);
        return template.finish();
    }

    private Map<String, String> tokens() {
        Scoring rules = result.definitions().scoring();
        Map<String, String> tokens = new HashMap<>();
        tokens.put("收件截至", result.lastReceipt().map(Written::time).orElse("未收到报表"));
        tokens.put("满分", Written.points(rules.full()).toPlainString());
        tokens.put("扣分办法", rules.rules());
        tokens.put("最低分", Written.points(rules.least()).toPlainString());
        String unscored = owed.forms().stream()
                .map(Form::code)
                .filter(rules.unscored()::contains)
                .map(FormCode::text)
                .collect(Collectors.joining("、"));
        tokens.put("不计分", unscored.isEmpty() ? "无" : unscored);
        return result.titles(tokens);
    }
}
