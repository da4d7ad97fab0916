package xiangbao.readers.config.units;

import java.util.List;
import java.util.Optional;
import xiangbao.readers.config.documents.CsvLine;
import xiangbao.readers.config.documents.CsvText;

/**
 * The columns of the register. Those behind valid_until are master data 底册, but for {@link #PREDECESSORS}, which need not be there.
 *
 * @param names of all of them
 */
record UnitColumns(List<String> names) {
    static final List<String> FIXED =
            List.of("code", "civil_code", "name", "kind", "parent", "aliases", "valid_from", "valid_until");
    static final String PREDECESSORS = "predecessors";

    /** Reads the first line; nothing when its columns are not those of a register. */
    static Optional<UnitColumns> read(CsvLine line) {
        List<String> header = line.fields();
        Optional<String> separator = CsvText.otherSeparator(header, FIXED.size());
        if (separator.isPresent()) {
            line.wrong(separator.get());
            return Optional.empty();
        }
        for (int index = 0; index < FIXED.size(); index++) {
            String found = index < header.size() ? header.get(index) : "";
            if (!found.equals(FIXED.get(index))) {
                line.wrong("第" + (index + 1) + "列的列名应为“" + FIXED.get(index) + "”，而这里是“" + found + "”");
                return Optional.empty();
            }
        }
        for (int index = FIXED.size(); index < header.size(); index++) {
            if (header.get(index).isEmpty()) {
                line.wrong("第" + (index + 1) + "列没有列名");
            } else if (header.indexOf(header.get(index)) < index) {
                line.wrong("列名“" + header.get(index) + "”重复");
            }
        }
        return Optional.of(new UnitColumns(header));
    }
}
