package xiangbao.statistics.formula;

import java.time.LocalDate;

/** What a formula or a part of it can come to. */
public sealed interface Value {
    record Numeric(Fraction number) implements Value {}

    record Text(String text) implements Value {}

    record Day(LocalDate day) implements Value {}

    record Truth(boolean holds) implements Value {}
}
