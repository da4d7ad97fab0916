package xiangbao.statistics.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import xiangbao.statistics.tuning.Screen;
import xiangbao.statistics.tuning.ScreenRules;

class LineResultsTests {
    /** A copy without order has another in every process, and a review that was judged again would look as if it had changed. */
    @Test
    void tellsOfScreensInTheirOrderWhicheverLookedFirst() {
        List<Screen> backwards = Arrays.asList(Screen.values());
        Collections.reverse(backwards);
        LineResults results = new LineResults(ScreenRules.DEFAULT);
        backwards.forEach(screen -> results.looked(screen, false));
        assertThat(results.verdicts().keySet()).containsExactly(Screen.values());
    }
}
