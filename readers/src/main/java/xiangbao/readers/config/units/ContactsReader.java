package xiangbao.readers.config.units;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import xiangbao.readers.config.documents.ConfigurationFile;
import xiangbao.readers.config.documents.CsvTable;
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
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9._%+=#&'*/?^`{}~!$-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,200}[A-Za-z0-9])?");

    private final Units units;
    private final Mistakes mistakes = new Mistakes();
    private final Map<UnitCode, List<String>> addresses = new LinkedHashMap<>();
    private final Map<UnitCode, Integer> lines = new LinkedHashMap<>();

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

    public static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches() && !text.contains("..");
    }

    private void read(String text) {
        int line = 1;
        try (CSVParser parser = CSVFormat.DEFAULT
                .builder()
                .setIgnoreEmptyLines(false)
                .setTrim(true)
                .get()
                .parse(new StringReader(text))) {
            Iterator<CSVRecord> records = parser.iterator();
            boolean first = true;
            while (records.hasNext()) {
                CSVRecord fields = records.next();
                if (first) {
                    first = false;
                    Optional<String> separator = CsvTable.otherSeparator(fields.toList(), COLUMNS.size());
                    if (separator.isPresent()) {
                        mistakes.add(FILE, 1, separator.get());
                        return;
                    }
                    if (!fields.toList().equals(COLUMNS)) {
                        mistakes.add(FILE, 1, "第一行应为“" + String.join(",", COLUMNS) + "”");
                        return;
                    }
                } else if (fields.stream().anyMatch(field -> !field.isEmpty())) {
                    contact(fields, line);
                }
                line = (int) parser.getCurrentLineNumber() + 1;
            }
            if (first) {
                mistakes.add(FILE, 0, "文件是空的，第一行应为“" + String.join(",", COLUMNS) + "”");
            }
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            mistakes.add(FILE, line, "不合CSV格式，请检查双引号是否配对");
        }
    }

    private void contact(CSVRecord fields, int line) {
        if (fields.size() != COLUMNS.size()) {
            mistakes.add(FILE, line, "应有" + COLUMNS.size() + "列，而这一行有" + fields.size() + "列；几个邮箱之间用“|”分开");
            return;
        }
        unit(fields.get(0), fields.get(1), line).ifPresent(unit -> {
            Integer earlier = lines.putIfAbsent(unit.code(), line);
            if (earlier != null) {
                mistakes.add(FILE, line, "“" + unit.name() + "”重复，第" + earlier + "行已有；几个邮箱写在一行，用“|”分开");
                return;
            }
            List<String> own = addresses(fields.get(2), line);
            if (!own.isEmpty()) {
                addresses.put(unit.code(), own);
            }
        });
    }

    private Optional<ReportingUnit> unit(String code, String name, int line) {
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
            mistakes.add(
                    FILE,
                    line,
                    code.isEmpty() ? "缺少单位代码" : "units.csv 里没有代码为“" + code + "”的单位",
                    byName.isEmpty() ? Spelling.nearest(code, codes) : byName);
            return Optional.empty();
        }
        ReportingUnit unit = found.get();
        if (!name.isEmpty() && !unit.isCalled(name)) {
            mistakes.add(FILE, line, "代码“" + code + "”是“" + unit.name() + "”，而这里的名称是“" + name + "”", unit.name());
            return Optional.empty();
        }
        return found;
    }

    private List<String> addresses(String text, int line) {
        List<String> own = new ArrayList<>();
        for (String part : text.split("\\|", -1)) {
            String address = part.strip();
            if (address.isEmpty()) {
                continue;
            }
            if (!isAddress(address)) {
                mistakes.add(FILE, line, "“" + address + "”不是邮箱，应如 tongji@example.cn；几个邮箱之间用“|”分开");
            } else if (!own.contains(address)) {
                own.add(address);
            }
        }
        return own;
    }
}
