package xiangbao.console.samples;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitKind;

/**
 * What one township says of its people, trades, villages, order and services: as its clerk would count, from the same baseline as its grain and
 * its roads, and not from the audit relations.
 */
final class CountrysideFigures {
    private static final Set<String> VEGETABLE_TOWNS = Set.of("伍市镇", "安定镇", "加义镇", "长寿镇", "浯口镇");
    private final Baseline baseline;
    private final ReportingUnit unit;
    private final String code;
    private final boolean subdistrict;

    CountrysideFigures(Baseline baseline, ReportingUnit unit) {
        this.baseline = baseline;
        this.unit = unit;
        this.code = unit.code().text();
        this.subdistrict = unit.kind() == UnitKind.SUBDISTRICT;
    }

    private SplittableRandom chance(String salt) {
        return new SplittableRandom((code + salt).hashCode() * 2654435761L);
    }

    private long households() {
        return baseline.figure(code, "农村总户数_户").longValueExact();
    }

    private long attribute(String name) {
        return unit.attribute(name).orElse(BigDecimal.ZERO).longValue();
    }

    private long rice() {
        return baseline.figure(code, "早稻_亩")
                .add(baseline.figure(code, "中稻及一季晚稻_亩"))
                .add(baseline.figure(code, "双季晚稻_亩"))
                .longValue();
    }

    private static void whole(Map<String, BigDecimal> cells, String row, long value) {
        cells.put(row + ".1", BigDecimal.valueOf(value));
    }

