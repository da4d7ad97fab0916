package xiangbao.console.published;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** {@code figures --json} and {@code progress --json}. */
final class Answers implements Output {
    static final String COUNTY = "430626";

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
            if (figure.get("unit").asString().equals(COUNTY)) {
                add(shown, figure.get("indicator").asString(), figure.get("value"));
            }
        }
        for (JsonNode target : published.progress().get("targets")) {
            String code = target.get("code").asString();
            add(shown, code + Shown.ACTUAL, target.get("actual"));
            add(shown, code + Shown.GOAL, target.get("target"));
        }
        return shown;
    }

    private void add(List<Shown> shown, String what, JsonNode value) {
        if (value != null && !value.isNull()) {
            BigDecimal number = new BigDecimal(value.asString());
            shown.add(new Shown(what, number, Math.max(number.scale(), 0), name()));
        }
    }
}
