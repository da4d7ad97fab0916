package xiangbao.readers.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import xiangbao.readers.excel.limits.Limits;
import xiangbao.readers.excel.workbook.CellKind;
import xiangbao.readers.excel.workbook.Opened;
import xiangbao.readers.excel.workbook.RawCell;
import xiangbao.readers.excel.workbook.RawWorkbook;
import xiangbao.readers.excel.workbook.Rejection;

class HostileFileTests {
    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final String ONE_CELL = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";

    /** Small limits, so that what exceeds them is made quickly. */
    private static final Limits TIGHT = new Limits(
            1 << 20,
            1 << 20,
            50,
            200_000,
            400_000,
            5,
            1_000,
            100,
            1_000,
            10_000,
            100,
            100,
            20,
            1_000_000,
            Duration.ofMinutes(1));

    private static Rejection rejection(byte[] content) {
        return rejection(new WorkbookOpener(), content);
    }

    private static Rejection rejection(WorkbookOpener opener, byte[] content) {
        Opened opened = assertTimeoutPreemptively(DEADLINE, () -> opener.open(content));
        assertThat(opened).isInstanceOf(Rejection.class);
        Rejection rejection = (Rejection) opened;
        assertThat(rejection.message()).matches("(?s).*[\\u4e00-\\u9fff].*。");
        assertThat(rejection.remedy()).matches("(?s).*[\\u4e00-\\u9fff].*。");
        return rejection;
    }

    static Stream<Arguments> filesThatAreNoWorkbook() throws IOException {
        Charset gbk = Charset.forName("GB18030");
        return Stream.of(
                Arguments.of("EMPTY-FILE", new byte[0]),
                Arguments.of(
                        "HTML-AS-XLS", "<html><body><table><tr><td>1</td></tr></table></body></html>".getBytes(gbk)),
                Arguments.of("HTML-AS-XLS", "\ufeff<!DOCTYPE html>\n<p>报表</p>".getBytes(StandardCharsets.UTF_8)),
                Arguments.of(
                        "HTML-AS-XLS", "\ufeff<table><tr><td>报表</td></tr></table>".getBytes(StandardCharsets.UTF_16LE)),
                Arguments.of(
                        "HTML-AS-XLS",
                        "MIME-Version: 1.0\r\nContent-Type: multipart/related".getBytes(StandardCharsets.US_ASCII)),
                Arguments.of(
                        "XML-SPREADSHEET",
                        "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>"
                                .getBytes(StandardCharsets.UTF_8)),
                Arguments.of("CSV-OR-TEXT", "代码,数值\r\n02,1200\r\n".getBytes(gbk)),
                Arguments.of("CSV-OR-TEXT", "\ufeff代码\t数值".getBytes(StandardCharsets.UTF_16LE)),
                Arguments.of("PDF", "%PDF-1.7\n%\u00e2\u00e3".getBytes(StandardCharsets.ISO_8859_1)),
                Arguments.of("ARCHIVE", "Rar!\u001a\u0007".getBytes(StandardCharsets.ISO_8859_1)),
                Arguments.of(
                        "ARCHIVE",
                        ForgedPackage.empty().part("readme.txt", "hello").bytes()),
                Arguments.of("OLD-XLS", new byte[] {9, 8, 8, 0, 0, 5, 5, 0, 0, 0, 0, 0}),
                Arguments.of("OLD-XLS", new byte[] {9, 0, 4, 0, 2, 0, 0x10, 0}),
                Arguments.of("OLD-XLS", compound("Book", new byte[] {9, 8, 8, 0, 0, 5, 5, 0, 0, 0, 0, 0})),
                Arguments.of("OLD-XLS", compound("Workbook", new byte[] {9, 8, 8, 0, 0, 5, 5, 0, 0, 0, 0, 0})),
                Arguments.of("NOT-A-WORKBOOK", compound("WordDocument", new byte[100])),
                Arguments.of("NOT-A-WORKBOOK", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13}),
                Arguments.of(
                        "ODS",
                        ForgedPackage.empty()
                                .part("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
                                .part("content.xml", "<x/>")
                                .bytes()),
                Arguments.of("XLSB", packageWithMain("xl/workbook.bin", "\u0083\u0001")),
                Arguments.of("NOT-A-WORKBOOK", packageWithMain("word/document.xml", "<w:document xmlns:w=\"w\"/>")));
    }

    @ParameterizedTest
    @MethodSource("filesThatAreNoWorkbook")
    void whatIsNoWorkbookIsNamedByItsContent(String code, byte[] content) {
        assertThat(rejection(content).code()).isEqualTo(code);
    }

