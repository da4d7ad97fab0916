package xiangbao.console;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Top-level types of one package that need each other, each directly or through others of the package. What is nested counts as its outermost type, and that
 * a sealed type names its kinds counts for nothing. Asks jdeps, since a constant that the compiler copies leaves no trace that ArchUnit would look at.
 */
final class TypeCycles {
    private static final Pattern NEED =
            Pattern.compile("^ +(xiangbao[\\w.]+)\\S* +-> (xiangbao[\\w.]+)", Pattern.MULTILINE);

    private final JavaClasses house;
    private final Map<String, Set<String>> needed = new TreeMap<>();

    TypeCycles(JavaClasses house) {
        this.house = house;
        Matcher need = NEED.matcher(dependencies());
        while (need.find()) {
            String from = need.group(1);
            String to = need.group(2);
            if (!from.equals(to) && packageOf(from).equals(packageOf(to)) && !namesItsKind(from, to)) {
                needed.computeIfAbsent(from, type -> new TreeSet<>()).add(to);
            }
        }
    }

    /** The types of each cycle by their simple names. */
    Set<Set<String>> all() {
        Map<String, Set<String>> reached =
                needed.keySet().stream().collect(Collectors.toMap(type -> type, this::reachedFrom));
        return reached.entrySet().stream()
                .filter(type -> type.getValue().contains(type.getKey()))
                .map(type -> type.getValue().stream()
                        .filter(other -> reached.getOrDefault(other, Set.of()).contains(type.getKey()))
                        .map(other -> other.substring(other.lastIndexOf('.') + 1))
                        .collect(Collectors.toCollection(TreeSet::new)))
                .collect(Collectors.toSet());
    }

    private Set<String> reachedFrom(String type) {
        Set<String> reached = new TreeSet<>();
        Deque<String> next = new ArrayDeque<>(needed.getOrDefault(type, Set.of()));
        while (!next.isEmpty()) {
            String other = next.pop();
            if (reached.add(other)) {
                next.addAll(needed.getOrDefault(other, Set.of()));
            }
        }
        return reached;
    }

    private boolean namesItsKind(String sealed, String kind) {
        return house.get(kind).isAssignableTo(sealed)
                && house.get(sealed).reflect().isSealed();
    }

    private String dependencies() {
        StringWriter told = new StringWriter();
        StringWriter failed = new StringWriter();
        int ended = ToolProvider.findFirst("jdeps")
                .orElseThrow()
                .run(
                        new PrintWriter(told),
                        new PrintWriter(failed),
                        Stream.concat(
                                        Stream.of("-v", "-filter:none", "--ignore-missing-deps", "-e", "xiangbao\\..*"),
                                        house.stream().map(TypeCycles::place).distinct())
                                .toArray(String[]::new));
        if (ended != 0) {
            throw new IllegalStateException(told.toString() + failed);
        }
        return told.toString();
    }

    /** The jar or folder that a type comes from. */
    private static String place(JavaClass type) {
        try {
            return Path.of(type.reflect()
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String packageOf(String type) {
        return type.substring(0, type.lastIndexOf('.'));
    }
}
