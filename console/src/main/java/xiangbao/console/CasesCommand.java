package xiangbao.console;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import xiangbao.jobs.answers.rules.CasesJson;
import xiangbao.jobs.workspace.ConfigurationMistakesException;
import xiangbao.readers.cases.CasesReader;
import xiangbao.readers.cases.ReadCases;
import xiangbao.readers.config.documents.ConfigurationMistake;
import xiangbao.statistics.cases.AuditCase;
import xiangbao.statistics.cases.CaseCoverage;
import xiangbao.statistics.cases.CaseJudge;
import xiangbao.statistics.cases.CaseResult;
import xiangbao.statistics.definitions.Definitions;

/** {@code xiangbao config test}: tries the cases in {@code config/cases}. */
@Command(name = "test", description = "试算 config/cases 下的审核样例：每条关系该通过的通过、该发现的发现。", sortOptions = false)
final class CasesCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Place place;

    @Parameters(arity = "0..*", paramLabel = "表号或代码", description = "只试这些表、这些关系的样例，如 平31-1 31-T1；不写则全部")
    private List<String> only = List.of();

    @Override
    public Integer call() {
        Definitions definitions = ConfigCommand.definitions(place);
        ReadCases read = CasesReader.read(place.config(), definitions);
        if (!read.mistakes().isEmpty()) {
            throw new ConfigurationMistakesException(
                    read.mistakes().stream().map(ConfigurationMistake::toString).toList());
        }
        List<AuditCase> chosen = read.cases().stream().filter(this::isChosen).toList();
        if (chosen.isEmpty() && !only.isEmpty()) {
            throw new UsageException("没有 " + String.join("、", only) + " 的样例。");
        }
        CaseJudge judge = new CaseJudge(definitions);
        List<CaseResult> results = new ArrayList<>();
        chosen.forEach(one -> results.add(judge.judge(one)));
        CaseCoverage coverage = CaseCoverage.of(only.isEmpty() ? definitions.enabledForms() : List.of(), read.cases());
        int exit = results.stream().allMatch(CaseResult::isAsExpected) ? 0 : 1;
        if (place.json()) {
            place.terminal().json(CasesJson.of(results, coverage, exit));
        } else {
            CaseScreen.lines(results, coverage).forEach(place.terminal()::say);
        }
        return exit;
    }

    private boolean isChosen(AuditCase one) {
        return only.isEmpty()
                || only.contains(one.code())
                || only.contains(one.scene().key().form().text());
    }
}
