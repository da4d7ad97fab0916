package xiangbao.statistics.lines;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import xiangbao.statistics.figures.Line;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.ColumnKind;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.tuning.Screen;
import xiangbao.statistics.units.ReportingUnit;

/**
 * Lines and numbers of another township. Certain is a line whose place 所在乡镇 names others and not its reporter, or whose name begins with another's and
 * whose number bears that one's code; a full name or a code alone is asked about, since works that cross a border bear one number in several ledgers, and
 * a short name alone is a coincidence.
 */
final class ForeignLines {
    private static final Pattern PLACE = Pattern.compile("(所在|所属|涉及)?(乡镇|乡镇（街道）|镇街)(名称)?");
    private static final int NAMED = 50;
    private static final int SHOWN = 5;

    private final List<Column> places;
    private final List<Column> names;

    ForeignLines(Form form, CellRules rules) {
        this.places = form.dataColumns().stream()
                .filter(column -> column.kind() == ColumnKind.TEXT && isPlace(column))
                .toList();
        this.names = form.dataColumns().stream()
                .filter(column -> column.kind() == ColumnKind.TEXT && !isPlace(column) && rules.isFixed(column))
                .toList();
    }

    private static boolean isPlace(Column column) {
        return PLACE.matcher(column.title()).matches()
                || column.aliases().stream()
                        .anyMatch(alias -> PLACE.matcher(alias).matches());
    }

    /** Where a line names whom. */
    private record Naming(Line line, Column column, ReportingUnit other, boolean certain) {}

    void look(Ledger ledger, Townships townships, LineResults results) {
        if (ledger.lines().isEmpty()) {
            return;
        }
        foreign(ledger, townships, results);
        if (!results.isOff(Screen.KEY_FOREIGN, ledger.keyColumn())) {
            results.looked(Screen.KEY_FOREIGN, true);
            if (!results.has(Screen.LINE_FOREIGN)) {
                keys(ledger, townships, results);
            }
        }
    }

    private void foreign(Ledger ledger, Townships townships, LineResults results) {
        if (places.isEmpty() && names.isEmpty() || results.isOff(Screen.LINE_FOREIGN, ledger.keyColumn())) {
            return;
        }
        results.looked(Screen.LINE_FOREIGN, true);
        Map<ReportingUnit, List<Naming>> certain = new LinkedHashMap<>();
        Map<ReportingUnit, List<Naming>> doubtful = new LinkedHashMap<>();
        for (Line line : ledger.lines()) {
            Optional<Naming> placed = placed(line, townships);
            Optional<Naming> named = placed.isPresent() || isPlaced(line) ? placed : named(line, townships);
            named.ifPresent(naming -> {
                if (naming.certain() || ledger.before(line).isEmpty()) {
                    (naming.certain() ? certain : doubtful)
                            .computeIfAbsent(naming.other(), any -> new ArrayList<>())
                            .add(naming);
                }
            });
        }
        certain.forEach((other, namings) -> results.doubt(doubt(townships, other, namings, true)));
        doubtful.forEach((other, namings) -> {
            if (!certain.containsKey(other)) {
                results.doubt(doubt(townships, other, namings, false));
            }
        });
    }

    private boolean isPlaced(Line line) {
        return places.stream().anyMatch(column -> Ledger.text(line, column).isPresent());
    }

    private Optional<Naming> placed(Line line, Townships townships) {
        for (Column column : places) {
            Optional<ReportingUnit> other = Ledger.text(line, column).flatMap(townships::onlyOthersIn);
            if (other.isPresent()) {
                return Optional.of(new Naming(line, column, other.get(), true));
            }
        }
        return Optional.empty();
    }

