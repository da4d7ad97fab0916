package xiangbao.statistics.bands;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.forms.IndicatorCode;

/** The bands 参考范围 that were learned from stored periods. Immutable; looking one up is cheap. */
public final class Bands {
    public static final Bands NONE = new Bands(List.of());

    private final List<Band> all;
    private final Map<Place, Band> places = new HashMap<>();

    /**
     * What a band is about.
     *
     * @param against of a change; null for what one figure is for each of another, of which there is one for a figure
     */
    private record Place(IndicatorCode indicator, @Nullable Against against, int season) {
        static Place of(Band band) {
            return new Place(band.indicator(), band.against().isChange() ? band.against() : null, band.season());
        }
    }

    /** @throws IllegalArgumentException when two are about the same */
    public Bands(Collection<Band> all) {
        this.all = List.copyOf(all);
        for (Band band : this.all) {
            if (places.put(Place.of(band), band) != null) {
                throw new IllegalArgumentException("two bands of " + band.indicator() + " " + band.against());
            }
        }
    }

    /** In the order in which they were given. */
    public List<Band> all() {
        return all;
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /**
     * How a figure usually changes.
     *
     * @param ordinal the number of the period in its year
     */
    public Optional<Band> change(IndicatorCode indicator, Against against, int ordinal) {
        return find(indicator, against, ordinal);
    }

    /** How large a figure usually is for each of something else: a household, a village, an acre, another figure. */
    public Optional<Band> density(IndicatorCode indicator, int ordinal) {
        return find(indicator, null, ordinal);
    }

    private Optional<Band> find(IndicatorCode indicator, @Nullable Against against, int ordinal) {
        Band ofSeason = places.get(new Place(indicator, against, ordinal));
        return Optional.ofNullable(ofSeason != null ? ofSeason : places.get(new Place(indicator, against, 0)));
    }
}
