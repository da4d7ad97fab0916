package xiangbao.readers.config.units;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.config.documents.CsvLine;
import xiangbao.readers.config.documents.ScalarText;
import xiangbao.readers.config.documents.Unread;
import xiangbao.readers.config.documents.YamlValue;
import xiangbao.statistics.periods.Validity;
import xiangbao.statistics.text.Spelling;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;
import xiangbao.statistics.units.UnitKind;

/** Reads a line of the register: a unit with its master data. */
final class UnitLine {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,18})?");
    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z][0-9A-Za-z-]{0,19}");
    private static final Map<String, UnitKind> KINDS = YamlValue.titled(UnitKind.values(), UnitKind::title);

    private final CsvLine line;
    private final UnitColumns columns;
    private final Unread unread;

    UnitLine(CsvLine line, UnitColumns columns, Unread unread) {
        this.line = line;
        this.columns = columns;
        this.unread = unread;
    }

    /** Gives nothing when it is not known which unit the line is about; what else is wrong is stood in for. */
    Optional<RegisteredUnit> read() {
        int expected = columns.names().size();
        if (line.fields().size() != expected) {
            line.wrong("应有" + expected + "列，而这一行有" + line.fields().size() + "列");
            unread.words(line.fields());
            return Optional.empty();
        }
        String code = line.field(0);
        if (!CODE.matcher(code).matches()) {
            line.wrong(code.isEmpty() ? "缺少单位代码" : "单位代码“" + code + "”只能用数字、字母和短横线");
            unread.words(line.fields());
            return Optional.empty();
        }
        checkName();
        return Optional.of(new RegisteredUnit(
                new ReportingUnit(
                        new UnitCode(code),
                        line.field(1).isEmpty() ? null : line.field(1),
                        line.field(2),
                        kind(),
                        line.field(4).isEmpty() ? null : code(line.field(4)),
                        parts(line.field(5)),
                        validity(),
                        attributes(),
                        predecessors()),
                line));
    }

    private void checkName() {
        String name = line.field(2);
        if (name.isEmpty()) {
            line.wrong("缺少单位名称");
            unread.unitName();
        }
        FolderNames.mistake(name).ifPresent(why -> {
            line.wrong("单位名称“" + name + "”不能作文件夹名：" + why);
            unread.unitName();
        });
    }

    private UnitKind kind() {
        UnitKind kind = KINDS.get(line.field(3));
        if (kind == null) {
            line.wrong(
                    "kind 应为" + String.join("、", KINDS.keySet()) + "之一，而这里是“" + line.field(3) + "”",
                    Spelling.nearest(line.field(3), KINDS.keySet()));
            unread.words(line.fields());
            return UnitKind.OTHER;
        }
        return kind;
    }

    private Validity validity() {
        LocalDate from = day(6);
        LocalDate until = day(7);
        if (from != null && until != null && until.isBefore(from)) {
            line.wrong("valid_until 早于 valid_from");
        }
        return new Validity(from, until);
    }

    private @Nullable LocalDate day(int index) {
        String text = line.field(index);
        if (text.isEmpty()) {
            return null;
        }
        Optional<LocalDate> day = ScalarText.day(text);
        if (day.isEmpty()) {
            line.wrong(columns.names().get(index) + " 应为日期，如 2018-01-01，而这里是“" + text + "”");
        }
        return day.orElse(null);
    }

    private Map<String, BigDecimal> attributes() {
        Map<String, BigDecimal> attributes = new LinkedHashMap<>();
        for (int index = UnitColumns.FIXED.size(); index < columns.names().size(); index++) {
            String name = columns.names().get(index);
            String figure = line.field(index);
            if (name.equals(UnitColumns.PREDECESSORS)) {
                continue;
            }
            if (NUMBER.matcher(figure).matches()) {
                attributes.put(name, new BigDecimal(figure));
            } else if (!figure.isEmpty()) {
                line.wrong(name + "应为数字，而这里是“" + figure + "”");
            }
        }
        return attributes;
    }

    private List<UnitCode> predecessors() {
        int index = columns.names().indexOf(UnitColumns.PREDECESSORS);
        return index < 0
                ? List.of()
                : parts(line.field(index)).stream().map(UnitLine::code).toList();
    }

    private static UnitCode code(String text) {
        return new UnitCode(text.replace('/', '-'));
    }

    private static List<String> parts(String text) {
        return Arrays.stream(text.split("\\|", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
