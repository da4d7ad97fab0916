package xiangbao.console;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import xiangbao.jobs.answers.CheckJson;
import xiangbao.jobs.outcomes.FileAnswer;
import xiangbao.statistics.definitions.Definitions;

/** {@code xiangbao check}: the clerk's own check before sending, with the same audit; no database, no Spring. */
@Command(name = "check", description = "报送前自查：用同样的审核关系检查工作簿，不入库。", sortOptions = false)
final class CheckCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Place place;

    @Parameters(arity = "1..*", paramLabel = "文件", description = "要检查的工作簿")
    private List<Path> files = List.of();

    @Override
    public Integer call() {
        Definitions definitions = ConfigCommand.definitions(place);
        List<FileAnswer> answers = new SelfCheck(definitions, place.clock()).check(files);
        if (place.json()) {
            place.terminal().json(CheckJson.of(definitions.digest(), answers, exit(answers)));
        } else {
            new Screen(place.terminal()).files(answers);
        }
        return exit(answers);
    }

    /** A file that is not there is wrong usage, whatever the others are like. */
    private int exit(List<FileAnswer> answers) {
        if (files.stream().anyMatch(file -> !Files.exists(file, LinkOption.NOFOLLOW_LINKS))) {
            return Xiangbao.WRONG_USAGE;
        }
        boolean good = answers.stream().allMatch(file -> file.standing().isGood());
        return good ? 0 : Xiangbao.ATTENTION;
    }
}
