package xiangbao.readers.config.plan;

import java.util.List;
import xiangbao.readers.config.documents.Section;
import xiangbao.readers.config.units.UnitSelectors;
import xiangbao.statistics.plan.Passage;

/** Where the plan asks for a target, and of whom: {@code section}, {@code field}, {@code responsible}. */
final class PassageKeys {
    private PassageKeys() {}

    static Passage read(Section given, UnitSelectors units) {
        return new Passage(
                given.requiredText("section"),
                given.requiredText("field"),
                given.required("responsible").map(units::responsible).orElse(List.of()));
    }
}
