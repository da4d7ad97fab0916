package xiangbao.readers.excel.formula;

import org.jspecify.annotations.Nullable;
import xiangbao.readers.excel.workbook.Area;

/** Gives the values of cells of the sheet of this name, or of the formula's own sheet when the name is null. */
interface References {
    Cells cells(@Nullable String sheet, Area area) throws Undecidable;
}
