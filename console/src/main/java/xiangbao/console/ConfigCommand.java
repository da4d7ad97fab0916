package xiangbao.console;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import xiangbao.jobs.answers.ConfigurationJson;
import xiangbao.jobs.schedule.Schedules;
import xiangbao.jobs.workspace.ConfigurationMistakesException;
import xiangbao.readers.cases.CasesReader;
import xiangbao.readers.config.DefinitionsReader;
import xiangbao.readers.config.ReadDefinitions;
import xiangbao.readers.config.documents.ConfigurationMistake;
import xiangbao.readers.config.units.ContactsReader;
import xiangbao.reports.CountyReports;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.progress.TargetCounts;

/** {@code xiangbao config check}: validates {@code config/} and {@code templates/} without starting anything. */
@Command(
        name = "config",
        description = "检查配置，试算审核关系。",
        subcommands = {ConfigCommand.Check.class, CasesCommand.class, BacktestCommand.class, HealthCommand.class})
final class ConfigCommand implements Runnable {
    @picocli.CommandLine.Spec
    @SuppressWarnings("NullAway.Init")
    private picocli.CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new picocli.CommandLine.MissingParameterException(
                spec.commandLine(), List.of(), "缺少子命令：应为 config check、config test、config backtest 或 config health。");
    }

    /** The definitions, or every mistake in them. */
    static Definitions definitions(Place place) {
        return definitions(place.config());
    }

    /** The same of a folder. */
    static Definitions definitions(Path folder) {
        ReadDefinitions read = DefinitionsReader.read(folder);
        Definitions definitions = read.definitions();
        if (definitions == null) {
            throw new ConfigurationMistakesException(
                    read.mistakes().stream().map(ConfigurationMistake::toString).toList());
        }
        return definitions;
    }

    @Command(name = "check", description = "检查 config 下的全部配置和 templates 下的模板，一次列出所有错误。")
    static final class Check implements Callable<Integer> {
        @Mixin
        @SuppressWarnings("NullAway.Init")
        private Place place;

        @Override
        public Integer call() {
            ReadDefinitions read = DefinitionsReader.check(place.config());
            Definitions definitions = read.definitions();
            List<String> templates = new CountyReports(place.templates()).mistakes(definitions);
            List<ConfigurationMistake> found = new ArrayList<>(read.mistakes());
            found.addAll(Schedules.mistakes(place.config()));
            if (definitions != null) {
                found.addAll(
                        ContactsReader.read(place.config(), definitions.units()).mistakes());
                found.addAll(CasesReader.read(place.config(), definitions).mistakes());
            }
            Collections.sort(found);
            int mistakes = found.size() + templates.size();
            if (place.json()) {
                place.terminal().json(ConfigurationJson.of(definitions, found, templates));
            } else if (read.definitions() == null || mistakes > 0) {
                found.forEach(mistake -> place.terminal().say(mistake.toString()));
                templates.forEach(place.terminal()::say);
                place.terminal().say("配置和模板有 " + mistakes + " 处错误。");
            } else {
                summary(read.definitions()).lines().forEach(place.terminal()::say);
            }
            return mistakes > 0 ? Xiangbao.WRONG_USAGE : 0;
        }

        private static String summary(Definitions definitions) {
            int relations = definitions.forms().values().stream()
                    .mapToInt(form -> form.relations().size())
                    .sum();
            return "配置无误：填报单位 " + definitions.units().all().size() + " 个，报表 "
                    + definitions.forms().size() + " 张，审核关系 " + relations + " 条，任务目标 "
                    + TargetCounts.of(definitions.plan()).size() + "。" + System.lineSeparator() + definitions.digest();
        }
    }
}