    private static byte[] packageWithMain(String name, String content) {
        return ForgedPackage.empty()
                .part(
                        "_rels/.rels",
                        "<Relationships><Relationship Id=\"r\" Type=\"x/officeDocument\" Target=\"" + name
                                + "\"/></Relationships>")
                .part(name, content)
                .bytes();
    }

    private static byte[] compound(String stream, byte[] content) throws IOException {
        try (POIFSFileSystem files = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            files.createDocument(new java.io.ByteArrayInputStream(content), stream);
            files.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    @Test
    void anEncryptedXlsxIsNamed() throws Exception {
        try (POIFSFileSystem files = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("123456");
            try (var stream = encryptor.getDataStream(files)) {
                stream.write(ForgedPackage.ofRows(ONE_CELL));
            }
            files.writeFilesystem(out);
            assertThat(rejection(out.toByteArray()).code()).isEqualTo("ENCRYPTED");
        }
    }

    @Test
    void anEncryptedXlsIsNamed() throws IOException {
        Biff8EncryptionKey.setCurrentUserPassword("123456");
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.createSheet().createRow(0).createCell(0).setCellValue(1);
            workbook.write(out);
            assertThat(rejection(out.toByteArray()).code()).isEqualTo("ENCRYPTED");
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    @Test
    void anEncryptedEntryIsNamed() {
        assertThat(rejection(ForgedPackage.empty().locked("xl/workbook.xml").bytes())
                        .code())
                .isEqualTo("ENCRYPTED");
    }

    @Test
    void macrosAreNamedWhereverTheyHide() throws IOException {
        byte[] usual = ForgedPackage.empty()
                .sheet("")
                .part("xl/vbaProject.bin", "x")
                .workbook()
                .bytes();
        byte[] renamed = ForgedPackage.empty()
                .sheet("")
                .relation("rV", "vbaProject", "harmless.dat")
                .workbook()
                .bytes();
        assertThat(rejection(usual).code()).isEqualTo("MACRO");
        assertThat(rejection(renamed).code()).isEqualTo("MACRO");
        try (POIFSFileSystem files = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            files.createDirectory("_VBA_PROJECT_CUR");
            files.createDocument(new java.io.ByteArrayInputStream(new byte[8]), "Workbook");
            files.writeFilesystem(out);
            assertThat(rejection(out.toByteArray()).code()).isEqualTo("MACRO");
        }
    }

    @Test
    void aPartThatInflatesBeyondTheLimitIsABomb() {
        byte[] rows = ForgedPackage.deflated(
                "<worksheet><sheetData>", "<row><c><v></v></c></row>", 12_000_000, "</sheetData></worksheet>");
        byte[] honest = ForgedPackage.empty()
                .lying("xl/worksheets/sheet1.xml", rows, 300_000_000)
                .workbook()
                .bytes();
        assertThat(honest.length).isLessThan(5 << 20);
        assertThat(rejection(honest).code()).isEqualTo("ZIP-BOMB");
    }

    @Test
    void aPartThatHidesItsSizeIsStopped() {
        byte[] rows = ForgedPackage.deflated(
                "<worksheet><sheetData>", "<row><c><v></v></c></row>", 12_000_000, "</sheetData></worksheet>");
        byte[] lying = ForgedPackage.empty()
                .lying("xl/worksheets/sheet1.xml", rows, 1_000)
                .workbook()
                .bytes();
        assertThat(rejection(lying).code()).isEqualTo("DAMAGED");
    }

    @Test
    void aBombBelowAnyRatioIsABombAllTheSame() {
        byte[] noise = new byte[250_000];
        new Random(1).nextBytes(noise);
        byte[] content = ForgedPackage.empty()
                .sheet("")
                .part("xl/media/a.bin", noise)
                .part("xl/media/b.bin", noise)
                .workbook()
                .bytes();
        assertThat(rejection(new WorkbookOpener(TIGHT), content).code()).isEqualTo("ZIP-BOMB");
    }

    @Test
    void oneText64MegabytesLongIsStopped() {
        byte[] texts = ForgedPackage.deflated(
                "<sst xmlns=\"" + ForgedPackage.MAIN + "\"><si><t>", "A", 64_000_000, "</t></si></sst>");
        byte[] content = ForgedPackage.empty()
                .sheet("")
                .relation("rS", "sharedStrings", "sharedStrings.xml")
                .lying("xl/sharedStrings.xml", texts, 64_000_096)
                .workbook()
                .bytes();
        assertThat(rejection(content).code()).isIn("ZIP-BOMB", "TOO-LARGE");
    }

    @Test
    void oneAttribute64MegabytesLongIsStopped() {
        byte[] sheet = ForgedPackage.deflated("<worksheet a=\"", "A", 64_000_000, "\"/>");
        byte[] content = ForgedPackage.empty()
                .lying("xl/worksheets/sheet1.xml", sheet, 64_000_017)
                .workbook()
                .bytes();
        assertThat(rejection(content).code()).isEqualTo("ZIP-BOMB");
    }

    @Test
    void endlesslyNestedElementsAreStopped() {
        byte[] sheet =
                ForgedPackage.deflated("<worksheet xmlns=\"" + ForgedPackage.MAIN + "\">", "<a>", 20_000_000, "");
        byte[] content = ForgedPackage.empty()
                .lying("xl/worksheets/sheet1.xml", sheet, 60_000_080)
                .workbook()
                .bytes();
        assertThat(rejection(content).code()).isEqualTo("ZIP-BOMB");
    }

    @Test
    void anEndlessVocabularyIsStopped() {
        StringBuilder sheet = new StringBuilder();
        for (int index = 0; index < 100_000; index++) {
            sheet.append("<n").append(index).append("/>");
        }
        assertThat(rejection(ForgedPackage.ofSheet(sheet.toString())).code()).isEqualTo("ZIP-BOMB");
    }

    @Test
    void everNewAttributesAreStopped() {
        StringBuilder many = new StringBuilder();
        for (int index = 0; index < 400_000; index++) {
            many.append(" a").append(index).append("=\">\"");
        }
        StringBuilder spread = new StringBuilder("<extLst>");
        StringBuilder cells = new StringBuilder();
        StringBuilder prefixes = new StringBuilder();
        StringBuilder instructions = new StringBuilder();
        for (int index = 0; index < 100_000; index++) {
            spread.append("<e x").append(index).append("=\"1\" y").append(index).append("=\"1\"/>");
            cells.append("<row><c z").append(index).append("=\"1\"><v>1</v></c></row>");
            prefixes.append("<row xmlns:p").append(index).append("=\"u\"/>");
            instructions.append("<?i").append(index).append("?>");
        }
        for (String content : new String[] {
            "<sheetPr" + many + "/>",
            spread + "</extLst>",
            "<sheetData>" + cells + "</sheetData>",
            "<sheetData>" + prefixes + "</sheetData>",
            "<sheetData>" + instructions + "</sheetData>",
            "<sheetData><row><c><v" + many + ">1</v></c></row></sheetData>"
        }) {
            assertThat(rejection(ForgedPackage.ofSheet(content)).message()).startsWith("文件内部标记的");
        }
    }

    @Test
    void stepsAreCounted() {
        Limits few = new Limits(
                1 << 20,
                1 << 20,
                50,
                9_000_000,
                9_000_000,
                5,
                1_000_000,
                100,
                1_000,
                10_000,
                100,
                100,
                20,
                50_000,
                Duration.ofMinutes(1));
        String rows = "<row/>".repeat(50_000);
        assertThat(rejection(new WorkbookOpener(few), ForgedPackage.ofRows(rows))
                        .message())
                .isEqualTo("工作簿中内容过多，读取时间过长，超出一份报表应有的规模，没有读取。");
    }

    static Stream<Arguments> partsThatSayTwoThings() {
        String text = "<is><t>200</t></is>";
        return Stream.of(
                Arguments.of("<c r=\"A1\"><v>1</v><v>200</v></c>", "工作表“报表”的单元格 A1 里有两个值"),
                Arguments.of("<c r=\"A1\"><f>1</f><f>2</f><v>1</v></c>", "工作表“报表”的单元格 A1 里有两个值"),
                Arguments.of("<c r=\"A1\" t=\"n\"><v>1</v>" + text + "</c>", "工作表“报表”的单元格 A1 里有两个值"),
                Arguments.of("<c r=\"A1\">" + text + "</c>", "工作表“报表”的单元格 A1 里有两个值"),
                Arguments.of("<c r=\"A1\" t=\"inlineStr\">" + text + text + "</c>", "工作表“报表”的单元格 A1 里有两个值"),
                Arguments.of("<c r=\"A1\" t=\"inlineStr\"><is><t>1</t><t>200</t></is></c>", "一个单元格里有两段文字"),
                Arguments.of("<c r=\"A1\"><v>1<x/>200</v></c>", "单元格的内容里夹着别的标记"),
                Arguments.of("<c r=\"A1\"><v>1</v><x:v xmlns:x=\"u\">200</x:v></c>", "工作表“报表”的第 1 行夹着别的标记"),
                Arguments.of("<x:c xmlns:x=\"u\" r=\"A1\"><x:v>200</x:v></x:c>", "工作表“报表”的第 1 行夹着别的标记"),
                Arguments.of(
                        "<c r=\"A1\" t=\"inlineStr\"><is><t>1</t><x:t xmlns:x=\"u\">2</x:t></is></c>", "单元格文字里夹着别的标记"));
    }

    @ParameterizedTest
    @MethodSource("partsThatSayTwoThings")
    void aCellThatSaysTwoThingsIsDamaged(String cell, String reason) {
        Rejection rejection = rejection(ForgedPackage.ofRows("<row r=\"1\">" + cell + "</row>"));
        assertThat(rejection.code()).isEqualTo("DAMAGED");
        assertThat(rejection.message()).isEqualTo("文件已损坏或不完整（" + reason + "），无法读取。");
    }

    @Test
    void whatIsThereTwiceIsDamaged() {
        assertThat(rejection(ForgedPackage.ofSheet("<sheetData/><sheetData/>")).message())
                .contains("工作表“报表”里有两份数据");
        assertThat(rejection(ForgedPackage.empty()
                                .sheet("")
                                .relation("r1", "externalLink", "a.xml")
                                .workbook()
                                .bytes())
                        .message())
                .contains("内部链接“r1”有两个");
        assertThat(rejection(ForgedPackage.empty()
                                .sheet("")
                                .sharedStrings("")
                                .relation("rS2", "sharedStrings", "others.xml")
                                .workbook()
                                .bytes())
                        .message())
                .contains("共享文字表不止一个");
        assertThat(rejection(ForgedPackage.empty()
                                .sheet("")
                                .styles("<numFmts><numFmt numFmtId=\"164\" formatCode=\"0\"/>"
                                        + "<numFmt numFmtId=\"164\" formatCode=\";;;\"/></numFmts>")
                                .workbook()
                                .bytes())
                        .message())
                .contains("一个单元格格式编号有两种格式");
    }

    @Test
    void strangersBesideTheDataAreNotTakenForIt() {
        RawWorkbook workbook = (RawWorkbook)
                new WorkbookOpener()
                        .open(
                                ForgedPackage.ofSheet(
                                        "<x:sheetData xmlns:x=\"u\"><row r=\"1\"><c r=\"A1\"><v>9</v></c></row></x:sheetData>"
                                                + "<sheetData><row xmlns:x=\"u\" r=\"1\" x:r=\"7\"><c r=\"A1\" x:t=\"b\"><v>1</v></c></row></sheetData>"));
        assertThat(workbook.sheets().get(0).rows()).hasSize(1);
        assertThat(Workbooks.cell(workbook.sheets().get(0), 0, 0).text()).isEqualTo("1");
    }

    @Test
    void namesThatNobodySeesAreTold() {
        assertThat(rejection(ForgedPackage.ofRows("<row r=\"1\"><c r=\"&#x202e;1A\"><v>1</v></c></row>"))
                        .message())
                .contains("〈U+202E〉1A");
    }

    @Test
    void entityExpansionIsRefused() {
        String laughs =
                "<!DOCTYPE worksheet [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
        byte[] content = ForgedPackage.empty()
                .part(
                        "xl/worksheets/sheet1.xml",
                        laughs + "<worksheet><sheetData><row><c t=\"str\"><v>&c;</v></c></row></sheetData></worksheet>")
                .workbook()
                .bytes();
        assertThat(rejection(content).code()).isEqualTo("ENTITY");
    }

    @Test
    void externalEntitiesAreNeitherReadNorFetched(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "4711");
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(200);
            for (String system :
                    new String[] {secret.toUri().toString(), "http://localhost:" + server.getLocalPort() + "/x.dtd"}) {
                for (String type : new String[] {
                    "<!DOCTYPE sst [<!ENTITY x SYSTEM \"" + system + "\">]>", "<!DOCTYPE sst SYSTEM \"" + system + "\">"
                }) {
                    byte[] content = ForgedPackage.empty()
                            .sheet("")
                            .relation("rS", "sharedStrings", "sharedStrings.xml")
                            .part("xl/sharedStrings.xml", type + "<sst><si><t>&x;</t></si></sst>")
                            .workbook()
                            .bytes();
                    Rejection rejection = rejection(content);
                    assertThat(rejection.code()).isEqualTo("ENTITY");
                    assertThat(rejection.toString()).doesNotContain("4711");
                }
            }
            org.assertj.core.api.Assertions.assertThatThrownBy(server::accept)
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void anUndeclaredEntityIsRefused() {
        assertThat(rejection(ForgedPackage.ofRows("<row><c t=\"str\"><v>&x;</v></c></row>"))
                        .code())
                .isIn("ENTITY", "DAMAGED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../evil.xml",
                "xl/../../evil.xml",
                "/etc/passwd",
                "..\\evil.xml",
                "C:\\evil.xml",
                "xl/worksheets/.."
            })
    void namesThatLeadOutsideAreRefused(String name) {
        assertThat(rejection(ForgedPackage.empty()
                                .sheet("")
                                .part(name, "x")
                                .workbook()
                                .bytes())
                        .code())
                .isEqualTo("ZIP-SLIP");
    }

    @Test
    void relationsThatLeadOutsideAreRefused() {
        byte[] content = ForgedPackage.empty()
                .sheet("")
                .relation("rS", "sharedStrings", "../../../etc/passwd")
                .workbook()
                .bytes();
        assertThat(rejection(content).code()).isEqualTo("ZIP-SLIP");
    }

    @Test
    void twoEntriesOfOneNameAreRefused() {
        byte[] same = ForgedPackage.empty().sheet("").sheet("").workbook().bytes();
        byte[] otherCase = ForgedPackage.empty()
                .sheet("")
                .part("XL/Worksheets/Sheet1.xml", "x")
                .workbook()
                .bytes();
        assertThat(rejection(same).code()).isEqualTo("DUPLICATE-ENTRY");
        assertThat(rejection(otherCase).code()).isEqualTo("DUPLICATE-ENTRY");
    }

    @Test
    void twoCellsAtOneAddressAreRefused() {
        String inOneRow = "<row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"B2\"><v>2</v></c></row>";
        String inTwoRows =
                "<row r=\"2\"><c r=\"B2\"><v>1</v></c></row><row r=\"3\"/><row r=\"2\"><c r=\"B2\"><v>2</v></c></row>";
        assertThat(rejection(ForgedPackage.ofRows(inOneRow)).message()).isEqualTo("工作表“报表”中单元格 B2 出现了两次，无法判断以哪一个为准。");
        assertThat(rejection(ForgedPackage.ofRows(inTwoRows)).code()).isEqualTo("DUPLICATE-CELL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r=\"1048577\"><c><v>1</v></c></row>",
                "<row r=\"99999999999999999999\"><c><v>1</v></c></row>",
                "<row r=\"0\"><c><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"AAAAAAA1\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"A99999999999\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"XFD1\"><v>1</v></c><c><v>2</v></c></row>",
                "<row r=\"1048576\"/><row><c><v>1</v></c></row>"
            })
    void addressesThatExcelDoesNotHaveAreRefused(String rows) {
        assertThat(rejection(ForgedPackage.ofRows(rows)).code()).isEqualTo("DIMENSIONS");
    }

    @Test
    void aMillionMergesAreRefused() {
        StringBuilder merges = new StringBuilder("<sheetData/><mergeCells>");
        for (int row = 1; row <= 1_000_000; row++) {
            merges.append("<mergeCell ref=\"A")
                    .append(row)
                    .append(":B")
                    .append(row)
                    .append("\"/>");
        }
        assertThat(rejection(ForgedPackage.ofSheet(
                                merges.append("</mergeCells>").toString()))
                        .code())
                .isEqualTo("TOO-MANY-MERGES");
    }

    @Test
    void aMillionFormattedEmptyRowsAreFine() {
        StringBuilder honest = new StringBuilder(ONE_CELL);
        for (int row = 2; row <= 1_048_576; row++) {
            honest.append("<row r=\"").append(row).append("\" s=\"1\" customFormat=\"1\"/>");
        }
        Opened opened = assertTimeoutPreemptively(
                DEADLINE, () -> new WorkbookOpener().open(ForgedPackage.ofRows(honest.toString())));
        assertThat(((RawWorkbook) opened).sheets().get(0).rows()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1E+2000000000",
                "1E2147483648",
                "-1E-2000000000",
                "1E401",
                "NaN",
                "1,234",
                "0x10",
                "1E",
                ".",
                "--1"
            })
    void absurdNumbersStayTextAndAreErrors(String stored) {
        RawWorkbook workbook = (RawWorkbook) assertTimeoutPreemptively(
                DEADLINE,
                () -> new WorkbookOpener()
                        .open(ForgedPackage.ofRows("<row r=\"1\"><c r=\"A1\"><v>" + stored + "</v></c></row>")));
        RawCell cell = Workbooks.cell(workbook.sheets().get(0), 0, 0);
        assertThat(cell.kind()).isEqualTo(CellKind.ERROR);
        assertThat(cell.text()).isEqualTo(stored);
    }

    @Test
    void aNumberOfAMillionDigitsIsNotBelieved() {
        assertThat(rejection(ForgedPackage.ofRows("<row><c><v>" + "9".repeat(1_000_000) + "</v></c></row>"))
                        .code())
                .isEqualTo("TOO-LARGE");
    }

    @Test
    void tooManyCellsSheetsEntriesAndTextsAreRefused() {
        WorkbookOpener opener = new WorkbookOpener(TIGHT);
        assertThat(rejection(opener, ForgedPackage.ofRows("<row><c><v>1</v></c></row>".repeat(1_001)))
                        .message())
                .isEqualTo("工作簿中单元格超过 1000 个，超出一份报表应有的规模，没有读取。");
        ForgedPackage entries = ForgedPackage.empty().sheet("");
        for (int index = 0; index < 60; index++) {
            entries.part("xl/media/" + index, "x");
        }
        assertThat(rejection(opener, entries.workbook().bytes()).code()).isEqualTo("TOO-LARGE");
        String text = "<row><c t=\"str\"><v>" + "字".repeat(900) + "</v></c></row>";
        assertThat(rejection(opener, ForgedPackage.ofRows(text.repeat(20))).code())
                .isEqualTo("TOO-LARGE");
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 100, 700, 1_100})
    void aTruncatedPackageIsDamaged(int length) {
        byte[] whole = ForgedPackage.ofRows(ONE_CELL);
        assertThat(whole.length).isGreaterThan(length);
        assertThat(rejection(Arrays.copyOf(whole, length)).code()).isEqualTo("DAMAGED");
    }

    @Test
    void aTruncatedXlsIsDamaged() throws IOException {
        byte[] whole = Workbooks.xls(
                workbook -> workbook.createSheet().createRow(0).createCell(0).setCellValue(1));
        assertThat(rejection(Arrays.copyOf(whole, 1500)).code()).isEqualTo("DAMAGED");
        assertThat(rejection(Arrays.copyOf(whole, 20)).code()).isEqualTo("DAMAGED");
    }

    @Test
    void malformedXmlIsDamaged() {
        assertThat(rejection(ForgedPackage.ofRows("<row><c><v>1</row>")).code()).isEqualTo("DAMAGED");
        assertThat(rejection(ForgedPackage.ofRows("<row><c t=\"s\"><v>3</v></c></row>"))
                        .code())
                .isEqualTo("DAMAGED");
    }

    @Test
    void whatIsNoRegularFileIsNotOpened(@TempDir Path folder) throws Exception {
        Path real = Files.write(folder.resolve("real.xlsx"), ForgedPackage.ofRows(ONE_CELL));
        Path link = Files.createSymbolicLink(folder.resolve("link.xlsx"), real);
        Path directory = Files.createDirectory(folder.resolve("folder.xlsx"));
        Path pipe = folder.resolve("pipe.xlsx");
        WorkbookOpener opener = new WorkbookOpener();
        assertThat(opener.open(real)).isInstanceOf(RawWorkbook.class);
        assertThat(((Rejection) opener.open(link)).code()).isEqualTo("NOT-A-FILE");
        assertThat(((Rejection) opener.open(directory)).code()).isEqualTo("NOT-A-FILE");
        assertThat(((Rejection) opener.open(folder.resolve("absent.xlsx"))).code())
                .isEqualTo("NOT-A-FILE");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Opened opened = assertTimeoutPreemptively(DEADLINE, () -> opener.open(pipe));
        assertThat(((Rejection) opened).code()).isEqualTo("NOT-A-FILE");
    }

    @Test
    void aFileBeyondTheLimitIsNotRead(@TempDir Path folder) throws IOException {
        Path large = folder.resolve("large.xlsx");
        Files.write(large, new byte[(1 << 20) + 1]);
        assertThat(((Rejection) new WorkbookOpener(TIGHT).open(large)).message())
                .startsWith("文件超过 1 MB");
    }
}
