package xiangbao.readers.excel.xlsx;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.excel.limits.Limits;
import xiangbao.readers.excel.limits.ReadingBudget;
import xiangbao.readers.excel.workbook.Area;
import xiangbao.readers.excel.workbook.Opened;
import xiangbao.readers.excel.workbook.RawSheet;
import xiangbao.readers.excel.workbook.RawWorkbook;
import xiangbao.readers.excel.workbook.Rejection;
import xiangbao.readers.excel.workbook.Unreadable;
import xiangbao.readers.excel.workbook.Visibility;

/** Reads an Office Open XML workbook, transitional or strict: only the parts that figures need. */
public final class XlsxReader {
    private final byte[] content;
    private final Limits limits;
    private final ReadingBudget budget;
    private final InputFactoryImpl factory = PartParser.factory();

    /** @param type the last segment of the relation's type, which transitional and strict files share */
    private record Relation(String id, String type, String target, boolean external) {}

    private record SheetEntry(String name, Visibility visibility, String relation) {}

    private record WorkbookPart(
            boolean strict, boolean epoch1904, List<SheetEntry> sheets, Map<String, String> definedNames) {}

    public XlsxReader(byte[] content, Limits limits) {
        this.content = content;
        this.limits = limits;
        this.budget = new ReadingBudget(limits);
    }

    public Opened read() throws IOException {
        try (PackageArchive archive = new PackageArchive(content, limits)) {
            return read(archive);
        }
    }

    private Opened read(PackageArchive archive) throws IOException {
        if (archive.hasNameEnding("vbaproject.bin")) {
            return Rejection.macro();
        }
        List<Relation> roots = relations(archive, "");
        Relation main = only(roots, "officeDocument", "工作簿部分");
        if (main == null) {
            return withoutWorkbook(archive);
        }
        String workbookName = resolved("", main.target());
        if (workbookName.endsWith(".bin")) {
            return Rejection.binaryWorkbook();
        }
        WorkbookPart workbook = workbook(archive, workbookName);
        if (workbook == null) {
            return Rejection.notAWorkbook();
        }
        List<Relation> relations = relations(archive, workbookName);
        if (relations.stream()
                .anyMatch(relation ->
                        relation.type().equals("vbaProject") || relation.type().equals("xlMacrosheet"))) {
            return Rejection.macro();
        }
        SharedTexts sharedTexts = new SharedTexts();
        try (PartParser parser = related(archive, workbookName, only(relations, "sharedStrings", "共享文字表"))) {
            if (parser != null) {
                sharedTexts.read(parser, limits);
                parser.finish();
            }
        }
        CellFormats formats = new CellFormats();
        try (PartParser parser = related(archive, workbookName, only(relations, "styles", "单元格格式表"))) {
            if (parser != null) {
                formats.read(parser, limits);
                parser.finish();
            }
        }
        Map<String, Relation> byId = new LinkedHashMap<>();
        relations.forEach(relation -> byId.put(relation.id(), relation));
        List<RawSheet> sheets = new ArrayList<>();
        for (SheetEntry entry : workbook.sheets()) {
            Relation relation = byId.get(entry.relation());
            if (relation == null) {
                return Rejection.damaged("工作表目录错误");
            }
            if (relation.type().equals("worksheet")) {
                sheets.add(sheet(
                        archive,
                        resolved(workbookName, relation.target()),
                        entry,
                        formats,
                        sharedTexts,
                        workbook.epoch1904()));
            }
        }
        return new RawWorkbook(
                workbook.strict() ? RawWorkbook.XLSX_STRICT : RawWorkbook.XLSX,
                sheets,
                relations.stream().anyMatch(relation -> relation.type().equals("externalLink")),
                workbook.epoch1904(),
                workbook.definedNames(),
                customProperties(archive, only(roots, "custom-properties", "文档属性表")));
    }

