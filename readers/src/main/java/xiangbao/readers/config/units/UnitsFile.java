package xiangbao.readers.config.units;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.jspecify.annotations.Nullable;
import xiangbao.readers.config.documents.ConfigurationFile;
import xiangbao.readers.config.documents.CsvTable;
import xiangbao.readers.config.documents.Mistakes;
import xiangbao.readers.config.documents.Unread;
import xiangbao.readers.config.documents.YamlValue;
import xiangbao.statistics.periods.Validity;
import xiangbao.statistics.text.Spelling;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;
import xiangbao.statistics.units.UnitKind;

/**
 * {@code units.csv}: the register of reporting units, one a line; the columns behind valid_until are master data 底册, but for {@link #PREDECESSORS},
 * which need not be there.
 */
public final class UnitsFile {
    public static final String NAME = "units.csv";
    static final List<String> COLUMNS =
            List.of("code", "civil_code", "name", "kind", "parent", "aliases", "valid_from", "valid_until");
    static final String PREDECESSORS = "predecessors";
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,18})?");
    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z][0-9A-Za-z-]{0,19}");

    private final Unread unread;
    private final Mistakes mistakes;
    private final List<Entered> entered = new ArrayList<>();

    /** A unit and the line on which it stands. */
    private record Entered(ReportingUnit unit, int line) {}

    private UnitsFile(Unread unread, Mistakes mistakes) {
        this.unread = unread;
        this.mistakes = mistakes;
    }

    public static List<ReportingUnit> read(ConfigurationFile file, Unread unread, Mistakes mistakes) {
        UnitsFile units = new UnitsFile(unread, mistakes);
        file.text(mistakes).ifPresentOrElse(units::read, unread::register);
        units.checkCodes();
        units.checkNames();
        units.checkParents();
        units.checkPredecessors();
        Map<UnitCode, ReportingUnit> distinct = new LinkedHashMap<>();
        units.entered.forEach(entry -> distinct.putIfAbsent(entry.unit().code(), entry.unit()));
        return List.copyOf(distinct.values());
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
            List<String> header = null;
            while (records.hasNext()) {
                CSVRecord fields = records.next();
                if (header == null) {
                    header = header(fields);
                    if (header.isEmpty()) {
                        unread.register();
                        return;
                    }
                } else if (!isBlank(fields)) {
                    unit(fields, header, line);
                }
                line = (int) parser.getCurrentLineNumber() + 1;
            }
            if (header == null) {
                mistakes.add(NAME, 0, "文件是空的");
                unread.register();
            } else if (!unread.hasWords()
                    && entered.stream().noneMatch(entry -> entry.unit().kind() == UnitKind.COUNTY)) {
                mistakes.add(NAME, 0, "没有 kind 为“县”的单位");
            }
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            mistakes.add(NAME, line, "不合CSV格式，请检查双引号是否配对");
            unread.register();
        }
    }

    private static boolean isBlank(CSVRecord fields) {
        return fields.stream().allMatch(String::isEmpty);
    }

    private List<String> header(CSVRecord fields) {
        List<String> header = fields.toList();
        Optional<String> separator = CsvTable.otherSeparator(header, COLUMNS.size());
        if (separator.isPresent()) {
            mistakes.add(NAME, 1, separator.get());
            return List.of();
        }
        for (int index = 0; index < COLUMNS.size(); index++) {
            String found = index < header.size() ? header.get(index) : "";
            if (!found.equals(COLUMNS.get(index))) {
                mistakes.add(NAME, 1, "第" + (index + 1) + "列的列名应为“" + COLUMNS.get(index) + "”，而这里是“" + found + "”");
                return List.of();
            }
        }
        for (int index = COLUMNS.size(); index < header.size(); index++) {
            if (header.get(index).isEmpty()) {
                mistakes.add(NAME, 1, "第" + (index + 1) + "列没有列名");
            } else if (header.indexOf(header.get(index)) < index) {
                mistakes.add(NAME, 1, "列名“" + header.get(index) + "”重复");
            }
        }
        return header;
    }

    private void unit(CSVRecord fields, List<String> header, int line) {
        if (fields.size() != header.size()) {
            mistakes.add(NAME, line, "应有" + header.size() + "列，而这一行有" + fields.size() + "列");
            unread.words(fields);
            return;
        }
        String code = fields.get(0);
        String name = fields.get(2);
        if (!CODE.matcher(code).matches()) {
            mistakes.add(NAME, line, code.isEmpty() ? "缺少单位代码" : "单位代码“" + code + "”只能用数字、字母和短横线");
            unread.words(fields);
            return;
        }
        if (name.isEmpty()) {
            mistakes.add(NAME, line, "缺少单位名称");
            unread.unitName();
        }
        FolderNames.mistake(name).ifPresent(why -> {
            mistakes.add(NAME, line, "单位名称“" + name + "”不能作文件夹名：" + why);
            unread.unitName();
        });
        Optional<UnitKind> kind = UnitKind.titled(fields.get(3));
        if (kind.isEmpty()) {
            Set<String> titles =
                    YamlValue.titled(UnitKind.values(), UnitKind::title).keySet();
            mistakes.add(
                    NAME,
                    line,
                    "kind 应为" + String.join("、", titles) + "之一，而这里是“" + fields.get(3) + "”",
                    Spelling.nearest(fields.get(3), titles));
            unread.words(fields);
        }
        LocalDate from = day(fields, 6, line);
        LocalDate until = day(fields, 7, line);
        if (from != null && until != null && until.isBefore(from)) {
            mistakes.add(NAME, line, "valid_until 早于 valid_from");
        }
        Map<String, BigDecimal> attributes = new LinkedHashMap<>();
        for (int index = COLUMNS.size(); index < header.size(); index++) {
            String figure = fields.get(index);
            if (header.get(index).equals(PREDECESSORS)) {
                continue;
            }
            if (NUMBER.matcher(figure).matches()) {
                attributes.put(header.get(index), new BigDecimal(figure));
            } else if (!figure.isEmpty()) {
                mistakes.add(NAME, line, header.get(index) + "应为数字，而这里是“" + figure + "”");
            }
        }
        entered.add(new Entered(
                new ReportingUnit(
                        new UnitCode(code),
                        fields.get(1).isEmpty() ? null : fields.get(1),
                        name,
                        kind.orElse(UnitKind.OTHER),
                        fields.get(4).isEmpty()
                                ? null
                                : new UnitCode(fields.get(4).replace('/', '-')),
                        aliases(fields.get(5)),
                        new Validity(from, until),
                        attributes,
                        predecessors(fields, header)),
                line));
    }

    private static List<UnitCode> predecessors(CSVRecord fields, List<String> header) {
        int index = header.indexOf(PREDECESSORS);
        return index < 0
                ? List.of()
                : aliases(fields.get(index)).stream()
                        .map(code -> new UnitCode(code.replace('/', '-')))
                        .toList();
    }

    private static List<String> aliases(String text) {
        return Arrays.stream(text.split("\\|", -1))
                .map(String::strip)
                .filter(alias -> !alias.isEmpty())
                .toList();
    }

    private @Nullable LocalDate day(CSVRecord fields, int index, int line) {
        String text = fields.get(index);
        if (text.isEmpty()) {
            return null;
        }
        Optional<LocalDate> day = YamlValue.day(text);
        if (day.isEmpty()) {
            mistakes.add(NAME, line, COLUMNS.get(index) + " 应为日期，如 2018-01-01，而这里是“" + text + "”");
        }
        return day.orElse(null);
    }

    private void checkCodes() {
        Map<UnitCode, Integer> lines = new LinkedHashMap<>();
        int counties = 0;
        for (Entered entry : entered) {
            Integer earlier = lines.putIfAbsent(entry.unit().code(), entry.line());
            if (earlier != null) {
                mistakes.add(NAME, entry.line(), "单位代码“" + entry.unit().code() + "”重复，第" + earlier + "行已有");
            }
            if (entry.unit().kind() == UnitKind.COUNTY && ++counties > 1) {
                mistakes.add(NAME, entry.line(), "只能有一个 kind 为“县”的单位");
            }
        }
        for (int later = 0; later < entered.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                String civilCode = entered.get(later).unit().civilCode();
                if (civilCode != null
                        && civilCode.equals(entered.get(earlier).unit().civilCode())
                        && coexist(entered.get(earlier), entered.get(later))) {
                    mistakes.add(
                            NAME,
                            entered.get(later).line(),
                            "民政代码“" + civilCode + "”重复，第" + entered.get(earlier).line() + "行已有");
                }
            }
        }
    }

    /** A name must lead to one unit, or a workbook could be booked to the wrong one; a successor may bear its predecessor's name. */
    private void checkNames() {
        for (int later = 0; later < entered.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                Entered first = entered.get(earlier);
                Entered second = entered.get(later);
                if (!coexist(first, second)) {
                    continue;
                }
                Set<String> shared = names(second.unit());
                shared.retainAll(names(first.unit()));
                for (String name : shared) {
                    mistakes.add(
                            NAME,
                            second.line(),
                            "名称或别名“" + name + "”与第" + first.line() + "行的“"
                                    + first.unit().name() + "”冲突");
                }
            }
        }
    }

    private static Set<String> names(ReportingUnit unit) {
        Set<String> names = new LinkedHashSet<>(unit.aliases());
        if (!unit.name().isEmpty()) {
            names.add(unit.name());
        }
        return names;
    }

    private static boolean coexist(Entered left, Entered right) {
        Validity first = left.unit().validity();
        Validity second = right.unit().validity();
        LocalDate firstUntil = first.until();
        LocalDate secondUntil = second.until();
        LocalDate firstFrom = first.from();
        LocalDate secondFrom = second.from();
        boolean firstEnds = firstUntil != null && secondFrom != null && firstUntil.isBefore(secondFrom);
        boolean secondEnds = secondUntil != null && firstFrom != null && secondUntil.isBefore(firstFrom);
        return !firstEnds && !secondEnds;
    }

    /** What a unit came of must be in the register, earlier, and not come of it. */
    private void checkPredecessors() {
        Map<String, ReportingUnit> byCode = new LinkedHashMap<>();
        entered.forEach(entry -> byCode.putIfAbsent(entry.unit().code().text(), entry.unit()));
        for (Entered entry : entered) {
            LocalDate from = entry.unit().validity().from();
            for (UnitCode code : entry.unit().predecessors()) {
                ReportingUnit predecessor = byCode.get(code.text());
                if (predecessor == null) {
                    if (unread.isUnit(code.text())) {
                        continue;
                    }
                    mistakes.add(
                            NAME,
                            entry.line(),
                            PREDECESSORS + "：没有代码为“" + code + "”的单位",
                            Spelling.nearest(code.text(), byCode.keySet()));
                    continue;
                }
                if (predecessor.predecessors().contains(entry.unit().code())
                        || code.equals(entry.unit().code())) {
                    mistakes.add(NAME, entry.line(), PREDECESSORS + "：“" + code + "”不能是本单位的前身");
                } else if (from == null && predecessor.validity().until() == null) {
                    mistakes.add(
                            NAME,
                            entry.line(),
                            PREDECESSORS + "：不知道何时由“" + code + "”而来，请填本单位的 valid_from 或前身的 valid_until");
                }
            }
        }
    }

    private void checkParents() {
        Map<String, @Nullable UnitCode> parents = new LinkedHashMap<>();
        entered.forEach(entry ->
                parents.putIfAbsent(entry.unit().code().text(), entry.unit().parent()));
        for (Entered entry : entered) {
            UnitCode parent = entry.unit().parent();
            if (parent == null) {
                continue;
            }
            if (!parents.containsKey(parent.text())) {
                if (unread.isUnit(parent.text())) {
                    continue;
                }
                mistakes.add(
                        NAME,
                        entry.line(),
                        "没有代码为“" + parent + "”的上级单位",
                        Spelling.nearest(parent.text(), parents.keySet()));
                continue;
            }
            UnitCode above = parent;
            for (int steps = 0; above != null && steps <= parents.size(); steps++) {
                if (above.equals(entry.unit().code())) {
                    mistakes.add(NAME, entry.line(), "上级单位“" + parent + "”又以本单位为上级");
                    break;
                }
                above = parents.get(above.text());
            }
        }
    }
}
