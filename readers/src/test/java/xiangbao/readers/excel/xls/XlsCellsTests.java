package xiangbao.readers.excel.xls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class XlsCellsTests {
    @Test
    void theDoublesOfAnXlsBecomeTheDigitsThatExcelShows() {
        assertThat(XlsCells.decimal(0.1 + 0.2)).isEqualTo("0.3");
        assertThat(XlsCells.decimal(12958)).isEqualTo("12958");
        assertThat(XlsCells.decimal(-0.000012)).isEqualTo("-0.000012");
        assertThat(XlsCells.decimal(1.0 / 3)).isEqualTo("0.333333333333333");
        assertThat(XlsCells.decimal(1e300)).isEqualTo("1E+300");
        assertThat(XlsCells.decimal(-0.0)).isEqualTo("0");
    }
}
