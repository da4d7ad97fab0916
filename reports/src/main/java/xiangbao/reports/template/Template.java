package xiangbao.reports.template;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook designed by a statistician, to be filled. How anything looks is decided in it and nowhere else. */
public final class Template implements AutoCloseable {
    private final String fileName;
    private final XSSFWorkbook workbook;
    private final CellWriter writer;

    private Template(String fileName, XSSFWorkbook workbook) {
        this.fileName = fileName;
        this.workbook = workbook;
        this.writer = new CellWriter(workbook);
    }

    public static Template open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new TemplateException(file + "：没有这个报表模板");
        }
        return of(String.valueOf(file.getFileName()), Files.readAllBytes(file));
    }

    /** A template that was read before; for many reports of one kind. */
    public static Template of(String fileName, byte[] content) throws IOException {
        return new Template(fileName, new XSSFWorkbook(new ByteArrayInputStream(content)));
    }

    public XSSFWorkbook workbook() {
        return workbook;
    }

    public TemplateSheet sheet(String name) {
        XSSFSheet sheet = workbook.getSheet(name);
        if (sheet == null) {
            throw new TemplateException(fileName + "：模板缺少工作表“" + name + "”");
        }
        return new TemplateSheet(writer, fileName, sheet);
    }

    public void remove(String sheet) {
        int index = workbook.getSheetIndex(sheet);
        if (index >= 0) {
            workbook.removeSheetAt(index);
        }
    }

    /** The style with the number format of so many decimals, thousands and minus as everywhere. */
    public CellStyle withDecimals(CellStyle style, int decimals) {
        return writer.withDecimals(style, decimals);
    }

    /** The finished workbook; anchors are taken out, and a token that nobody filled is an error. */
    public byte[] finish() throws IOException {
        for (Name name : new ArrayList<>(workbook.getAllNames())) {
            if (name.getNameName().startsWith("rpt.")) {
                workbook.removeName(name);
            }
        }
        List<String> unfilled = new ArrayList<>();
        for (int index = 0; index < workbook.getNumberOfSheets(); index++) {
            new TemplateSheet(writer, fileName, workbook.getSheetAt(index))
                    .tokens()
                    .forEach(token -> unfilled.add(token.cell() + " {{" + token.name() + "}}"));
        }
        if (!unfilled.isEmpty()) {
            throw new TemplateException(fileName + "：模板中有无法填写的标记 " + String.join("、", unfilled));
        }
        new ChartMemory(workbook).renew();
        workbook.setActiveSheet(0);
        workbook.setFirstVisibleTab(0);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        workbook.write(bytes);
        return SteadyZip.report(bytes.toByteArray());
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
