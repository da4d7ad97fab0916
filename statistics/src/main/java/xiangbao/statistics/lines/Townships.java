package xiangbao.statistics.lines;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;
import xiangbao.statistics.units.Units;

/** One township among the others of its county, by the names and codes that ledgers write. */
final class Townships {
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern KIND = Pattern.compile("(街道|镇|乡)$");
    private static final int SUFFIX = 3;
    private static final int LEAST_NAME = 2;

    private final ReportingUnit own;
    private final List<String> ownNames = new ArrayList<>();
    private final Set<String> ownCodes = new HashSet<>();
    private final Map<String, ReportingUnit> others = new HashMap<>();
    private final Map<String, ReportingUnit> otherNames = new HashMap<>();
    private final Map<String, ReportingUnit> shortNames = new HashMap<>();

    Townships(Units units, ReportingUnit own, ReferencePeriod period) {
        this.own = own;
        names(own).forEach(ownNames::add);
        shortName(own).ifPresent(ownNames::add);
        ownCodes.add(suffix(own));
        ownCodes.add(own.code().text());
        for (UnitCode before : own.predecessors()) {
            ownCodes.add(suffix(before));
            units.find(before).ifPresent(one -> ownNames.add(one.name()));
        }
        Set<String> twice = new HashSet<>();
        for (ReportingUnit other : units.members(period)) {
            if (!other.kind().isTownshipLevel() || other.equals(own)) {
                continue;
            }
            for (String code : List.of(suffix(other), other.code().text())) {
                if (others.put(code, other) != null) {
                    twice.add(code);
                }
            }
            otherNames.put(other.name(), other);
            shortName(other).ifPresent(name -> {
                shortNames.put(name, other);
                String beginning = name.substring(0, LEAST_NAME);
                ReportingUnit before = shortNames.put(beginning, other);
                if (before != null && !before.equals(other)) {
                    twice.add(beginning);
                }
            });
        }
        twice.forEach(others::remove);
        twice.forEach(shortNames::remove);
        ownCodes.forEach(others::remove);
    }

    /** Its name, and what else it is called where that is long enough to mean nobody else. */
    private static List<String> names(ReportingUnit unit) {
        List<String> names = new ArrayList<>(unit.aliases());
        names.removeIf(alias -> alias.length() < LEAST_NAME);
        names.add(0, unit.name());
        return names;
    }

    private static Optional<String> shortName(ReportingUnit unit) {
        String name = KIND.matcher(unit.name()).replaceFirst("");
        return name.length() < LEAST_NAME ? Optional.empty() : Optional.of(name);
    }

    ReportingUnit own() {
        return own;
    }

    /** The end of its code, as numbers of projects and bridges bear it. */
    String suffix(ReportingUnit unit) {
        return suffix(unit.code());
    }

    private static String suffix(UnitCode code) {
        String text = code.text();
        return text.substring(Math.max(0, text.length() - SUFFIX));
    }

    boolean isOwn(String digits) {
        return ownCodes.contains(digits);
    }

    Optional<ReportingUnit> otherWith(String digits) {
        return Optional.ofNullable(others.get(digits));
    }

    /** The groups of digits in a number. */
    static List<String> parts(String key) {
        List<String> parts = new ArrayList<>();
        Matcher matcher = DIGITS.matcher(key);
        while (matcher.find()) {
            parts.add(matcher.group());
        }
        return parts;
    }

    private boolean namesOwn(String text) {
        return ownNames.stream().anyMatch(text::contains);
    }

    /** One of the others that a text names, if it does not name this one. */
    Optional<ReportingUnit> onlyOthersIn(String text) {
        if (namesOwn(text)) {
            return Optional.empty();
        }
        return otherNames.entrySet().stream()
                .filter(entry -> text.contains(entry.getKey()))
                .min(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue);
    }

    /** The other one with whose name a text begins, if it does not name this one too. */
    Optional<ReportingUnit> otherBeginning(String text) {
        if (namesOwn(text)) {
            return Optional.empty();
        }
        return beginning(text, otherNames);
    }

    /** Likewise without 镇 or 乡 behind the name, or with the beginning that only it has; which alone may be a coincidence. */
    Optional<ReportingUnit> otherBeginningShort(String text) {
        return namesOwn(text) ? Optional.empty() : beginning(text, shortNames);
    }

    private static Optional<ReportingUnit> beginning(String text, Map<String, ReportingUnit> names) {
        return names.entrySet().stream()
                .filter(entry -> text.startsWith(entry.getKey()))
                .max(Comparator.comparingInt(entry -> entry.getKey().length()))
                .map(Map.Entry::getValue);
    }

    /** Whether a group of digits in a number is a unit's code, begins or ends with it. */
    boolean bears(String key, ReportingUnit unit) {
        String code = suffix(unit);
        return parts(key).stream().anyMatch(part -> part.startsWith(code) || part.endsWith(code));
    }
}
