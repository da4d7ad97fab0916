package xiangbao.console.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import xiangbao.readers.config.DefinitionsReader;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitKind;

/**
 * Makes {@code sample-inputs} anew; the README that it writes has the command. Arguments: the folder of the configuration, the baseline, the folder to
 * fill.
 */
public final class SampleMaker {
    private static final ReferencePeriod Q3 = ReferencePeriod.of("2026-Q3");
    private static final ReferencePeriod Q2 = ReferencePeriod.of("2026-Q2");
    private static final ReferencePeriod LAST = ReferencePeriod.of("2025-Q3");
    private static final ReferencePeriod SEPTEMBER = ReferencePeriod.of("2026-09");
    private static final ReferencePeriod AUGUST = ReferencePeriod.of("2026-08");
    private static final ReferencePeriod LAST_YEAR = ReferencePeriod.of("2025");
    private static final List<String> COUNTRYSIDE =
            List.of("平13-3", "平43-2", "平51-1", "平51-2", "平51-4", "平61-1", "平62-2", "平62-3");
    private static final List<String> MONTHLY = List.of("平51-3", "平62-1", "平91-1");
    private final Definitions definitions;
    private final Baseline baseline;
    private final Path target;
    private final List<String> table = new ArrayList<>();
    private final Map<String, Grid> loose = new LinkedHashMap<>();

