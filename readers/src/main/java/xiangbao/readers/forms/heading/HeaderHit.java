package xiangbao.readers.forms.heading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;

/** A label in a line of a header, between two places of it. */
record HeaderHit(HeaderLabel label, int start, int end) {
    /** Those of a line, in its order; of two that overlap, the longer of those that begin first. */
    static List<HeaderHit> in(String line) {
        List<HeaderHit> hits = new ArrayList<>();
        for (HeaderLabel label : HeaderLabel.values()) {
            Matcher matcher = label.pattern.matcher(line);
            while (matcher.find()) {
                hits.add(new HeaderHit(label, matcher.start(), matcher.end()));
            }
        }
        hits.sort(Comparator.comparingInt(HeaderHit::start).thenComparing(hit -> -hit.end));
        List<HeaderHit> apart = new ArrayList<>();
        int end = 0;
        for (HeaderHit hit : hits) {
            if (hit.start >= end) {
                apart.add(hit);
                end = hit.end;
            }
        }
        return apart;
    }
}
