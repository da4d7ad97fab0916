package xiangbao.reports.returns;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import xiangbao.statistics.findings.Diagnosis;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.units.UnitCode;

/** A clerk's workbook with a few habits of clerks, and a letter about it. */
final class SampleReturn {
    private static final SubmissionKey KEY =
            new SubmissionKey(new FormCode("平31-1"), new UnitCode("430626101"), ReferencePeriod.of("2026-Q3"));

    private SampleReturn() {}

    /** Sheets 厕所 and 汇总; F9 is filled yellow and bears the clerk's own comment; F13 is a formula whose cached value is stale. */
    static byte[] workbook(boolean old) throws IOException {
        try (Workbook workbook = old ? new HSSFWorkbook() : new XSSFWorkbook()) {
            Sheet sheet = workbook.createSheet("厕所");
            sheet.createRow(0).createCell(0).setCellValue("农村卫生厕所情况");
            sheet.addMergedRegion(CellRangeAddress.valueOf("A1:F1"));
            String[] titles = {"农村总户数", "长期无人居住", "应统计户", "卫生厕所户"};
            double[] values = {13268, 130, 12958, 0.1 + 0.2};
            for (int index = 0; index < titles.length; index++) {
                Row row = sheet.createRow(5 + index);
                row.createCell(0).setCellValue(titles[index]);
                row.createCell(5).setCellValue(values[index]);
            }
            CellStyle yellow = workbook.createCellStyle();
            yellow.setFillForegroundColor(IndexedColors.YELLOW.getIndex());
            yellow.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            yellow.setDataFormat(workbook.createDataFormat().getFormat("0.000"));
            sheet.getRow(8).getCell(5).setCellStyle(yellow);
            ClientAnchor anchor = workbook.getCreationHelper().createClientAnchor();
            Comment own = sheet.createDrawingPatriarch().createCellComment(anchor);
            own.setString(workbook.getCreationHelper().createRichTextString("老王核过"));
            own.setAuthor("老王");
            sheet.getRow(8).getCell(5).setCellComment(own);
            var stale = sheet.createRow(12).createCell(5);
            stale.setCellFormula("SUM(F6:F7)");
            stale.setCellValue(99999);
            sheet.setRepeatingRows(CellRangeAddress.valueOf("1:3"));
            Sheet second = workbook.createSheet("汇总");
            second.createRow(0).createCell(0).setCellFormula("厕所!F8*2");
            second.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
            workbook.createName().setNameName("户数");
            workbook.getName("户数").setRefersToFormula("厕所!$F$6:$F$9");
            workbook.setActiveSheet(1);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    static ReturnLetter letter(String fileName) {
        Finding sum = Finding.of("31-T1", Severity.MANDATORY, "应统计户 ≠ 农村总户数 − 长期无人居住")
                .at(List.of(
                        new CellReference("厕所", 7, 5), new CellReference("厕所", 5, 5), new CellReference("厕所", 6, 5)))
                .compared("12958", "13138", "-180", "")
                .saying("[31-T1] 应统计户 ≠ 农村总户数 − 长期无人居住\n填报：应统计户 [04] = 12 958；应为：13 138；相差 −180。", "请核对 02、03、04 三行。");
        Finding query = Finding.of("31-P2", Severity.QUERY, "卫生厕所户比上季变动过大")
                .at(List.of(new CellReference("厕所", 8, 5)))
                .compared("0.3", "", "", "13089")
                .saying("[31-P2] 卫生厕所户 0.3，上季 13 089，变动 −100.0%，超过 ±5%。", "请核实；确实如此的，请在审核结果的最右一栏说明原因。");
        Finding blank = Finding.of("MISSING-VALUE", Severity.MANDATORY, "非卫生厕所户没有填")
                .at(List.of(new CellReference("厕所", 9, 5)))
                .saying("非卫生厕所户没有填。", "请填数；没有的填 0。");
        Finding hint =
                Finding.of("SHEET-COPIED", Severity.HINT, "工作表“汇总”没有表号，没有读").saying("工作表“汇总”没有表号，没有读。", "不影响报送。");
        return letter(fileName, Outcome.RETURNED, List.of(hint), List.of(query, sum, blank), Map.of());
    }

    /** Two doubts about which something was said: the first was accepted, the second not yet. */
    static ReturnLetter explained(String fileName) {
        Finding accepted = doubt("31-P2", 8).asExplained();
        Finding open = doubt("31-P3", 7);
        return letter(
                fileName,
                Outcome.PENDING_EXPLANATION,
                List.of(),
                List.of(accepted, open),
                Map.of(accepted.id(KEY), "整村搬迁", open.id(KEY), "=新建公厕"));
    }

    /** One wrong cell of which two relations fail: the second folds beneath the first. */
    static ReturnLetter folded(String fileName) {
        Finding leader = Finding.of("31-T1", Severity.MANDATORY, "应统计户 ≠ 农村总户数 − 长期无人居住")
                .at(List.of(
                        new CellReference("厕所", 7, 5), new CellReference("厕所", 5, 5), new CellReference("厕所", 6, 5)))
                .compared("12958", "13138", "-180", "")
                .saying("[31-T1] 应统计户 ≠ 农村总户数 − 长期无人居住", "请核对 02、03、04 三行。")
                .diagnosed(new Diagnosis("DIGIT", "改 F8 一处，以上 2 条都能通过；可能是 13 138 写成了 12 958", ""));
        Finding follows = doubt("31-P2", 8).diagnosed(Diagnosis.beneath(leader.name()));
        return letter(fileName, Outcome.RETURNED, List.of(), List.of(follows, leader), Map.of());
    }

    /** About one form, received and due on days that stay the same. */
    private static ReturnLetter letter(
            String fileName,
            Outcome outcome,
            List<Finding> ofFile,
            List<Finding> findings,
            Map<String, String> explanations) {
        return new ReturnLetter(
                "甲01镇",
                fileName,
                outcome,
                1,
                "2026年10月9日 16:20",
                LocalDate.of(2026, 10, 15),
                ofFile,
                List.of(new ReturnLetter.ReturnedForm(
                        "平31-1 农村卫生厕所情况", KEY, KEY.period(), 1, outcome, findings, explanations)));
    }

    private static Finding doubt(String code, int row) {
        return Finding.of(code, Severity.QUERY, "卫生厕所户比上季变动过大")
                .at(List.of(new CellReference("厕所", row, 5)))
                .compared("0.3", "", "", "13089")
                .saying("[" + code + "] 卫生厕所户 0.3，上季 13 089。", "请核实。");
    }

    /** A doubt that keeps the figures from counting. */
    static ReturnLetter grave(String fileName) {
        return letter(
                fileName,
                Outcome.PENDING_EXPLANATION,
                List.of(),
                List.of(doubt("31-P2", 8), doubt("CHANGE-YEAR", 7).asWithholding()),
                Map.of());
    }

    static ReturnLetter unreadable() {
        Finding reason = Finding.of("ENCRYPTED", Severity.MANDATORY, "文件加了密码，打不开")
                .saying("文件加了密码，打不开。", "请去掉打开密码，另存为 .xlsx 后重新报送。");
        return new ReturnLetter(
                "", "加密.xlsx", Outcome.UNREADABLE, 0, "2026年10月9日 16:20", null, List.of(reason), List.of());
    }
}
