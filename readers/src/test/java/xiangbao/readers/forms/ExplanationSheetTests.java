package xiangbao.readers.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static xiangbao.readers.forms.SheetMaker.workbook;

import java.util.List;
import org.junit.jupiter.api.Test;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.workbooks.Explanation;
import xiangbao.statistics.workbooks.ReadWorkbook;
import xiangbao.statistics.workbooks.ReturnMarks;

/** What a clerk wrote into our sheet of his return. */
class ExplanationSheetTests {
    private static final WorkbookReader READER = new WorkbookReader(ToyDefinitions.make());
    private static final String FIRST = "430626111/2026-Q3/试1-1/1-R1";
    private static final String SECOND = "430626111/2026-Q3/试1-1/1-R2/3";

    private static SheetMaker ours() {
        SheetMaker sheet = new SheetMaker()
                .named(ReturnMarks.SHEET)
                .text("A1", ReturnMarks.TITLE + "　伍市镇　待核实")
                .text("A4", "怎么办：需要说明的写在最右一栏。");
        for (int column = 0; column < ReturnMarks.COLUMNS.size(); column++) {
            sheet.text(CellReference.columnName(column) + "6", ReturnMarks.COLUMNS.get(column));
        }
        return sheet.text("K6", ReturnMarks.FINDING_ID)
                .text("B7", "［核实性 1-R1］粮食面积变动过大")
                .text("C7", "粮食!D7")
                .text("K7", FIRST)
                .text("B8", "［核实性 1-R2］单产偏高")
                .text("C8", "粮食!E9 等2处")
                .text("K8", SECOND)
                .text("A11", "序号底色：橙红＝强制性，必须改正；黄＝核实性，改正或说明。");
    }

    private static ReadWorkbook read(SheetMaker sheet) {
        return READER.recognise(workbook(sheet), "伍市镇/2026年三季度报表.xlsx");
    }

    private static String only(SheetMaker sheet) {
        List<Explanation> found = read(sheet).explanations();
        assertThat(found).hasSize(1);
        return found.get(0).text();
    }

    @Test
    void readsWhatIsWrittenBesideAFindingByItsId() {
        assertThat(read(ours().text("J7", " 今年土地流转，\n新增“双改单”2 000亩（见台账）。 ")).explanations())
                .containsExactly(new Explanation(
                        FIRST,
                        "1-R1",
                        "粮食!D7",
                        "今年土地流转， 新增“双改单”2 000亩（见台账）。",
                        new CellReference(ReturnMarks.SHEET, 6, 9)));
    }

    @Test
    void knowsTheFindingByCodeAndPlaceWhereTheIdIsLost() {
        SheetMaker sheet =
                ours().clear("K6").clear("K7").clear("K8").text("J8", "良种补贴").insertColumn(1);
        assertThat(read(sheet).explanations())
                .containsExactly(
                        new Explanation("", "1-R2", "粮食!E9 等2处", "良种补贴", new CellReference(ReturnMarks.SHEET, 7, 10)));
    }

    @Test
    void leavesTextTextWhateverItBeginsWith() {
        assertThat(only(ours().text("J7", "=HYPERLINK(\"http://x\")"))).isEqualTo("=HYPERLINK(\"http://x\")");
        // typed as “-今年大旱”, which the spreadsheet took for a formula
        assertThat(only(ours().uncomputed("J7", "-今年大旱"))).isEqualTo("-今年大旱");
        assertThat(only(ours().number("J7", "2026"))).isEqualTo("2026");
    }

    @Test
    void takesBlanksAndDashesForNothing() {
        for (String nothing : List.of(" ", "—", "/", "……")) {
            assertThat(read(ours().text("J7", nothing)).explanations()).isEmpty();
        }
    }

    @Test
    void givesOneTextToEveryFindingThatItsMergedCellCovers() {
        assertThat(read(ours().text("J7", "统计口径调整").merge("J7", "J8")).explanations())
                .extracting(Explanation::finding, Explanation::text)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(FIRST, "统计口径调整"),
                        org.assertj.core.groups.Tuple.tuple(SECOND, "统计口径调整"));
    }

    @Test
    void dropsATextThatNamesPersonsAndSaysSoWithoutRepeatingIt() {
        for (String personal : List.of("已问村民，电话13812345678", "户主身份证 43062619800101123X", "１３８１２３４５６７８")) {
            ReadWorkbook read = read(ours().text("J7", personal).text("J8", "属实"));
            assertThat(read.explanations()).extracting(Explanation::text).containsExactly("属实");
            Finding hint = read.findings().get(0);
            assertThat(hint.code()).isEqualTo("EXPLANATION-PERSONAL-DATA");
            assertThat(hint.severity()).isEqualTo(Severity.HINT);
            assertThat(hint.place().cells()).containsExactly(new CellReference(ReturnMarks.SHEET, 6, 9));
            assertThat(hint.toString()).doesNotContain("138", "4306");
        }
    }

    @Test
    void keepsTheFirstThousandCharacters() {
        ReadWorkbook read = read(ours().text("J7", "雨".repeat(1200)));
        assertThat(read.explanations()).extracting(Explanation::text).containsExactly("雨".repeat(1000) + "…");
        assertThat(read.findings()).extracting(Finding::code).containsExactly("EXPLANATION-CUT");
    }

    @Test
    void isReadableWithOurSheetAloneIfSomethingIsExplained() {
        assertThat(read(ours().text("J7", "属实")).isUnreadable()).isFalse();
        ReadWorkbook silent = read(ours());
        assertThat(silent.isUnreadable()).isTrue();
        assertThat(silent.findings()).extracting(Finding::code).containsExactly("UNKNOWN-FORM");
    }
}