    private Optional<Naming> named(Line line, Townships townships) {
        for (Column column : names) {
            String text = Ledger.text(line, column).orElse("");
            Optional<Naming> numbered = townships
                    .otherBeginningShort(text)
                    .filter(other -> townships.bears(line.key(), other))
                    .map(other -> new Naming(line, column, other, true));
            Optional<Naming> found = numbered.or(
                    () -> townships.otherBeginning(text).map(other -> new Naming(line, column, other, false)));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static LineDoubt doubt(Townships townships, ReportingUnit other, List<Naming> namings, boolean certain) {
        Naming first = namings.get(0);
        boolean one = namings.size() == 1;
        return new LineDoubt(
                Screen.LINE_FOREIGN,
                certain,
                false,
                other.code().text(),
                namings.stream()
                        .limit(NAMED)
                        .map(naming -> new LineDoubt.Spot(
                                naming.line().key(), naming.column().code()))
                        .toList(),
                one ? "这一行写的是" + other.name() : "有 " + namings.size() + " 行写的是" + other.name(),
                one ? Ledger.text(first.line(), first.column()).orElse("") : "",
                "",
                "填报："
                        + (one
                                ? "编号 " + first.line().key() + " 的“"
                                        + first.column().title() + "”是“"
                                        + Ledger.text(first.line(), first.column())
                                                .orElse("") + "”"
                                : "编号 "
                                        + namings.stream()
                                                .limit(SHOWN)
                                                .map(naming -> naming.line().key())
                                                .collect(Collectors.joining("、"))
                                        + (namings.size() > SHOWN ? " 等" : " 共") + " " + namings.size() + " 行，写的是"
                                        + other.name())
                        + "；应为：" + townships.own().name() + "自己的行。");
    }

    /** Numbers that bear another township's code where this one's bear its own; without a last period, where all of them bear that of one other. */
    private static void keys(Ledger ledger, Townships townships, LineResults results) {
        Map<ReportingUnit, List<Line>> others = new LinkedHashMap<>();
        Set<Integer> own = ownPlaces(ledger, townships);
        for (Line line : ledger.lines()) {
            if (ledger.before(line).isEmpty()) {
                List<String> parts = Townships.parts(line.key());
                for (int place = 0; place < parts.size(); place++) {
                    Optional<ReportingUnit> other = townships.otherWith(parts.get(place));
                    if (other.isPresent() && own.contains(place)) {
                        others.computeIfAbsent(other.get(), any -> new ArrayList<>())
                                .add(line);
                    }
                }
            }
        }
        others.forEach((other, lines) -> results.doubt(new LineDoubt(
                Screen.KEY_FOREIGN,
                false,
                false,
                other.code().text(),
                lines.stream().limit(NAMED).map(ledger::keyOf).toList(),
                lines.size() == 1 ? "编号像是" + other.name() + "的" : "有 " + lines.size() + " 行的编号像是" + other.name() + "的",
                lines.size() == 1 ? lines.get(0).key() : "",
                "",
                "填报：编号 " + lines.stream().limit(SHOWN).map(Line::key).collect(Collectors.joining("、"))
                        + (lines.size() > SHOWN ? "等 " + lines.size() + " 行" : "") + "，其中的 "
                        + townships.suffix(other) + " 是" + other.name() + "的代码；"
                        + townships.own().name() + "的代码是 "
                        + townships.suffix(townships.own()) + "。")));
    }

    /** Which group of digits of a number is the code of a township: where most of the known lines bear this one's own. */
    private static Set<Integer> ownPlaces(Ledger ledger, Townships townships) {
        Map<Integer, Integer> counts = new LinkedHashMap<>();
        Set<String> known = new HashSet<>(ledger.before().keySet());
        ledger.lines().forEach(line -> known.add(line.key()));
        for (String key : known) {
            List<String> parts = Townships.parts(key);
            for (int place = 0; place < parts.size(); place++) {
                if (townships.isOwn(parts.get(place))) {
                    counts.merge(place, 1, Integer::sum);
                }
            }
        }
        Set<Integer> own = new HashSet<>();
        counts.forEach((place, count) -> {
            if (count >= 2 && count * 2 > known.size()) {
                own.add(place);
            }
        });
        if (own.isEmpty() && ledger.before().isEmpty() && ledger.lines().size() > 1) {
            commonOther(ledger, townships).ifPresent(own::add);
        }
        return own;
    }

    private static Optional<Integer> commonOther(Ledger ledger, Townships townships) {
        List<String> first = Townships.parts(ledger.lines().get(0).key());
        for (int place = 0; place + 1 < first.size(); place++) {
            int at = place;
            if (townships.otherWith(first.get(place)).isPresent()
                    && ledger.lines().stream()
                            .map(line -> Townships.parts(line.key()))
                            .allMatch(
                                    parts -> parts.size() > at && parts.get(at).equals(first.get(at)))) {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }
}
