package xiangbao.readers.config.units;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.config.documents.ConfigurationFile;
import xiangbao.readers.config.documents.CsvLine;
import xiangbao.readers.config.documents.CsvText;
import xiangbao.readers.config.documents.Mistakes;
import xiangbao.readers.config.documents.Unread;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;
import xiangbao.statistics.units.UnitKind;

/** {@code units.csv}: the register of reporting units, one a line. */
public final class UnitsFile {
    public static final String NAME = "units.csv";

    private final Unread unread;
    private final Mistakes mistakes;
    private final List<RegisteredUnit> units = new ArrayList<>();
    private @Nullable UnitColumns columns;
    private boolean empty = true;

    private UnitsFile(Unread unread, Mistakes mistakes) {
        this.unread = unread;
        this.mistakes = mistakes;
    }

    public static List<ReportingUnit> read(ConfigurationFile file, Unread unread, Mistakes mistakes) {
        UnitsFile register = new UnitsFile(unread, mistakes);
        file.text(mistakes).ifPresentOrElse(register::read, unread::register);
        new UnitUniqueness(register.units).check();
        new UnitDescent(register.units, unread).check();
        Map<UnitCode, ReportingUnit> distinct = new LinkedHashMap<>();
        register.units.forEach(one -> distinct.putIfAbsent(one.code(), one.unit()));
        return List.copyOf(distinct.values());
    }

    private void read(String text) {
        boolean whole = CsvText.read(NAME, text, mistakes, this::take);
        if (empty && whole) {
            mistakes.add(NAME, 0, "文件是空的");
        }
        if (columns == null || !whole) {
            unread.register();
        } else if (!unread.hasWords()
                && units.stream().noneMatch(one -> one.unit().kind() == UnitKind.COUNTY)) {
            mistakes.add(NAME, 0, "没有 kind 为“县”的单位");
        }
    }

    private boolean take(CsvLine line) {
        empty = false;
        UnitColumns known = columns;
        if (known == null) {
            columns = UnitColumns.read(line).orElse(null);
            return columns != null;
        }
        if (!line.isBlank()) {
            new UnitLine(line, known, unread).read().ifPresent(units::add);
        }
        return true;
    }
}
