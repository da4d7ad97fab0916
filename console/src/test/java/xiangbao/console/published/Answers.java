package xiangbao.console.published;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** {@code figures --json} and {@code progress --json}. */
final class Answers implements Output {
    @Override
    public String name() {
        return "--json";
    }

    @Override
    public int least() {
        return 150;
    }

    @Override
    public List<Shown> read(Published published) {
        List<Shown> shown = new ArrayList<>();
        for (JsonNode figure : published.figures().get("figures")) {
            if (figure.get("unit").asString().equals(published.county())) {
                String indicator = figure.get("indicator").asString();
                // a sum has the decimals with which its parts were reported, a derived figure those of its definition
                boolean sum = indicator.matches(".*:\\w+(\\.\\w+)?");
                add(shown, indicator, figure.get("value"), sum ? name() + Shown.AS_REPORTED : name());
            }
        }
        for (JsonNode target : published.progress().get("targets")) {
            String code = target.get("code").asString();
            add(shown, code + Shown.ACTUAL, target.get("actual"), name());
            add(shown, code + Shown.GOAL, target.get("target"), name());
        }
        return shown;
    }

    private static void add(List<Shown> shown, String what, JsonNode value, String output) {
        if (value != null && !value.isNull()) {
            BigDecimal number = new BigDecimal(value.asString());
            shown.add(new Shown(what, number, Math.max(number.scale(), 0), output));
        }
    }
}
