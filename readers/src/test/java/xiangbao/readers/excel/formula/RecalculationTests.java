package xiangbao.readers.excel.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import xiangbao.readers.excel.ForgedPackage;
import xiangbao.readers.excel.Workbooks;
import xiangbao.readers.excel.workbook.RawRow;
import xiangbao.readers.excel.workbook.RawSheet;
import xiangbao.readers.excel.workbook.RawWorkbook;

class RecalculationTests {
    private static final String FIGURES =
            "<row r=\"1\"><c r=\"A1\"><v>2</v></c><c r=\"B1\"><v>3.5</v></c><c r=\"C1\" t=\"str\"><v>说明</v></c>"
                    + "<c r=\"D1\" t=\"e\"><v>#REF!</v></c></row><row r=\"2\"><c r=\"A2\"><v>0.1</v></c><c r=\"B2\"><v>0.2</v></c></row>";

    private static Optional<BigDecimal> value(String formula) {
        RawWorkbook workbook = Workbooks.read(ForgedPackage.ofRows(FIGURES + "<row r=\"9\"><c r=\"A9\"><f>"
                + formula.replace("&", "&amp;").replace("<", "&lt;") + "</f></c></row>"));
        RawSheet sheet = workbook.sheets().get(0);
        return new Recalculation(workbook).value(sheet, Workbooks.cell(sheet, 8, 0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A1+B1 | 5.5",
                "SUM(A1:B2) | 5.8",
                "SUM(A1:C1,10) | 15.5",
                "SUM($A$1,'报表'!B1) | 5.5",
                "报表!A1*2 | 4",
                "A2+B2 | 0.3",
                "-2^2 | 4",
                "2+3*4^2/8 | 8",
                "(A1+B1)*2 | 11",
                "50% | 0.5",
                "ROUND(2.675,2) | 2.68",
                "ROUND(-2.5,0) | -3",
                "ROUND(1234,-2) | 1200",
                "ROUNDDOWN(2.79,1) | 2.7",
                "ABS(A1-B1) | 1.5",
                "MIN(A1:B2) | 0.1",
                "MAX(A1:B2,7) | 7",
                "AVERAGE(A1:B1) | 2.75",
                "COUNT(A1:C8) | 4",
                "IF(A1>=2,B1,0) | 3.5",
                "IF(Z1=\"\",1,2) | 1",
                "IF(A1<>2,1,2) | 2",
                "IFERROR(A1/Z1,0) | 0",
                "A1/3 | 0.666666666666667",
                "SUM(B:B) | 3.7",
                "+A1 | 2",
                "1E+3+.5 | 1000.5",
            })
    void simpleFormulasAreComputedExactly(String formula, String expected) {
        assertThat(value(formula)).hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "VLOOKUP(A1,A1:B2,2)",
                "NOW()",
                "A1/Z1",
                "D1+1",
                "C1+1",
                "[1]表!A1",
                "没有!A1",
                "名称",
                "A1:B2",
                "A9+1",
                "SUM(A1",
                "2^1000",
                "2^0.5",
                "A1&B1",
                "{1,2}",
                "A1 B1",
                "\"文字\"",
                "SUM(D1:D2)",
                "((((",
                "XFE1",
                "A1048577"
            })
    void everythingElseIsUndecided(String formula) {
        assertThat(value(formula)).isEmpty();
    }

    @Test
    void aStaleCacheIsContradictedAndNoiseIsNot() {
        RawWorkbook workbook = Workbooks.read(
                ForgedPackage.ofRows(
                        FIGURES
                                + "<row r=\"3\"><c r=\"A3\"><f>A1+B1</f><v>6</v></c><c r=\"B3\"><f>A2+B2</f><v>0.30000000000000004</v></c>"
                                + "<c r=\"C3\"><f>A3*2</f><v>12</v></c><c r=\"D3\"><f>NOW()</f><v>1</v></c><c r=\"E3\"><f>D3+1</f><v>3</v></c></row>"));
        RawSheet sheet = workbook.sheets().get(0);
        Recalculation recalculation = new Recalculation(workbook);
        assertThat(recalculation.contradiction(sheet, Workbooks.cell(sheet, 2, 0)))
                .contains(new BigDecimal("5.5"));
        assertThat(recalculation.contradiction(sheet, Workbooks.cell(sheet, 2, 1)))
                .isEmpty();
        assertThat(recalculation.contradiction(sheet, Workbooks.cell(sheet, 2, 2)))
                .contains(new BigDecimal("11"));
        assertThat(recalculation.contradiction(sheet, Workbooks.cell(sheet, 2, 3)))
                .isEmpty();
        assertThat(recalculation.contradiction(sheet, Workbooks.cell(sheet, 2, 4)))
                .contains(new BigDecimal("2"));
        assertThat(recalculation.contradiction(sheet, Workbooks.cell(sheet, 0, 0)))
                .isEmpty();
    }

    @Test
    void circlesAndLongChainsEnd() {
        StringBuilder rows = new StringBuilder(
                "<row r=\"1\"><c r=\"A1\"><f>B1</f></c><c r=\"B1\"><f>A1</f></c><c r=\"C1\"><v>1</v></c></row>");
        for (int row = 2; row <= 20_000; row++) {
            rows.append("<row><c r=\"C")
                    .append(row)
                    .append("\"><f>C")
                    .append(row - 1)
                    .append("+SUM(C$1:C")
                    .append(row - 1)
                    .append(")</f><v>")
                    .append(row)
                    .append("</v></c></row>");
        }
        RawWorkbook workbook = Workbooks.read(ForgedPackage.ofRows(rows.toString()));
        RawSheet sheet = workbook.sheets().get(0);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            Recalculation recalculation = new Recalculation(workbook);
            assertThat(recalculation.value(sheet, Workbooks.cell(sheet, 0, 0))).isEmpty();
            assertThat(recalculation.value(sheet, Workbooks.cell(sheet, 1, 2))).contains(new BigDecimal("2"));
            for (RawRow row : sheet.rows()) {
                row.cells().forEach(cell -> recalculation.contradiction(sheet, cell));
            }
        });
    }
}
