package xiangbao.readers.excel.xlsx;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.excel.archive.PackageArchive;
import xiangbao.readers.excel.archive.PartStream;
import xiangbao.readers.excel.limits.Limits;
import xiangbao.readers.excel.limits.ReadingBudget;
import xiangbao.readers.excel.workbook.Opened;
import xiangbao.readers.excel.workbook.RawSheet;
import xiangbao.readers.excel.workbook.RawWorkbook;
import xiangbao.readers.excel.workbook.Rejection;

/** Reads an Office Open XML workbook, transitional or strict: only the parts that figures need. */
public final class XlsxReader {
    private final byte[] content;
    private final Limits limits;
    private final ReadingBudget budget;

    public XlsxReader(byte[] content, Limits limits) {
        this.content = content;
        this.limits = limits;
        this.budget = new ReadingBudget(limits);
    }

    public Opened read() throws IOException {
        try (PackageArchive archive = new PackageArchive(content, budget)) {
            return read(archive, new PackageParts(archive, budget));
        }
    }

    private Opened read(PackageArchive archive, PackageParts parts) throws IOException {
        if (archive.hasNameEnding("vbaproject.bin")) {
            return Rejection.macro();
        }
        List<Relation> roots = parts.relations("");
        Relation main = Relation.only(roots, "officeDocument", "工作簿部分");
        if (main == null) {
            return withoutWorkbook(archive);
        }
        String workbookName = main.resolved("");
        if (workbookName.endsWith(".bin")) {
            return Rejection.binaryWorkbook();
        }
        WorkbookPart workbook;
        try (PartParser parser = parts.required(workbookName)) {
            workbook = WorkbookPart.read(parser, limits);
        }
        if (workbook == null) {
            return Rejection.notAWorkbook();
        }
        List<Relation> relations = parts.relations(workbookName);
        if (relations.stream()
                .anyMatch(relation ->
                        relation.type().equals("vbaProject") || relation.type().equals("xlMacrosheet"))) {
            return Rejection.macro();
        }
        SharedTexts sharedTexts = new SharedTexts();
        try (PartParser parser = parts.related(workbookName, Relation.only(relations, "sharedStrings", "共享文字表"))) {
            if (parser != null) {
                sharedTexts.read(parser, limits);
                parser.finish();
            }
        }
        CellFormats formats = new CellFormats();
        try (PartParser parser = parts.related(workbookName, Relation.only(relations, "styles", "单元格格式表"))) {
            if (parser != null) {
                formats.read(parser, limits);
                parser.finish();
            }
        }
        Map<String, Relation> byId = new LinkedHashMap<>();
        relations.forEach(relation -> byId.put(relation.id(), relation));
        SheetReader reader = new SheetReader(parts, budget, formats, sharedTexts, workbook.epoch1904());
        List<RawSheet> sheets = new ArrayList<>();
        for (SheetEntry entry : workbook.sheets()) {
            Relation relation = byId.get(entry.relation());
            if (relation == null) {
                return Rejection.damaged("工作表目录错误");
            }
            if (relation.type().equals("worksheet")) {
                sheets.add(reader.read(relation.resolved(workbookName), entry));
            }
        }
        return new RawWorkbook(
                workbook.strict() ? RawWorkbook.XLSX_STRICT : RawWorkbook.XLSX,
                sheets,
                relations.stream().anyMatch(relation -> relation.type().equals("externalLink")),
                workbook.epoch1904(),
                workbook.definedNames(),
                customProperties(parts, Relation.only(roots, "custom-properties", "文档属性表")));
    }

    /** What else is packed as a zip. */
    private static Rejection withoutWorkbook(PackageArchive archive) throws IOException {
        PartStream type = archive.open("mimetype");
        if (type != null) {
            String mimetype = new String(type.readNBytes(100), StandardCharsets.US_ASCII);
            if (mimetype.startsWith("application/vnd.oasis.opendocument")) {
                return mimetype.contains("spreadsheet") ? Rejection.openDocument() : Rejection.notAWorkbook();
            }
        }
        return archive.has("[Content_Types].xml") || archive.has("xl/workbook.xml")
                ? Rejection.damaged("缺少工作簿部分")
                : Rejection.archive();
    }

    private Map<String, String> customProperties(PackageParts parts, @Nullable Relation relation) throws IOException {
        Map<String, String> properties = new LinkedHashMap<>();
        try (PartParser parser = parts.related("", relation)) {
            if (parser != null) {
                parser.root();
                while (parser.child() && properties.size() < limits.otherNames()) {
                    String name = String.valueOf(parser.attribute("name"));
                    while (parser.child()) {
                        properties.put(name, parser.text());
                    }
                }
                parser.finish();
            }
        }
        return properties;
    }
}
