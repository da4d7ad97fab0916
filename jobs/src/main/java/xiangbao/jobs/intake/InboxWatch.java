package xiangbao.jobs.intake;

import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tells whole files from those that somebody is still writing: a file is whole when two samples of its size and time, far enough apart by our own clock, are
 * equal. The clock of the file system is never compared with ours.
 */
final class InboxWatch {
    /** What a file looked like at some moment. */
    record Sample(long size, FileTime modified) {}

    private record Seen(Sample sample, Instant since) {}

    private final InstantSource clock;
    private final Duration interval;
    private final Map<String, Seen> seen = new HashMap<>();

    InboxWatch(InstantSource clock, Duration interval) {
        this.clock = clock;
        this.interval = interval;
    }

    /** Takes a sample of every file and returns those that are whole. */
    Set<String> look(Map<String, Sample> files) {
        Instant now = clock.instant();
        Set<String> whole = new TreeSet<>();
        seen.keySet().retainAll(files.keySet());
        files.forEach((path, sample) -> {
            Seen before = seen.get(path);
            if (before == null || !before.sample().equals(sample)) {
                seen.put(path, new Seen(sample, now));
            } else if (!now.isBefore(before.since().plus(interval))) {
                whole.add(path);
            }
        });
        return whole;
    }
}
