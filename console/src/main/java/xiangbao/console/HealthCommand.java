package xiangbao.console;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import xiangbao.jobs.Office;
import xiangbao.jobs.answers.rules.HealthJson;
import xiangbao.jobs.rules.HealthAnswer;
import xiangbao.jobs.rules.RuleHealth;

/** {@code xiangbao config health}: what each relation has found, and what became of it. */
@Command(name = "health", description = "各条审核关系用得怎样：发现了多少、改正了多少、哪些从来没有判定过。", sortOptions = false)
final class HealthCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Place place;

    @Option(names = "--periods", required = true, paramLabel = "报告期", description = "一个或一段，如 2026-Q3、2025-Q4..2026-Q3")
    @SuppressWarnings("NullAway.Init")
    private String periods;

    @Option(names = "--form", paramLabel = "表号", description = "只看这张表，如 平31-1；不写则全部报表")
    private @Nullable String form;

    @Override
    public Integer call() {
        try (Office office = place.standingOffice()) {
            HealthAnswer answer = office.entry(RuleHealth.class)
                    .health(
                            PeriodRange.parse(periods),
                            Optional.ofNullable(form).map(FormsCommand::formCode));
            if (place.json()) {
                place.terminal().json(HealthJson.of(answer));
            } else {
                new RelationScreen(place.terminal()).health(answer);
            }
            return answer.exit();
        }
    }
}
