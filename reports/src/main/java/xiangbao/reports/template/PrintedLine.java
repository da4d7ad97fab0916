package xiangbao.reports.template;

import java.util.Map;

/** A copy of a sample row, and what stands in it in the place of which token. */
public record PrintedLine(String anchor, Map<String, Printed> values) {
    public PrintedLine {
        values = Map.copyOf(values);
    }
}
