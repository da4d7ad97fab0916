package xiangbao.jobs.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.bands.Band;
import xiangbao.statistics.forms.IndicatorCode;

/**
 * A band that is not what it was.
 *
 * @param before null where there was none
 * @param after null where nothing could be learned any more
 */
public record BandChange(@Nullable Band before, @Nullable Band after) {
    /** What a band is about. */
    private record About(IndicatorCode indicator, String kind, int season) {
        static About of(Band band) {
            return new About(
                    band.indicator(), band.against().isChange() ? band.against().title() : "", band.season());
        }
    }

    /** How the kept bands and the learned ones differ, in the order of the learned ones; those that are gone come last. */
    static List<BandChange> between(List<Band> kept, List<Band> learned) {
        Map<About, Band> before = new LinkedHashMap<>();
        kept.forEach(band -> before.put(About.of(band), band));
        List<BandChange> changes = new ArrayList<>();
        Set<About> met = new HashSet<>();
        for (Band band : learned) {
            Band old = before.get(About.of(band));
            met.add(About.of(band));
            if (!band.equals(old)) {
                changes.add(new BandChange(old, band));
            }
        }
        before.forEach((about, band) -> {
            if (!met.contains(about)) {
                changes.add(new BandChange(band, null));
            }
        });
        return changes;
    }
}
