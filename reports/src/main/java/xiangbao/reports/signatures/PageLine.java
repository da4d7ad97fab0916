package xiangbao.reports.signatures;

import java.util.List;
import java.util.Map;
import xiangbao.reports.template.Printed;

/** A row of a signature page: of which kind, what its tokens say, and in the table which cells it has. */
record PageLine(String anchor, Map<String, Printed> tokens, List<Span> cells, double height) {
    /** A cell of the table over some columns of the sheet. */
    record Span(int from, int to, Printed content, boolean numeric, boolean centred) {}

    /** One that only fills tokens, as high as its sample. */
    static PageLine of(String anchor, Map<String, Printed> tokens) {
        return new PageLine(anchor, tokens, List.of(), 0);
    }
}
