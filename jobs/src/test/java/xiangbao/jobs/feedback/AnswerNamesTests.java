package xiangbao.jobs.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswerNamesTests {
    @Test
    void makesNamesThatEveryFileSystemTakes() {
        assertThat(AnswerNames.safeName("山塘", 60)).isEqualTo("山塘");
        assertThat(AnswerNames.safeName("a\nb/c:d", 60)).isEqualTo("a_b_c_d");
        assertThat(AnswerNames.safeName("塘".repeat(100), 150)).isEqualTo("塘".repeat(50));
        assertThat(AnswerNames.safeName("..", 60)).isEqualTo("_");
    }
}
