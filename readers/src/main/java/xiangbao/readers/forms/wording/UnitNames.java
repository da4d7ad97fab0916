package xiangbao.readers.forms.wording;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitKind;
import xiangbao.statistics.units.Units;

/** Finds reporting units by what clerks call them: full, short, old and mistyped names, and both sets of codes. Not changed once made; safe for many threads. */
public final class UnitNames {
    private static final Pattern SUFFIX =
            Pattern.compile("(?:人民政府|街道办事处|办事处|政府|农业(?:综合)?服务中心|统计站|统计办|经济发展办公室|公章|盖章|章)+$");
    private static final Pattern SEPARATOR = Pattern.compile("[、,;/&+]|和|及|与");

    private final Units units;
    private final Map<String, Set<ReportingUnit>> byName = new LinkedHashMap<>();
    private final List<String> prefixes = new ArrayList<>();

    public UnitNames(Units units) {
        this.units = units;
        for (ReportingUnit unit : units.all()) {
            name(unit.name(), unit);
            unit.aliases().forEach(alias -> name(alias, unit));
            if (unit.kind().isTownshipLevel()) {
                String bare = unit.name().replaceFirst("(?:街道|镇|乡)$", "");
                if (bare.length() >= 2) {
                    name(bare, unit);
                }
            }
            if (unit.kind() == UnitKind.COUNTY) {
                prefixes.add(PlainText.compact(unit.name()));
                unit.aliases().forEach(alias -> prefixes.add(PlainText.compact(alias)));
            }
        }
        prefixes.sort(Comparator.comparing(String::length).reversed());
    }

    private void name(String name, ReportingUnit unit) {
        byName.computeIfAbsent(PlainText.compact(name), ignored -> new LinkedHashSet<>())
                .add(unit);
    }

    /** The unit of this name, if there is exactly one. */
    public Optional<ReportingUnit> named(String text) {
        String plain = PlainText.compact(text);
        for (String candidate : spellings(plain)) {
            Set<ReportingUnit> found = byName.get(candidate);
            if (found != null && found.size() == 1) {
                return found.stream().findFirst();
            }
        }
        return Optional.empty();
    }

    /** What is left of a text that begins with the county's name. */
    public String withoutCounty(String plain) {
        return prefixes.stream()
                .filter(plain::startsWith)
                .findFirst()
                .map(prefix -> plain.substring(prefix.length()))
                .orElse(plain);
    }

    private List<String> spellings(String plain) {
        Set<String> spellings = new LinkedHashSet<>();
        spellings.add(plain);
        String bare = PlainText.withoutParentheses(plain);
        spellings.add(bare);
        String shorter = SUFFIX.matcher(bare).replaceFirst("");
        spellings.add(shorter);
        for (String prefix : prefixes) {
            int at = shorter.indexOf(prefix);
            if (at >= 0 && at + prefix.length() < shorter.length()) {
                spellings.add(shorter.substring(at + prefix.length()));
            }
        }
        return List.copyOf(spellings);
    }

    /** The different units that a text lists, when it lists several: 伍市镇、安定镇. */
    public Set<ReportingUnit> listed(String text) {
        Set<ReportingUnit> found = new LinkedHashSet<>();
        for (String part : SEPARATOR.split(PlainText.of(text))) {
            named(part).ifPresent(found::add);
        }
        return found;
    }

    /** Those whose statistical or civil-affairs code it is. */
    public List<ReportingUnit> coded(String code) {
        String plain = plainCode(code);
        return units.all().stream()
                .filter(unit -> unit.code().text().equals(plain) || plain.equals(unit.civilCode()))
                .toList();
    }

    /** Whether the code is the unit's own and nobody else's statistical code: some townships' codes are swapped between the two sets. */
    public boolean agrees(String code, ReportingUnit unit) {
        String plain = plainCode(code);
        if (unit.code().text().equals(plain)) {
            return true;
        }
        return plain.equals(unit.civilCode())
                && units.all().stream().noneMatch(other -> other.code().text().equals(plain));
    }

    /** Village codes and codes with trailing zeros (430626111000) stand for their township. */
    private static String plainCode(String code) {
        String plain = PlainText.compact(code);
        return plain.matches("\\d{12}") ? plain.substring(0, 9) : plain;
    }

    /** The unit that a folder or a file name mentions; empty when it mentions none or several. */
    public Optional<ReportingUnit> mentioned(String text) {
        String plain = PlainText.compact(text);
        Map<Integer, String> found = new TreeMap<>();
        for (Map.Entry<String, Set<ReportingUnit>> entry : byName.entrySet()) {
            String name = entry.getKey();
            if (entry.getValue().size() != 1 || prefixes.contains(name) || name.length() < 2) {
                continue;
            }
            for (int at = plain.indexOf(name); at >= 0; at = plain.indexOf(name, at + 1)) {
                found.merge(at, name, (one, other) -> one.length() >= other.length() ? one : other);
            }
        }
        Set<ReportingUnit> mentioned = new LinkedHashSet<>();
        int end = 0;
        for (Map.Entry<Integer, String> hit : found.entrySet()) {
            if (hit.getKey() >= end) {
                mentioned.addAll(byName.getOrDefault(hit.getValue(), Set.of()));
                end = hit.getKey() + hit.getValue().length();
            }
        }
        return mentioned.size() == 1 ? mentioned.stream().findFirst() : Optional.empty();
    }

    /** Up to three names that look most like what was written, of those units that may stand there. */
    public List<String> nearest(String text, Predicate<ReportingUnit> possible) {
        String plain = PlainText.compact(text);
        Map<String, Double> best = new LinkedHashMap<>();
        byName.forEach((name, found) -> found.stream()
                .filter(possible)
                .forEach(unit -> best.merge(unit.name(), TitleLikeness.of(plain, name), Math::max)));
        return best.entrySet().stream()
                .filter(entry -> entry.getValue() >= 0.5)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(3)
                .map(Map.Entry::getKey)
                .toList();
    }
}
