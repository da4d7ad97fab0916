package xiangbao.readers.config.units;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import xiangbao.readers.config.documents.ConfigurationFile;
import xiangbao.readers.config.documents.CsvLine;
import xiangbao.readers.config.documents.CsvText;
import xiangbao.readers.config.documents.Mistakes;
import xiangbao.statistics.text.Spelling;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;
import xiangbao.statistics.units.Units;

/**
 * {@code contacts.csv}: who is written to for a unit. There may be none. It is no part of the definitions: an address that changes changes no figure and makes
 * no run.
 */
public final class ContactsReader {
    public static final String FILE = "contacts.csv";
    static final List<String> COLUMNS = List.of("code", "name", "mail");

    private final Units units;
    private final Mistakes mistakes = new Mistakes();
    private final Map<UnitCode, List<String>> addresses = new LinkedHashMap<>();
    private final Map<UnitCode, Integer> lines = new LinkedHashMap<>();
    private boolean begun;

    private ContactsReader(Units units) {
        this.units = units;
    }

    /** Reads the file, if there is one. */
    public static ReadContacts read(Path configFolder, Units units) {
        ContactsReader reader = new ContactsReader(units);
        if (Files.exists(configFolder.resolve(FILE))) {
            ConfigurationFile.read(configFolder, FILE, reader.mistakes)
                    .flatMap(file -> file.text(reader.mistakes))
                    .ifPresent(reader::read);
        }
        return new ReadContacts(reader.addresses, reader.mistakes.inOrder());
    }

    private void read(String text) {
        boolean whole = CsvText.read(FILE, text, mistakes, this::take);
        if (whole && !begun) {
            mistakes.add(FILE, 0, "文件是空的，第一行应为“" + String.join(",", COLUMNS) + "”");
        }
    }

    private boolean take(CsvLine line) {
        if (!begun) {
            begun = true;
            return isHeader(line);
        }
        if (!line.isBlank()) {
            contact(line);
        }
        return true;
    }

    private static boolean isHeader(CsvLine line) {
        Optional<String> separator = CsvText.otherSeparator(line.fields(), COLUMNS.size());
        separator.ifPresent(line::wrong);
        boolean right = separator.isEmpty() && line.fields().equals(COLUMNS);
        if (separator.isEmpty() && !right) {
            line.wrong("第一行应为“" + String.join(",", COLUMNS) + "”");
        }
        return right;
    }

    private void contact(CsvLine line) {
        if (line.fields().size() != COLUMNS.size()) {
            line.wrong("应有" + COLUMNS.size() + "列，而这一行有" + line.fields().size() + "列；几个邮箱之间用“|”分开");
            return;
        }
        unit(line).ifPresent(unit -> {
            Integer earlier = lines.putIfAbsent(unit.code(), line.number());
            if (earlier != null) {
                line.wrong("“" + unit.name() + "”重复，第" + earlier + "行已有；几个邮箱写在一行，用“|”分开");
                return;
            }
            List<String> own = MailAddresses.in(line, 2);
            if (!own.isEmpty()) {
                addresses.put(unit.code(), own);
            }
        });
    }

    private Optional<ReportingUnit> unit(CsvLine line) {
        String code = line.field(0);
        String name = line.field(1);
        Optional<ReportingUnit> found = units.all().stream()
                .filter(unit -> unit.code().text().equals(code))
                .findFirst();
        if (found.isEmpty()) {
            Set<String> codes = new LinkedHashSet<>();
            String byName = "";
            for (ReportingUnit unit : units.all()) {
                codes.add(unit.code().text());
                if (!name.isEmpty() && unit.isCalled(name)) {
                    byName = unit.code().text();
                }
            }
            line.wrong(
                    code.isEmpty() ? "缺少单位代码" : "units.csv 里没有代码为“" + code + "”的单位",
                    byName.isEmpty() ? Spelling.nearest(code, codes) : byName);
            return Optional.empty();
        }
        ReportingUnit unit = found.get();
        if (!name.isEmpty() && !unit.isCalled(name)) {
            line.wrong("代码“" + code + "”是“" + unit.name() + "”，而这里的名称是“" + name + "”", unit.name());
            return Optional.empty();
        }
        return found;
    }
}
