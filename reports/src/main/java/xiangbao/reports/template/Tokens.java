package xiangbao.reports.template;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code {{…}}} in a text of a template. */
final class Tokens {
    private static final Pattern TOKEN = Pattern.compile("\\{\\{([^{}]+)}}");

    private Tokens() {}

    static Matcher in(String text) {
        return TOKEN.matcher(text);
    }

    /** The names of those in a text. */
    static List<String> names(String text) {
        List<String> names = new ArrayList<>();
        Matcher matcher = in(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /** A text with its tokens filled; one without a value stays for a later call. */
    static String filled(String text, Function<String, @Nullable String> values) {
        return in(text).replaceAll(found -> {
            String value = values.apply(found.group(1));
            return Matcher.quoteReplacement(value == null ? found.group() : value);
        });
    }
}
