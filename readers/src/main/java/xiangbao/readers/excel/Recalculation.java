package xiangbao.readers.excel;

import java.math.BigDecimal;
import java.util.Optional;

/** Computes the simple formulas of a workbook anew, to find cached values that are stale or absent; says nothing about the others. */
public final class Recalculation {
    private final RawWorkbook workbook;

    public Recalculation(RawWorkbook workbook) {
        this.workbook = workbook;
    }

    /** What the formula of a cell gives, to 15 significant digits; empty when it is not simple enough or not a number. */
    public Optional<BigDecimal> value(RawSheet sheet, RawCell cell) {
        throw new UnsupportedOperationException("not built yet: " + workbook + sheet + cell);
    }

    /** What the formula gives, if that contradicts the cached number; empty when it agrees, has no cache or is undecided. */
    public Optional<BigDecimal> contradiction(RawSheet sheet, RawCell cell) {
        throw new UnsupportedOperationException("not built yet: " + workbook + sheet + cell);
    }
}