    /** What else is packed as a zip. */
    private static Rejection withoutWorkbook(PackageArchive archive) throws IOException {
        PackageArchive.PartStream type = archive.open("mimetype");
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

    private RawSheet sheet(
            PackageArchive archive,
            String name,
            SheetEntry entry,
            CellFormats formats,
            SharedTexts sharedTexts,
            boolean epoch1904)
            throws IOException {
        RawSheet sheet;
        try (PartParser parser = required(archive, name)) {
            sheet = new SheetParser(parser, budget, formats, sharedTexts, epoch1904)
                    .read(entry.name(), entry.visibility());
            parser.finish();
        }
        if (archive.has(relationsName(name))) {
            try (PartParser parser = related(archive, name, only(relations(archive, name), "comments", "批注"))) {
                if (parser != null) {
                    comments(parser, sheet);
                    parser.finish();
                }
            }
        }
        return sheet;
    }

    private static void comments(PartParser parser, RawSheet sheet) throws IOException {
        parser.root();
        while (parser.child()) {
            if (!parser.name().equals("commentList")) {
                parser.skip();
                continue;
            }
            while (parser.child()) {
                String reference = parser.attribute("ref");
                if (reference != null) {
                    Area area = Area.of(reference);
                    sheet.store().comment(area.firstRow(), area.firstColumn());
                }
                parser.skip();
            }
        }
    }

    private @Nullable WorkbookPart workbook(PackageArchive archive, String name) throws IOException {
        try (PartParser parser = required(archive, name)) {
            if (!parser.root().equals("workbook")) {
                return null;
            }
            boolean strict = PartParser.STRICT.equals(parser.namespace());
            boolean epoch1904 = false;
            List<SheetEntry> sheets = new ArrayList<>();
            Map<String, String> definedNames = new LinkedHashMap<>();
            while (parser.child()) {
                switch (parser.name()) {
                    case "workbookPr" -> {
                        epoch1904 = SharedTexts.isTrue(parser.attribute("date1904"));
                        parser.skip();
                    }
                    case "sheets" -> {
                        while (parser.child()) {
                            sheets.add(sheetEntry(parser));
                            if (sheets.size() > limits.sheets()) {
                                throw new Unreadable(Rejection.tooMuch("工作表超过 " + limits.sheets() + " 张"));
                            }
                            parser.skip();
                        }
                    }
                    case "definedNames" -> {
                        while (parser.child()) {
                            String key = String.valueOf(parser.attribute("name"));
                            String local = parser.attribute("localSheetId");
                            definedNames.put(local == null ? key : localName(local, key, sheets), parser.text());
                            if (definedNames.size() > limits.otherNames()) {
                                throw new Unreadable(Rejection.tooMuch("定义名称过多"));
                            }
                        }
                    }
                    default -> parser.skip();
                }
            }
            parser.finish();
            return new WorkbookPart(strict, epoch1904, sheets, definedNames);
        }
    }

    /** A name that holds in one sheet only is told with it, as in {@code 厕所!_xlnm.Print_Area}. */
    private static String localName(String sheet, String name, List<SheetEntry> sheets) {
        return sheet.matches("\\d{1,4}") && Integer.parseInt(sheet) < sheets.size()
                ? sheets.get(Integer.parseInt(sheet)).name() + "!" + name
                : name;
    }

    private static SheetEntry sheetEntry(PartParser parser) throws Unreadable {
        String name = parser.attribute("name");
        String relation = parser.relation();
        String state = parser.attribute("state");
        if (name == null || relation == null) {
            throw new Unreadable(Rejection.damaged("工作表目录错误"));
        }
        Visibility visibility = "hidden".equals(state)
                ? Visibility.HIDDEN
                : "veryHidden".equals(state) ? Visibility.VERY_HIDDEN : Visibility.VISIBLE;
        return new SheetEntry(name, visibility, relation);
    }

    private Map<String, String> customProperties(PackageArchive archive, @Nullable Relation relation)
            throws IOException {
        Map<String, String> properties = new LinkedHashMap<>();
        try (PartParser parser = related(archive, "", relation)) {
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

    private List<Relation> relations(PackageArchive archive, String part) throws IOException {
        List<Relation> relations = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        try (PartParser parser = parser(archive, relationsName(part))) {
            if (parser == null) {
                return relations;
            }
            parser.root();
            while (parser.child()) {
                String id = parser.attribute("Id");
                String type = parser.attribute("Type");
                String target = parser.attribute("Target");
                if (parser.name().equals("Relationship") && id != null && type != null && target != null) {
                    if (!ids.add(id)) {
                        throw new Unreadable(Rejection.damaged("内部链接“" + id + "”有两个"));
                    }
                    relations.add(new Relation(
                            id,
                            type.substring(type.lastIndexOf('/') + 1),
                            target,
                            "External".equals(parser.attribute("TargetMode"))));
                }
                if (relations.size() > limits.otherNames()) {
                    throw new Unreadable(Rejection.tooMuch("内部链接过多"));
                }
                parser.skip();
            }
            parser.finish();
        }
        return relations;
    }

    /** The relation to a part of which there may be one at most. */
    private static @Nullable Relation only(List<Relation> relations, String type, String title) throws Unreadable {
        List<Relation> found = relations.stream()
                .filter(relation -> relation.type().equals(type) && !relation.external())
                .toList();
        if (found.size() > 1) {
            throw new Unreadable(Rejection.damaged(title + "不止一个，无法判断以哪一个为准"));
        }
        return found.isEmpty() ? null : found.get(0);
    }

    private static String relationsName(String part) {
        int slash = part.lastIndexOf('/');
        return part.substring(0, slash + 1) + "_rels/" + part.substring(slash + 1) + ".rels";
    }

    /** A target as the name of a part; it never leads out of the package. */
    private static String resolved(String source, String target) throws Unreadable {
        Deque<String> segments = new ArrayDeque<>();
        String slashed = target.replace('\\', '/');
        if (!slashed.startsWith("/")) {
            String[] folders = source.split("/", -1);
            for (int index = 0; index < folders.length - 1; index++) {
                segments.addLast(folders[index]);
            }
        }
        for (String segment : slashed.split("/", -1)) {
            if (segment.equals("..")) {
                if (segments.pollLast() == null) {
                    throw new Unreadable(Rejection.slip());
                }
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        return String.join("/", segments);
    }

    private @Nullable PartParser related(PackageArchive archive, String source, @Nullable Relation relation)
            throws IOException {
        return relation == null ? null : required(archive, resolved(source, relation.target()));
    }

    private PartParser required(PackageArchive archive, String name) throws IOException {
        PartParser parser = parser(archive, name);
        if (parser == null) {
            throw new Unreadable(Rejection.damaged("缺少内部部分"));
        }
        return parser;
    }

    private @Nullable PartParser parser(PackageArchive archive, String name) throws IOException {
        PackageArchive.PartStream stream = archive.open(name);
        return stream == null ? null : new PartParser(factory, stream, budget);
    }
}
