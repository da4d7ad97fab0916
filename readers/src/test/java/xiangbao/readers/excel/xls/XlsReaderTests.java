package xiangbao.readers.excel.xls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class XlsReaderTests {
    @Test
    void theDoublesOfAnXlsBecomeTheDigitsThatExcelShows() {
        assertThat(XlsReader.decimal(0.1 + 0.2)).isEqualTo("0.3");
        assertThat(XlsReader.decimal(12958)).isEqualTo("12958");
        assertThat(XlsReader.decimal(-0.000012)).isEqualTo("-0.000012");
        assertThat(XlsReader.decimal(1.0 / 3)).isEqualTo("0.333333333333333");
        assertThat(XlsReader.decimal(1e300)).isEqualTo("1E+300");
        assertThat(XlsReader.decimal(-0.0)).isEqualTo("0");
    }
}
