package xiangbao.statistics.plan;

import java.util.List;

/**
 * Where the plan states a target, and whom it charges with it.
 *
 * @param section such as 二（三）3
 * @param field 粮食, 农村公路, 人居环境/卫生, 收入, 其他
 * @param responsible 责任单位, as the plan names them
 */
public record Passage(String section, String field, List<String> responsible) {
    public Passage {
        responsible = List.copyOf(responsible);
    }
}