    private SampleMaker(Definitions definitions, Baseline baseline, Path target) {
        this.definitions = definitions;
        this.baseline = baseline;
        this.target = target;
    }

    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        Definitions definitions = DefinitionsReader.read(Path.of(arguments[0])).definitions();
        if (definitions == null) {
            throw new IllegalArgumentException("the configuration has mistakes: run config check");
        }
        Path target = Path.of(arguments[2]);
        if (Files.isDirectory(target)) {
            try (Stream<Path> old = Files.walk(target)) {
                for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                    if (!path.equals(target)) {
                        Files.deleteIfExists(path);
                    }
                }
            }
        }
        new SampleMaker(definitions, Baseline.read(Path.of(arguments[1])), target).make();
    }

    private void make() throws IOException, GeneralSecurityException {
        loosen();
        int index = 0;
        for (String code : baseline.codes()) {
            township(definitions.units().get(new xiangbao.statistics.units.UnitCode(code)), index++);
        }
        departments();
        offices();
        unreadable();
        byHand();
        readme();
    }

    // ---- the ordinary township ----------------------------------------------------------------------------------

    private void township(ReportingUnit unit, int index) throws IOException {
        Figures figures = new Figures(baseline, unit);
        Sheets.Habit habit = Sheets.Habit.values()[index % 3];
        List<Grid> quarter = new ArrayList<>();
        add(quarter, grid("平11-1", unit, Q3, figures, habit));
        add(quarter, grid("平13-1", unit, Q3, figures, habit));
        add(quarter, grid("平13-2", unit, Q3, figures, habit));
        add(quarter, grid("平31-1", unit, Q3, figures, habit));
        add(quarter, grid("平32-2", unit, Q3, figures, habit));
        if (!unit.kind().title().equals("街道")) {
            add(quarter, grid("平42-1", unit, Q3, figures, habit));
        }
        List<Grid> country = countryside(COUNTRYSIDE, unit, Q3, figures, habit);
        if (unit.name().equals("向家镇")) {
            write(unit.name() + "/2026年三季度产业和治理报表", country, 0);
        } else {
            quarter.addAll(country);
        }
        arrange(quarter, unit, index);
        write(unit.name() + "/2026年三季度报表", quarter, index);
        List<Grid> month = new ArrayList<>();
        for (String form : List.of("平22-1", "平23-1", "平23-2", "平32-1", "平43-1")) {
            add(month, grid(form, unit, SEPTEMBER, figures, habit));
        }
        List<Grid> order = countryside(MONTHLY, unit, SEPTEMBER, figures, habit);
        if (unit.name().equals("梅仙镇")) {
            write(unit.name() + "/2026年9月治理和安全月报", order, 0);
        } else {
            month.addAll(order);
        }
        write(unit.name() + "/2026年9月月报", month, index + 1);
        List<Grid> before = new ArrayList<>();
        for (String form : List.of("平22-1", "平23-1", "平23-2", "平32-1", "平43-1")) {
            before.add(grid(form, unit, AUGUST, figures, habit));
        }
        List<Grid> orderBefore = countryside(MONTHLY, unit, AUGUST, figures, habit);
        if (unit.name().equals("石牛寨镇")) {
            write(unit.name() + "/2026年8月治理和安全月报", orderBefore, 0);
        } else {
            before.addAll(orderBefore);
        }
        write(unit.name() + "/2026年8月月报", before, 0);
        write(
                unit.name() + "/2026年上半年油菜及经济作物",
                List.of(grid("平12-1", unit, ReferencePeriod.of("2026-S1"), figures, habit)),
                index);
        List<Grid> spring = new ArrayList<>();
        for (String form : List.of("平11-1", "平13-1", "平31-1", "平32-2")) {
            spring.add(grid(form, unit, Q2, figures, habit));
        }
        write(unit.name() + "/2026年二季度报表", spring, 0);
        List<Grid> last = new ArrayList<>();
        last.add(grid("平11-1", unit, LAST, figures, habit));
        if (!unit.kind().title().equals("街道")) {
            last.add(grid("平42-1", unit, LAST, figures, habit));
            last.add(grid("平51-1", unit, LAST, figures, habit));
        }
        write(unit.name() + "/2025年三季度报表", last, 0);
        write(unit.name() + "/2025年基本情况", List.of(grid("平01-1", unit, LAST_YEAR, figures, habit)), index + 2);
    }

    /** Those of the forms that the township owes, without what is sent apart. */
    private List<Grid> countryside(
            List<String> forms, ReportingUnit unit, ReferencePeriod period, Figures figures, Sheets.Habit habit) {
        List<Grid> grids = new ArrayList<>();
        for (String form : forms) {
            if (definitions
                    .form(new FormCode(form))
                    .orElseThrow()
                    .form()
                    .owedBy()
                    .selects(unit)) {
                add(grids, grid(form, unit, period, figures, habit));
            }
        }
        return grids;
    }

    /** What is sent apart as a case of its own is left out of the township's workbook. */
    private void add(List<Grid> grids, Grid grid) {
        if (!loose.containsKey(grid.name)) {
            grids.add(grid);
        }
    }

    private Grid grid(String form, ReportingUnit unit, ReferencePeriod period, Figures figures, Sheets.Habit habit) {
        Form layout = definitions.form(new FormCode(form)).orElseThrow().form();
        String name = form + "|" + unit.name() + "|" + period;
        CountrysideFigures country = new CountrysideFigures(baseline, unit);
        if (layout.layout() == Layout.LEDGER) {
            List<Map<String, Object>> lines = switch (form) {
                case "平13-2" -> figures.blocks();
                case "平22-1" -> figures.projects(period.ordinal());
                case "平23-2" -> figures.bridges(period.ordinal());
                case "平51-2" -> country.bases();
                case "平51-4" -> country.titles();
                case "平61-1" -> country.villages();
                case "平62-3" -> country.clusters();
                case "平91-1" -> country.steps(period.ordinal());
                default -> throw new IllegalArgumentException(form);
            };
            return Sheets.ledger(layout, unit, period, lines, habit, name);
        }
        Map<String, BigDecimal> cells = switch (form) {
            case "平11-1" -> figures.grain(period);
            case "平12-1" -> figures.rape();
            case "平13-1" -> figures.support(period);
            case "平23-1" -> figures.bridgeTotals(period.ordinal());
            case "平31-1" -> figures.toilets(period);
            case "平32-1" -> figures.waste(period.ordinal());
            case "平32-2" -> figures.sewage(period);
            case "平42-1" -> figures.collective(period);
            case "平43-1" -> figures.relief(period.ordinal());
            case "平01-1" -> country.master();
            case "平13-3" -> country.quality();
            case "平43-2" -> country.payments();
            case "平51-1" -> country.industry(period);
            case "平51-3" -> country.tests(period.ordinal());
            case "平62-1" -> country.governance(period.ordinal());
            case "平62-2" -> country.services();
            default -> throw new IllegalArgumentException(form);
        };
        return Sheets.matrix(layout, unit, period, cells, habit, name);
    }

    /** Harmless habits: renamed, reordered, extra and hidden sheets, inserted and hidden rows. */
    private static void arrange(List<Grid> grids, ReportingUnit unit, int index) {
        if (index % 4 == 1) {
            java.util.Collections.reverse(grids);
        }
        if (index % 5 == 2) {
            Grid note = new Grid("填报说明");
            note.put(0, 0, "本工作簿各表由" + unit.name() + "农业综合服务中心填报，有问题请联系统计站。");
            grids.add(0, note);
        }
        if (index % 5 == 3) {
            Grid scrap = new Grid("计算草稿");
            scrap.put(0, 0, "草稿").put(1, 0, new BigDecimal("123.45"));
            scrap.hidden = true;
            grids.add(scrap);
        }
    }

    private void write(String path, List<Grid> grids, int habit) throws IOException {
        if (grids.isEmpty()) {
            return;
        }
        int number = 1;
        for (Grid grid : grids) {
            String[] parts = grid.name.split("\\|");
            if (parts.length == 3) {
                Form form =
                        definitions.form(new FormCode(parts[0])).orElseThrow().form();
                grid.name = switch (habit % 4) {
                    case 0 -> parts[0];
                    case 1 ->
                        form.title().substring(0, Math.min(12, form.title().length()));
                    case 2 -> "Sheet" + number;
                    default ->
                        parts[0] + " "
                                + form.title()
                                        .substring(0, Math.min(4, form.title().length()));
                };
            }
            number++;
        }
        boolean plain = grids.stream()
                .allMatch(grid -> grid.rows.values().stream()
                        .flatMap(cells -> cells.values().stream())
                        .noneMatch(content -> content.date() || content.formula() != null));
        switch (habit % 8) {
            case 3 -> file(path + ".xls", Writers.xls(grids));
            case 5 -> file(path + ".xlsx", plain ? Writers.inline(grids) : Writers.xlsx(grids));
            case 6 -> file(path + ".xlsx", Writers.strict(grids));
            case 7 -> file(path + ".et", Writers.xls(grids));
            default -> file(path + ".xlsx", Writers.xlsx(grids));
        }
    }

    private void file(String path, byte[] content) throws IOException {
        Path file = target.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    // ---- the cases ----------------------------------------------------------------------------------------------

    /** The forms that are sent apart, each with one habit or fault. */
    private void loosen() throws IOException {
        loose("伍市镇", "平31-1", Q3, "厕所", "应统计户不等于总户数减无人居住", "RETURNED", "31-T1,31-T2", grid -> {
            BigDecimal households = number(grid, "04.1");
            grid.set("04.1", households.subtract(BigDecimal.valueOf(180)));
        });
        loose("龙门镇", "平42-1", Q3, "约数", "一个数写成“约120”", "RETURNED", "NOT-A-NUMBER", grid -> grid.set("05.1", "约120"));
        loose(
                "浯口镇",
                "平32-2",
                Q3,
                "缺数",
                "应填的格空着，另一格填“—”",
                "RETURNED",
                "MISSING-VALUE",
                grid -> grid.clear("12.1").set("13.1", "—"));
        loose("虹桥镇", "平32-2", Q3, "全角", "数字是全角或带千分位的文本", "ACCEPTED", "NORMALISED", grid -> {
            grid.set("21.1", full(number(grid, "21.1")));
            grid.set("22.1", String.format("%,.1f", number(grid, "22.1")));
        });
        loose(
                "梅仙镇",
                "平42-1",
                Q3,
                "带单位",
                "数后面带了相同的单位",
                "ACCEPTED",
                "UNIT-TYPED",
                grid -> grid.set("03.1", number(grid, "03.1").toPlainString() + "万元"));
        loose(
                "瓮江镇",
                "平42-1",
                Q3,
                "元",
                "万元栏里写成元",
                "RETURNED",
                "UNIT-DIFFERS",
                grid -> grid.set("03.1", number(grid, "03.1").movePointRight(4).toPlainString() + "元"));
        loose("三阳乡", "平42-1", Q3, "整列元", "金额整列以元填报", "RETURNED", "UNIT-SUSPECTED", grid -> {
            for (String place : List.of("02.1", "03.1", "04.1", "05.1")) {
                grid.set(place, number(grid, place).movePointRight(4));
            }
        });
        loose(
                "向家镇",
                "平42-1",
                Q3,
                "无缓存",
                "公式没有计算结果",
                "RETURNED",
                "NO-CACHED-VALUE",
                grid -> grid.set(
                        "02.1",
                        grid.content("02.1")
                                .withFormula("VLOOKUP(1,A1:B2,2,FALSE)")
                                .withoutCache()));
        loose(
                "童市镇",
                "平42-1",
                Q3,
                "错误值",
                "单元格是 #DIV/0!",
                "RETURNED",
                "ERROR-VALUE",
                grid -> grid.set("05.1", grid.content("05.1").asError()));
        loose("岑川镇", "平42-1", Q3, "旧公式", "公式的结果没有更新", "PENDING_EXPLANATION", "STALE-FORMULA", grid -> {
            String column = xiangbao.statistics.submissions.CellReference.columnName(grid.place("03.1")[1]);
            String formula = column + (grid.place("03.1")[0] + 1) + "+" + column + (grid.place("04.1")[0] + 1) + "+"
                    + column + (grid.place("05.1")[0] + 1) + "+1";
            grid.set("02.1", grid.content("02.1").withFormula(formula));
        });
        loose(
                "福寿山镇",
                "平32-2",
                Q3,
                "串单位",
                "放在本镇文件夹里，表上却是石牛寨镇",
                "RETURNED",
                "UNIT-CONFLICT",
                grid -> grid.replace("福寿山镇", "石牛寨镇").replace("430626115", "430626117"));
        loose("木金乡", "平32-2", Q3, "代码不符", "区划代码与单位名称不一致", "RETURNED", "UNIT-CONFLICT", grid -> {
            grid.replace("填报单位：木金乡", "填报单位：木金乡 区划代码：430626107").replace("430626205", "430626107");
        });
        loose(
                "板江乡",
                "平32-2",
                Q3,
                "2026年三季度",
                "文件名是三季度，表头还是二季度",
                "RETURNED",
                "PERIOD-CONFLICT",
                grid -> grid.replace("三季度", "二季度").replace("第3季度", "第2季度"));
        loose(
                "石牛寨镇",
                "平43-1",
                ReferencePeriod.of("2026-09"),
                "缺行",
                "删掉了一行",
                "RETURNED",
                "ROW-MISSING",
                grid -> grid.removeRow(grid.place("33.1")[0]));
        loose("上塔市镇", "平43-1", ReferencePeriod.of("2026-09"), "重行", "两行是同一个代码", "RETURNED", "ROW-TWICE", grid -> {
            int row = grid.place("34.1")[0];
            TreeMap<Integer, Grid.Content> copy = new TreeMap<>(grid.rows.getOrDefault(row, new TreeMap<>()));
            grid.insertRows(row + 1, 1);
            grid.rows.put(row + 1, copy);
        });
        loose("三市镇", "平43-1", ReferencePeriod.of("2026-09"), "合并", "数据区有合并单元格", "RETURNED", "MERGED-DATA", grid -> {
            int[] cell = grid.place("23.1");
            grid.merge(cell[0], cell[0] + 1, cell[1], cell[1]);
            grid.clear("24.1");
        });
        loose(
                "大洲乡",
                "平43-1",
                ReferencePeriod.of("2026-09"),
                "个人信息",
                "表里带了姓名和身份证号",
                "RETURNED",
                "PERSONAL-DATA",
                grid -> {
                    int column = grid.place("01.1")[1] + 1;
                    grid.put(grid.headerRow, column, "户主姓名").put(grid.headerRow, column + 1, "身份证号");
                    grid.put(grid.firstDataRow, column, "张某某").put(grid.firstDataRow, column + 1, "430626199001011234");
                });
        loose(
                "长寿镇",
                "平42-1",
                Q3,
                "删除线",
                "一个数画了删除线",
                "RETURNED",
                "STRUCK-THROUGH",
                grid -> grid.set("05.1", grid.content("05.1").asStruck()));
        loose(
                "加义镇",
                "平32-1",
                ReferencePeriod.of("2026-09"),
                "日期",
                "数被表格软件变成了日期",
                "RETURNED",
                "DATE-IN-DATA",
                grid -> grid.set(
                        "42.1", Grid.Content.of(new BigDecimal("46086")).asDate()));
        loose(
                "安定镇",
                "平42-1",
                Q3,
                "隐藏行",
                "有隐藏的行",
                "ACCEPTED",
                "HIDDEN-ROW",
                grid -> grid.hiddenRows.add(grid.place("10.1")[0]));
        loose(
                "余坪镇",
                "平42-1",
                Q3,
                "负数",
                "户村数写成负数",
                "RETURNED",
                "NEGATIVE-VALUE",
                grid -> grid.set("06.1", new BigDecimal("-1")));
        loose("三墩乡", "平61-1", Q3, "缺村", "少报了一个行政村", "RETURNED", "61-M1", grid -> grid.removeRow(grid.lastDataRow));
        loose(
                "龙门镇",
                "平62-1",
                SEPTEMBER,
                "期末不平",
                "地质灾害隐患点期末数不等于期初加新增减销号",
                "RETURNED",
                "62-T5",
                grid -> grid.set("34.1", number(grid, "34.1").add(BigDecimal.valueOf(2))));
        loose(
                "虹桥镇",
                "平51-3",
                SEPTEMBER,
                "合格多于抽检",
                "合格批次大于抽检批次",
                "RETURNED",
                "51-T7",
                grid -> grid.set("03.2", number(grid, "03.1").add(BigDecimal.TEN)));
        loose(
                "瓮江镇",
                "平62-2",
                Q3,
                "队伍和队员",
                "队员数写成装备数",
                "PENDING_EXPLANATION",
                "62-R4",
                grid -> grid.set("14.1", new BigDecimal("260")));
        twice();
        copied();
        missing("三墩乡", "平42-1");
    }

    private static String full(BigDecimal number) {
        StringBuilder text = new StringBuilder();
        number.toPlainString().chars().forEach(character -> text.append((char) (character + 0xFEE0)));
        return text.toString();
    }

    private static BigDecimal number(Grid grid, String place) {
        BigDecimal number = grid.content(place).number();
        if (number == null) {
            throw new IllegalStateException(place + " is no number");
        }
        return number;
    }

    private ReportingUnit named(String name) {
        return definitions.units().all().stream()
                .filter(unit -> unit.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
    }

    private void loose(
            String unitName,
            String form,
            ReferencePeriod period,
            String fileName,
            String fault,
            String outcome,
            String codes,
            Consumer<Grid> change)
            throws IOException {
        ReportingUnit unit = named(unitName);
        Sheets.Habit habit = Sheets.Habit.COUNTY;
        Grid grid = grid(form, unit, period, new Figures(baseline, unit), habit);
        loose.put(grid.name, grid);
        change.accept(grid);
        Grid written = grid;
        String path = unitName + "/" + form + "_" + fileName;
        written.name = fileName;
        file(path + ".xlsx", Writers.xlsx(List.of(written)));
        line(path + ".xlsx", fault, outcome, codes);
    }

    private void line(String path, String fault, String outcome, String codes) {
        table.add("| " + path + " | " + fault + " | " + outcome + " | " + (codes.isEmpty() ? "–" : codes) + " |");
    }

    /** A first round with a whole column in 万亩, and the correction that came with it. */
    private void twice() throws IOException {
        ReportingUnit unit = named("岑川镇");
        Figures figures = new Figures(baseline, unit);
        Grid first = grid("平11-1", unit, Q3, figures, Sheets.Habit.COUNTY);
        loose.put(first.name, first);
        for (Map.Entry<String, int[]> place : List.copyOf(first.places.entrySet())) {
            Grid.Content content = first.get(place.getValue()[0], place.getValue()[1]);
            if (place.getKey().endsWith(".1") && content != null && content.number() != null) {
                first.set(place.getKey(), content.number().movePointLeft(4));
            }
        }
        first.put(1, 0, "第1次报送");
        first.name = "粮食";
        file("岑川镇/平11-1_万亩.xlsx", Writers.xlsx(List.of(first)));
        line("岑川镇/平11-1_万亩.xlsx", "面积整列以万亩填报（第1次报送）", "RETURNED", "UNIT-SUSPECTED");
        Grid second = grid("平11-1", unit, Q3, figures, Sheets.Habit.COUNTY);
        second.put(1, 0, "第2次报送");
        second.name = "粮食";
        file("岑川镇/平11-1_更正.xlsx", Writers.xlsx(List.of(second)));
        line("岑川镇/平11-1_更正.xlsx", "同一张表的更正（第2次报送）", "ACCEPTED", "");
    }

    /** The figures of the second quarter under the heading of the third. */
    private void copied() throws IOException {
        ReportingUnit unit = named("童市镇");
        Figures figures = new Figures(baseline, unit);
        Form form = definitions.form(new FormCode("平32-2")).orElseThrow().form();
        Grid grid = Sheets.matrix(form, unit, Q3, figures.sewage(Q2), Sheets.Habit.COUNTY, "平32-2|童市镇|2026-Q3");
        loose.put(grid.name, grid);
        grid.name = "照抄";
        file("童市镇/平32-2_照抄.xlsx", Writers.xlsx(List.of(grid)));
        line("童市镇/平32-2_照抄.xlsx", "数字与上季度完全相同", "PENDING_EXPLANATION", "COPIED-PERIOD");
    }

    private void missing(String unitName, String form) {
        ReportingUnit unit = named(unitName);
        Grid grid = grid(form, unit, Q3, new Figures(baseline, unit), Sheets.Habit.COUNTY);
        loose.put(grid.name, grid);
    }

    // ---- departments --------------------------------------------------------------------------------------------

    private void departments() throws IOException {
        ReportingUnit transport = named("县交通运输局");
        Form roads = definitions.form(new FormCode("平21-1")).orElseThrow().form();
        List<Map<String, Object>> lines = new ArrayList<>();
        for (String code : baseline.codes()) {
            lines.add(new Figures(baseline, definitions.units().get(new xiangbao.statistics.units.UnitCode(code)))
                    .roads());
        }
        Grid roadGrid =
                Sheets.ledger(roads, transport, ReferencePeriod.of("2025"), lines, Sheets.Habit.COUNTY, "农村公路里程");
        file("县交通运输局/2025年农村公路里程.xlsx", Writers.xlsx(List.of(roadGrid)));
        ReportingUnit statistics = named("县统计局");
        Form income = definitions.form(new FormCode("平41-2")).orElseThrow().form();
        for (ReferencePeriod period : List.of(Q3, LAST)) {
            boolean last = period.year() == 2025;
            Map<String, BigDecimal> cells = new LinkedHashMap<>();
            put(cells, "01", last ? "17686" : "18765", last ? "5.7" : "6.1");
            put(cells, "02", last ? "16820" : "17880", last ? "5.8" : "6.3");
            put(cells, "03", last ? "17150" : "18214", last ? "5.9" : "6.2");
            put(cells, "04", last ? "13940" : "14804", last ? "6.0" : "6.2");
            put(cells, "05", last ? "27210" : "28543", last ? "4.6" : "4.9");
            cells.put("06.2", new BigDecimal(last ? "5.3" : "5.6"));
            Grid grid = Sheets.matrix(income, statistics, period, cells, Sheets.Habit.COUNTY, "收入增速");
            file("县统计局/" + period.title() + "收入增速.xlsx", Writers.xlsx(List.of(grid)));
        }
    }

    /** Each department's workbooks; one department does not report at all, one wrongly, one has nothing to report. */
    private void offices() throws IOException {
        int index = 0;
        for (ReportingUnit unit : definitions.units().all()) {
            if (unit.kind() != UnitKind.DEPARTMENT || unit.name().equals("县公安局")) {
                continue;
            }
            Sheets.Habit habit = Sheets.Habit.values()[index % 3];
            if (unit.name().equals("县教育局")) {
                mistaken(unit, habit);
            }
            office(unit, Q3, unit.name() + "/2026年三季度报表", habit, index);
            office(unit, SEPTEMBER, unit.name() + "/2026年9月月报", habit, index + 1);
            if (List.of("县农业农村局", "县住建局", "县水利局").contains(unit.name())) {
                office(unit, AUGUST, unit.name() + "/2026年8月月报", habit, 0);
            }
            if (List.of("县农业农村局", "平江高新区", "县数据局").contains(unit.name())) {
                office(unit, LAST, unit.name() + "/2025年三季度报表", habit, 0);
            }
            index++;
        }
        line("县林业局/2026年三季度报表.xlsx", "没有策划项目，各行填 0（零报告）", "ACCEPTED", "");
    }

    private void office(ReportingUnit unit, ReferencePeriod period, String path, Sheets.Habit habit, int index)
            throws IOException {
        List<Grid> grids = new ArrayList<>();
        for (String code : period.frequency() == Frequency.QUARTER
                ? List.of("平71-1", "平71-5", "平71-6", "平51-4")
                : List.of("平71-2", "平71-3", "平71-4", "平51-3", "平91-1")) {
            Form form = definitions.form(new FormCode(code)).orElseThrow().form();
            boolean base =
                    period.equals(LAST) && !code.equals("平71-6") && !unit.name().equals("县数据局");
            if (form.owedBy().selects(unit) && !base) {
                add(grids, officeGrid(form, unit, period, habit));
            }
        }
        write(path, grids, index);
    }

    private static Grid officeGrid(Form form, ReportingUnit unit, ReferencePeriod period, Sheets.Habit habit) {
        String office = unit.name();
        String name = form.code() + "|" + office + "|" + period;
        int month = period.ordinal();
        return switch (form.code().text()) {
            case "平71-1" -> Sheets.matrix(form, unit, period, DepartmentFigures.quarter(office, period), habit, name);
            case "平71-2" -> Sheets.matrix(form, unit, period, DepartmentFigures.month(office, month), habit, name);
            case "平51-3" -> Sheets.matrix(form, unit, period, DepartmentFigures.tests(month), habit, name);
            case "平71-3" -> Sheets.ledger(form, unit, period, DepartmentFigures.projects(office, month), habit, name);
            case "平71-4" -> Sheets.ledger(form, unit, period, DepartmentFigures.dikes(month), habit, name);
            case "平71-5" -> Sheets.ledger(form, unit, period, DepartmentFigures.reservoirs(), habit, name);
            case "平71-6" -> Sheets.ledger(form, unit, period, DepartmentFigures.brands(office, period), habit, name);
            case "平51-4" -> Sheets.ledger(form, unit, period, DepartmentFigures.titles(), habit, name);
            case "平91-1" -> Sheets.ledger(form, unit, period, DepartmentFigures.steps(office, month), habit, name);
            default -> throw new IllegalArgumentException(form.code().text());
        };
    }

    /** More children in 普惠性 kindergartens than in all of them. */
    private void mistaken(ReportingUnit unit, Sheets.Habit habit) throws IOException {
        Form form = definitions.form(new FormCode("平71-1")).orElseThrow().form();
        Grid grid = officeGrid(form, unit, Q3, habit);
        loose.put(grid.name, grid);
        grid.set("42.1", number(grid, "41.1").add(BigDecimal.valueOf(500)));
        grid.name = "重点任务";
        file("县教育局/平71-1_填反.xlsx", Writers.xlsx(List.of(grid)));
        line("县教育局/平71-1_填反.xlsx", "普惠性幼儿园在园幼儿大于在园幼儿", "RETURNED", "71-T8a");
    }

    private static void put(Map<String, BigDecimal> cells, String row, String income, String growth) {
        cells.put(row + ".1", new BigDecimal(income));
        cells.put(row + ".2", new BigDecimal(growth));
    }

    // ---- what cannot be read ------------------------------------------------------------------------------------

    private void unreadable() throws IOException, GeneralSecurityException {
        ReportingUnit unit = named("汉昌街道");
        Grid grid = grid("平32-2", unit, Q3, new Figures(baseline, unit), Sheets.Habit.COUNTY);
        grid.name = "平32-2";
        byte[] good = Writers.xlsx(List.of(grid));
        unreadable("加密.xlsx", encrypted(good), "工作簿设了打开密码", "ENCRYPTED");
        unreadable("带宏.xlsm", with(good, "xl/vbaProject.bin", new byte[] {1, 2, 3}), "工作簿带宏", "MACRO");
        unreadable(
                "网页导出.xls",
                "<html><body><table><tr><td>表号：平32-2</td></tr></table></body></html>".getBytes(StandardCharsets.UTF_8),
                "网页改名为 .xls",
                "HTML-AS-XLS");
        unreadable("逗号分隔.xlsx", "单位,数\n汉昌街道,12\n".getBytes(Charset.forName("GB18030")), "文本文件改名为 .xlsx", "CSV-OR-TEXT");
        unreadable("扫描件.xls", "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII), "PDF 改名为 .xls", "PDF");
        unreadable("传坏了.xlsx", Arrays.copyOf(good, good.length / 2), "文件只传了一半", "DAMAGED");
        unreadable(
                "实体.xlsx",
                Writers.repacked(
                        good,
                        xml -> xml.contains("<sst")
                                ? xml.replaceFirst("<sst", "<!DOCTYPE sst [<!ENTITY a \"b\">]><sst")
                                : xml),
                "文件里藏有外部实体定义",
                "ENTITY");
        Grid notice = new Grid("通知");
        notice.put(0, 0, "关于召开三季度统计工作会议的通知").put(1, 0, "各乡镇（街道）：").put(2, 0, new BigDecimal("20261010"));
        file("其他/会议通知.xlsx", Writers.xlsx(List.of(notice)));
        line("其他/会议通知.xlsx", "不是报表，没有表号", "UNREADABLE", "UNKNOWN-FORM");
    }

    private void unreadable(String name, byte[] content, String fault, String code) throws IOException {
        file("其他/" + name, content);
        line("其他/" + name, fault, "UNREADABLE", code);
    }

    private static byte[] encrypted(byte[] workbook) throws IOException, GeneralSecurityException {
        try (POIFSFileSystem files = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            EncryptionInfo information = new EncryptionInfo(EncryptionMode.standard);
            information.getEncryptor().confirmPassword("123456");
            try (var stream = information.getEncryptor().getDataStream(files)) {
                stream.write(workbook);
            }
            files.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    private static byte[] with(byte[] workbook, String part, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream packed = new ZipOutputStream(out);
                var in = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(java.time.LocalDateTime.of(2026, 10, 8, 8, 0));
                packed.putNextEntry(copy);
                packed.write(in.readAllBytes());
                packed.closeEntry();
            }
            ZipEntry added = new ZipEntry(part);
            added.setTimeLocal(java.time.LocalDateTime.of(2026, 10, 8, 8, 0));
            packed.putNextEntry(added);
            packed.write(content);
            packed.closeEntry();
        }
        return out.toByteArray();
    }

    // ---- saved by other programs ------------------------------------------------------------------------------------

    /** Workbooks that were opened and saved by hand in LibreOffice or by openpyxl take the place of the made ones. */
    private void byHand() throws IOException {
        byHand("向家镇/2026年三季度报表.xlsx", "xiangjia-2026q3.xlsx");
        byHand("梅仙镇/2026年9月月报.xlsx", "meixian-202609.xlsx");
        Files.delete(target.resolve("石牛寨镇/2026年8月月报.xlsx"));
        byHand("石牛寨镇/2026年8月月报.xls", "shiniuzhai-202608.xls");
    }

    private void byHand(String path, String resource) throws IOException {
        try (var saved = SampleMaker.class.getResourceAsStream("/hand-made/" + resource)) {
            if (saved == null) {
                throw new IOException("no " + resource);
            }
            file(path, saved.readAllBytes());
        }
    }

    // ---- the list -----------------------------------------------------------------------------------------------

    private void readme() throws IOException {
        StringBuilder text = new StringBuilder();
        text.append("# 样例报表\n\n");
        text.append("2026年三季度及其所需的基期（2026年二季度、2026年8月、2026年上半年、2025年三季度、2025年）的报表，")
                .append("25 个乡镇（街道）和应报数的县直部门。数字是编造的，但彼此协调；秋粮产量在三季度是预计数。\n\n");
        text.append("县公安局没有报送；没有要报的表的部门（如县财政局、县气象局）没有文件夹。")
                .append("这一期目标任务的各种状态都有例子，见 console 的 SamplesIntegrationTests。\n\n");
        text.append("下表列出特意做出毛病（或特别习惯）的文件、毛病和应得的处理结果；表里没有列出的工作簿都应被收下（其中天岳街道、")
                .append("南江镇、余坪镇的粮食表因晚稻与早稻面积之比须核实）。三墩乡没有报平42-1。\n\n");
        text.append("向家镇的三季度报表和石牛寨镇的8月月报用 LibreOffice 另存过，梅仙镇的9月月报用 openpyxl 另存过，")
                .append("其余由制作程序以不同的写法生成（.xlsx、严格格式 .xlsx、内联文本 .xlsx、.xls、.et）。\n\n");
        text.append("重新制作：在项目根目录运行\n\n");
        text.append("```\nmvn -q -pl console -am test -Dtest=SampleFilesTests ")
                .append("-Dsurefire.failIfNoSpecifiedTests=false -Dsamples.update=true\n```\n\n");
        text.append("| 文件 | 毛病 | 结果 | 审核编号 |\n|---|---|---|---|\n");
        table.forEach(line -> text.append(line).append('\n'));
        Files.writeString(target.resolve("README.md"), text.toString(), StandardCharsets.UTF_8);
    }
}
