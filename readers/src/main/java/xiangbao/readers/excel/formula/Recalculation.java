package xiangbao.readers.excel.formula;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.excel.workbook.Area;
import xiangbao.readers.excel.workbook.CellStore;
import xiangbao.readers.excel.workbook.RawCell;
import xiangbao.readers.excel.workbook.RawSheet;
import xiangbao.readers.excel.workbook.RawWorkbook;

/**
 * Computes the simple formulas of a workbook anew, to find cached values that are stale or absent; says nothing about the others. A formula
 * that depends on other formulas is computed from what those give, as Excel would on recalculation. Not thread-safe: each reading has its own.
 */
public final class Recalculation {
    private static final MathContext SHOWN_BY_EXCEL = new MathContext(15, RoundingMode.HALF_UP);
    /** Excel computes in doubles; a difference of this part of the figure is its noise and no one's mistake. */
    private static final BigDecimal NOISE = new BigDecimal("1E-9");

    private static final int DEEPEST_CHAIN = 100;
    private static final int MOST_CELLS = 3_000_000;

    private final RawWorkbook workbook;
    private final Map<Place, Optional<Value>> known = new HashMap<>();
    private int depth;
    private int looked;

    private record Place(RawSheet sheet, int row, int column) {}

    public Recalculation(RawWorkbook workbook) {
        this.workbook = workbook;
    }

    /** What the formula of a cell gives, to 15 significant digits; empty when it is not simple enough or not a number. */
    public Optional<BigDecimal> value(RawSheet sheet, RawCell cell) {
        if (cell.formula() == null) {
            return Optional.empty();
        }
        return computed(sheet, cell)
                .filter(Value.Number.class::isInstance)
                .map(value -> rounded(((Value.Number) value).decimal()));
    }

    /** What the formula gives, if that contradicts the cached number; empty when it agrees, has no cache or is undecided. */
    public Optional<BigDecimal> contradiction(RawSheet sheet, RawCell cell) {
        return cell.isNumber()
                ? value(sheet, cell).filter(computed -> !isSame(computed, cell.decimal()))
                : Optional.empty();
    }

    private static BigDecimal rounded(BigDecimal value) {
        BigDecimal stripped = value.round(SHOWN_BY_EXCEL).stripTrailingZeros();
        return stripped.scale() < 0 && stripped.scale() > -40 ? stripped.setScale(0) : stripped;
    }

    private static boolean isSame(BigDecimal left, BigDecimal right) {
        BigDecimal scale = left.abs().max(right.abs()).max(BigDecimal.ONE);
        return left.subtract(right, MathContext.DECIMAL128).abs().compareTo(NOISE.multiply(scale)) <= 0;
    }

    private Optional<Value> computed(RawSheet sheet, RawCell cell) {
        Place place = new Place(sheet, cell.row(), cell.column());
        Optional<Value> before = known.get(place);
        if (before != null) {
            return before;
        }
        known.put(place, Optional.empty()); // what a circle of formulas comes back to is undecided
        Optional<Value> result = Optional.empty();
        depth++;
        try {
            String formula = cell.formula();
            if (formula != null && depth <= DEEPEST_CHAIN) {
                result = Optional.of(new CellFormula(formula, (name, area) -> cells(sheet, name, area)).value());
            }
        } catch (Undecidable notSimple) {
            result = Optional.empty();
        } finally {
            depth--;
        }
        if (depth < DEEPEST_CHAIN - 1) {
            known.put(place, result);
        } else {
            known.remove(place); // undecided only because the chain that led here was long
        }
        return result;
    }

    private Cells cells(RawSheet home, @Nullable String name, Area area) throws Undecidable {
        RawSheet sheet = name == null ? home : workbook.sheet(name).orElseThrow(Undecidable::new);
        CellStore store = sheet.store();
        List<Value> values = new ArrayList<>();
        if (area.isSingleCell()) {
            look();
            int index = store.indexOf(area.firstRow(), area.firstColumn());
            values.add(index < 0 ? new Value.Blank() : value(sheet, store, index));
            return new Cells(values, true);
        }
        for (int row = store.firstRowFrom(area.firstRow());
                row < store.rowCount() && store.rowNumber(row) <= area.lastRow();
                row++) {
            look();
            for (int index = store.rowStart(row); index < store.rowStart(row + 1); index++) {
                look();
                int column = store.column(index);
                if (column >= area.firstColumn() && column <= area.lastColumn()) {
                    values.add(value(sheet, store, index));
                }
            }
        }
        return new Cells(values, false);
    }

    /** Many formulas over large areas would take long; from some point on nothing more is decided. */
    private void look() throws Undecidable {
        if (++looked > MOST_CELLS) {
            throw new Undecidable();
        }
    }

    private Value value(RawSheet sheet, CellStore store, int index) throws Undecidable {
        RawCell cell = store.get(index);
        if (cell.formula() != null) {
            Optional<Value> computed = computed(sheet, cell);
            if (computed.isPresent()) {
                return computed.get();
            }
            if (cell.cachedValueAbsent()) {
                throw new Undecidable();
            }
        }
        return switch (cell.kind()) {
            case NUMBER -> new Value.Number(cell.decimal());
            case TEXT -> new Value.Text(cell.text());
            case BOOLEAN -> new Value.Bool(cell.text().equals("TRUE"));
            case ERROR -> throw new Undecidable();
        };
    }
}
