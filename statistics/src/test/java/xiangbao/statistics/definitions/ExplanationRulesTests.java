package xiangbao.statistics.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Severity;

class ExplanationRulesTests {
    private static final ExplanationRules RULES =
            new ExplanationRules(6, List.of("无误", "核实无误", "属实", "情况属实", "经核实", "数据准确"), ExplanationMemory.USUAL);

    private static Finding finding(Severity severity) {
        return Finding.of("R1", severity, "");
    }

    private static String code(Severity about, String text, Optional<String> sameAs) {
        return RULES.shortcoming(finding(about), text, sameAs)
                .map(ExplanationRules.Shortcoming::code)
                .orElse("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"属实", "核实无误", "无误。", "经核实，情况属实！", "是", "……", "", "经核实，数据准确，情况属实，大旱"})
    void takesNoTextThatOnlyAffirms(String text) {
        assertThat(code(Severity.QUERY, text, Optional.empty())).isEqualTo("EXPLANATION-EMPTY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"6月洪灾绝收", "情况属实，新增双季稻2 000亩", "土地流转，扩种油菜"})
    void takesAReason(String text) {
        assertThat(code(Severity.QUERY, text, Optional.empty())).isEmpty();
    }

    @Test
    void takesNoExplanationOfWhatMustBeCorrected() {
        assertThat(code(Severity.MANDATORY, "6月洪灾，水稻绝收300亩", Optional.empty())).isEqualTo("EXPLANATION-MANDATORY");
    }

    @Test
    void takesNoExplanationOfWhatTheCountyHasSentBack() {
        assertThat(RULES.shortcoming(finding(Severity.QUERY).asRefused(""), "6月洪灾，水稻绝收300亩", Optional.empty()))
                .hasValueSatisfying(one -> assertThat(one.code()).isEqualTo("EXPLANATION-REFUSED"));
    }

    @Test
    void takesNoWordsOfAnotherUnit() {
        assertThat(RULES.shortcoming(finding(Severity.QUERY), "6月洪灾，水稻绝收300亩", Optional.of("安定镇")))
                .hasValueSatisfying(one -> {
                    assertThat(one.code()).isEqualTo("EXPLANATION-COPIED");
                    assertThat(one.reply()).isEqualTo("这句说明与安定镇的一字不差，不算说明：请写明本单位自己的原因和事实。");
                });
        assertThat(ExplanationRules.plain("６月洪灾，水稻绝收 300 亩。")).isEqualTo("6月洪灾水稻绝收300亩");
    }

    @Test
    void asksForSixCharactersWhereNothingIsConfigured() {
        assertThat(ExplanationRules.USUAL.saysNothing("今年大旱")).isTrue();
        assertThat(ExplanationRules.USUAL.saysNothing("今年夏天大旱")).isFalse();
    }
}
