package xiangbao.reports.template;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may stand behind a name in a token, such as the S01 of {@code 目标 S01}.
 *
 * @param title what it has to be, as people call it
 * @param required whether it may not be left out
 * @param known all that it can be; null when that is not known here
 */
public record Told(String title, boolean required, @Nullable Set<String> known) {}