    private static void decimal(Map<String, BigDecimal> cells, String row, double value, int decimals) {
        cells.put(row + ".1", BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP));
    }

    // ---- 平01-1 -------------------------------------------------------------------------------------------------

    Map<String, BigDecimal> master() {
        Map<String, BigDecimal> cells = new LinkedHashMap<>();
        SplittableRandom chance = chance("master");
        long villages = attribute("行政村数");
        long empty = 40 + households() / 100 + chance.nextInt(30);
        long rural = attribute("农村常住人口");
        long urban = subdistrict ? 61_000 + chance.nextInt(20_000) : rural * (12 + chance.nextInt(20)) / 100;
        long registeredRural = households() * 34 / 10 + chance.nextInt(200);
        long registered = registeredRural + urban * 9 / 10;
        long poor = rural * 36 / 100;
        whole(cells, "01", villages);
        whole(cells, "02", attribute("社区数"));
        whole(cells, "03", villages * 14 + chance.nextInt(20));
        whole(cells, "04", households() + empty);
        whole(cells, "05", empty);
        whole(cells, "06", households());
        whole(cells, "07", registered * 10 / 34);
        whole(cells, "08", registered);
        whole(cells, "09", registeredRural);
        whole(cells, "10", rural + urban);
        whole(cells, "11", rural);
        whole(cells, "12", urban);
        whole(cells, "13", poor * 10 / 31);
        whole(cells, "14", poor);
        return cells;
    }

    // ---- 平13-3, 平43-2 -----------------------------------------------------------------------------------------

    Map<String, BigDecimal> quality() {
        Map<String, BigDecimal> cells = new LinkedHashMap<>();
        SplittableRandom chance = chance("quality");
        long acid = rice() * (2 + chance.nextInt(3)) / 100;
        long green = rice() * 8 / 100;
        long manure = rice() * 5 / 100;
        long straw = rice() * (9 + chance.nextInt(4)) / 100;
        whole(cells, "01", straw + acid + manure / 2);
        whole(cells, "02", acid);
        whole(cells, "03", green);
        whole(cells, "04", manure);
        whole(cells, "05", straw);
        whole(cells, "06", 0);
        long villages = attribute("行政村数");
        whole(cells, "11", villages);
        whole(cells, "12", villages - (chance.nextInt(8) == 0 ? 1 : 0));
        whole(cells, "13", 1);
        return cells;
    }

    Map<String, BigDecimal> payments() {
        Map<String, BigDecimal> cells = new LinkedHashMap<>();
        SplittableRandom chance = chance("payments");
        long owed = 60 + chance.nextInt(200);
        long paid = owed * 9 / 10;
        whole(cells, "01", owed);
        whole(cells, "02", paid);
        decimal(cells, "03", owed * 0.286, 2);
        decimal(cells, "04", paid * 0.286, 2);
        if (!subdistrict) {
            long farmers = households() * 82 / 100;
            long received = farmers - chance.nextInt(12);
            whole(cells, "11", farmers);
            whole(cells, "12", received);
            decimal(cells, "13", farmers * 0.0518, 2);
            decimal(cells, "14", received * 0.0518, 2);
            decimal(cells, "15", received * 0.0431, 2);
        }
        return cells;
    }

    // ---- 平51-1 to 平51-4 ---------------------------------------------------------------------------------------

    /** What was planted by midyear stands in 平12-1 as well; renovation went on in summer. */
    Map<String, BigDecimal> industry(ReferencePeriod period) {
        Map<String, BigDecimal> cells = new LinkedHashMap<>();
        SplittableRandom chance = chance("industry");
        boolean before = period.year() == 2025;
        Map<String, BigDecimal> midyear = new Figures(baseline, unit).rape();
        long planted = midyear.getOrDefault("10.1", BigDecimal.ZERO).longValue() * (before ? 88 : 100) / 100;
        long renewed = (midyear.getOrDefault("11.1", BigDecimal.ZERO).longValue() + 230) * (before ? 90 : 100) / 100;
        long tea = before ? 0 : midyear.getOrDefault("09.1", BigDecimal.ZERO).longValue();
        whole(cells, "01", planted);
        whole(cells, "02", planted * 91 / 100);
        whole(cells, "03", planted * 62 / 100);
        whole(cells, "04", renewed);
        whole(cells, "05", renewed * 7 / 10);
        whole(cells, "06", tea);
        whole(cells, "07", tea / 2);
        long inns = chance.nextInt(5);
        whole(cells, "11", inns);
        whole(cells, "12", inns * (9 + chance.nextInt(8)));
        whole(cells, "13", 4 + chance.nextInt(25));
        long traced = 30 + chance.nextInt(60);
        long added = 2 + chance.nextInt(6);
        whole(cells, "21", before ? traced : traced + added);
        whole(cells, "22", added);
        return cells;
    }

    /** The five named towns have their vegetables; one base of herbs lies in two townships under one number. */
    List<Map<String, Object>> bases() {
        List<Map<String, Object>> lines = new ArrayList<>();
        SplittableRandom chance = chance("bases");
        if (VEGETABLE_TOWNS.contains(unit.name())) {
            int count = 1 + chance.nextInt(2);
            for (int index = 1; index <= count; index++) {
                lines.add(base(
                        "SC" + code.substring(6) + "-" + index,
                        unit.name().substring(0, 2) + "有机蔬菜" + index + "号基地",
                        "有机蔬菜",
                        300 + chance.nextInt(500),
                        index == 1 ? "辣椒、叶菜" : "茄果类",
                        index == 1 ? "有机证" + code.substring(6) + "2025" : ""));
            }
        }
        switch (unit.name()) {
            case "福寿山镇" -> lines.add(base("ZYC001", "福寿山黄精基地", "中药材", 640, "黄精", ""));
            case "木金乡" -> lines.add(base("ZYC001", "福寿山黄精基地", "中药材", 470, "黄精", ""));
            case "三阳乡" -> lines.add(base("ZYC002", "三阳白术基地", "中药材", 850, "白术", ""));
            default -> {}
        }
        return lines;
    }

    private static Map<String, Object> base(
            String number, String name, String kind, long area, String crop, String certificate) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("01", number);
        line.put("02", name);
        line.put("03", kind);
        line.put("04", "第2村");
        line.put("05", BigDecimal.valueOf(area));
        line.put("06", crop);
        line.put("07", certificate.isEmpty() ? "转换期" : "已认证");
        if (!certificate.isEmpty()) {
            line.put("08", certificate);
        }
        line.put("09", LocalDate.of(2025, 11, 20));
        return line;
    }

    Map<String, BigDecimal> tests(int month) {
        Map<String, BigDecimal> cells = new LinkedHashMap<>();
        SplittableRandom chance = chance("tests");
        long taken = month * (40L + chance.nextInt(30));
        cells.put("03.1", BigDecimal.valueOf(taken));
        cells.put("03.2", BigDecimal.valueOf(taken - chance.nextInt(4)));
        return cells;
    }

    List<Map<String, Object>> titles() {
        List<Map<String, Object>> lines = new ArrayList<>();
        if (unit.name().equals("长寿镇")) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("01", "QZ-" + code.substring(6));
            line.put("02", "长寿镇农业产业强镇");
            line.put("03", "农业产业强镇");
            line.put("04", "省级");
            line.put("05", "获批");
            line.put("06", "湘农样〔2026〕7号");
            line.put("07", LocalDate.of(2026, 6, 18));
            lines.add(line);
        }
        return lines;
    }

    // ---- 平61-1 -------------------------------------------------------------------------------------------------

    List<Map<String, Object>> villages() {
        List<Map<String, Object>> lines = new ArrayList<>();
        SplittableRandom chance = chance("villages");
        boolean remote = chance.nextInt(3) == 0;
        for (int index = 1; index <= attribute("行政村数"); index++) {
            boolean mobile = !(remote && index % 11 == 4);
            boolean fibre = !(remote && index % 9 == 5);
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("01", code.substring(6) + String.format("%03d", 200 + index));
            line.put("02", unit.name().substring(0, 2) + "第" + index + "村");
            line.put("03", mobile ? "是" : "否");
            line.put("04", fibre ? "是" : "否");
            if (mobile && fibre) {
                line.put("05", LocalDate.of(2026, 1 + index % 9, 10));
            } else {
                line.put("06", mobile ? "光缆未到" : "基站未建");
            }
            lines.add(line);
        }
        return lines;
    }

    // ---- 平62-1 to 平62-3 ---------------------------------------------------------------------------------------

    Map<String, BigDecimal> governance(int month) {
        Map<String, BigDecimal> cells = new LinkedHashMap<>();
        SplittableRandom chance = chance("governance");
        long villages = attribute("行政村数") + attribute("社区数");
        whole(cells, "01", villages);
        whole(cells, "02", villages - chance.nextInt(2));
        long disputes = month * (5L + chance.nextInt(6));
        whole(cells, "03", disputes);
        whole(cells, "04", disputes - chance.nextInt(3));
        houses(cells, 10, households() * 104 / 100, month, chance.nextInt(6) == 0 ? 18 : 0, chance.nextInt(3));
        houses(cells, 20, (subdistrict ? 1400 : 180) + chance.nextInt(300), month, 0, chance.nextInt(12) == 0 ? 1 : 0);
        long before = 9 + chance.nextInt(22);
        long found = chance.nextInt(2);
        long closed = chance.nextInt(3);
        long begin = month == 8 ? before : before + found - closed;
        long added = month == 8 ? found : 1 - found;
        long removed = month == 8 ? closed : 1;
        long end = begin + added - removed;
        whole(cells, "31", begin);
        whole(cells, "32", added);
        whole(cells, "33", removed);
        whole(cells, "34", end);
        whole(cells, "35", end * 4);
        whole(cells, "36", end * 13);
        whole(cells, "37", 60 + chance.nextInt(200));
        long classes = month / 3 + chance.nextInt(3);
        whole(cells, "41", classes);
        whole(cells, "42", classes * 44);
        whole(cells, "43", classes * 17);
        return cells;
    }

    /** Every house looked at, or a few not yet; grades stay as they were found; some wait for repair. */
    private static void houses(
            Map<String, BigDecimal> cells, int from, long all, int month, long unseen, long unrepaired) {
        long seen = all - (month == 8 ? unseen + 6 : unseen);
        long doubtful = all * 6 / 1000 + 1;
        long grave = doubtful / 4;
        whole(cells, String.valueOf(from + 1), all);
        whole(cells, String.valueOf(from + 2), seen);
        whole(cells, String.valueOf(from + 3), doubtful);
        whole(cells, String.valueOf(from + 4), doubtful - grave);
        whole(cells, String.valueOf(from + 5), grave);
        whole(cells, String.valueOf(from + 6), Math.max(0, doubtful - unrepaired - (month == 8 ? 1 : 0)));
    }

    Map<String, BigDecimal> services() {
        Map<String, BigDecimal> cells = new LinkedHashMap<>();
        SplittableRandom chance = chance("services");
        long villages = attribute("行政村数");
        long drawn = villages * 95 / 100;
        whole(cells, "01", villages);
        whole(cells, "02", drawn);
        whole(cells, "03", drawn - chance.nextInt(3));
        long people = attribute("农村常住人口");
        whole(cells, "04", people);
        whole(cells, "05", people * (78 + chance.nextInt(15)) / 100);
        long shelters = 2 + chance.nextInt(4);
        whole(cells, "11", shelters);
        whole(cells, "12", shelters * (260 + chance.nextInt(400)));
        long teams = unit.name().equals("木金乡") ? 0 : 1;
        whole(cells, "13", teams);
        whole(cells, "14", teams * (12 + chance.nextInt(18)));
        whole(cells, "15", teams * (25 + chance.nextInt(60)));
        long title = unit.name().equals("伍市镇") || unit.name().equals("长寿镇") ? 1 : 0;
        whole(cells, "21", title);
        whole(cells, "22", 0);
        whole(cells, "23", title);
        whole(cells, "24", subdistrict ? 0 : 1);
        long parks = chance.nextInt(3) == 0 ? 1 : 0;
        whole(cells, "31", parks);
        whole(cells, "32", 1 + chance.nextInt(5));
        whole(cells, "33", 800 + chance.nextInt(2500));
        whole(cells, "34", 3 + chance.nextInt(12));
        whole(cells, "35", 4 + chance.nextInt(10));
        decimal(cells, "41", rice() * 0.0162, 1);
        decimal(cells, "42", rice() * 0.231, 1);
        whole(cells, "43", rice() * 54 / 100);
        whole(cells, "44", rice() * 61 / 100);
        return cells;
    }

    /** One cluster lies in two townships, one of which has not got its services together. */
    List<Map<String, Object>> clusters() {
        return switch (unit.name()) {
            case "加义镇" -> List.of(cluster("LP001", "加义龙门连片区", 4, true));
            case "龙门镇" -> List.of(cluster("LP001", "加义龙门连片区", 3, false));
            case "南江镇" -> List.of(cluster("LP002", "南江连片区", 6, true));
            default -> List.of();
        };
    }

    private static Map<String, Object> cluster(String number, String name, int villages, boolean whole) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("01", number);
        line.put("02", name);
        line.put("03", BigDecimal.valueOf(villages));
        line.put("04", "是");
        line.put("05", "是");
        line.put("06", "是");
        line.put("07", whole ? "是" : "否");
        line.put("08", "是");
        return line;
    }

    // ---- 平91-1 -------------------------------------------------------------------------------------------------

    /** Only two towns are themed towns and owe their steps. */
    List<Map<String, Object>> steps(int month) {
        return switch (unit.name()) {
            case "伍市镇" ->
                List.of(
                        DepartmentFigures.done("O08", 1, "油茶小镇规划批复", "2026-06-30", "2026-06-22", "平政样〔2026〕11号"),
                        DepartmentFigures.step("O08", 2, "油茶主题街区建成", "2026-12-20", "推进中", ""));
            case "加义镇" ->
                List.of(
                        month < 9
                                ? DepartmentFigures.step("O08", 3, "康养小镇核心区开工", "2026-09-15", "推进中", "")
                                : DepartmentFigures.step("O08", 3, "康养小镇核心区开工", "2026-09-15", "受阻", "用地报批延迟，预计11月底开工"),
                        DepartmentFigures.step("O08", 4, "康养步道建成", "2026-12-20", "未启动", ""));
            default -> throw new IllegalStateException(unit.name() + " owes no steps");
        };
    }
}
