package xiangbao.readers.config.settings;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What could be reached from other machines, where there is no password. */
public final class Exposure {
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?::1]?");
    private static final Set<String> SHOWN = Set.of("health", "prometheus");

    private Exposure() {}

    /** Whether only this machine can reach an address. */
    public static boolean isLoopback(String address) {
        return LOOPBACK.matcher(address.strip().toLowerCase(Locale.ROOT)).matches();
    }

    /** What a list of endpoints shows beyond health and metrics. */
    public static Set<String> shownBeyond(String endpoints) {
        Set<String> beyond = new TreeSet<>();
        for (String one : endpoints.split("[,\\s]+")) {
            if (!one.isEmpty() && !SHOWN.contains(one.toLowerCase(Locale.ROOT))) {
                beyond.add(one);
            }
        }
        return beyond;
    }
}
