package xiangbao.console.samples;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.units.ReportingUnit;

/**
 * Coherent figures of one township for every form and period, spun from the baseline. Written from the meaning of the rows, not from the audit relations:
 * a township's arithmetic, as its statistician would do it.
 */
final class Figures {
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private final Baseline baseline;
    private final ReportingUnit unit;
    private final String code;
    private final boolean subdistrict;

    Figures(Baseline baseline, ReportingUnit unit) {
        this.baseline = baseline;
        this.unit = unit;
        this.code = unit.code().text();
        this.subdistrict = unit.kind() == xiangbao.statistics.units.UnitKind.SUBDISTRICT;
    }

    private SplittableRandom chance(String salt) {
        return new SplittableRandom((code + salt).hashCode() * 2654435761L);
    }

    private static BigDecimal whole(long value) {
        return BigDecimal.valueOf(value);
    }

    private static BigDecimal one(BigDecimal value) {
        return value.setScale(1, RoundingMode.HALF_UP);
    }

    private static BigDecimal share(BigDecimal value, String part) {
        return value.multiply(new BigDecimal(part)).setScale(0, RoundingMode.HALF_UP);
    }

    private static String percent(int hundredths) {
        return BigDecimal.valueOf(hundredths, 2).toPlainString();
    }

    private static BigDecimal yieldOf(BigDecimal area, BigDecimal tonnes) {
        return area.signum() == 0
                ? one(BigDecimal.ZERO)
                : tonnes.multiply(THOUSAND).divide(area, 1, RoundingMode.HALF_UP);
    }

    private BigDecimal base(String column) {
        return baseline.figure(code, column);
    }

    private BigDecimal attribute(String name) {
        return unit.attribute(name).orElse(BigDecimal.ZERO);
    }

    private boolean isLastYear(ReferencePeriod period) {
        return period.year() == 2025;
    }

    // ---- 平11-1 -------------------------------------------------------------------------------------------------

    Map<String, BigDecimal> grain(ReferencePeriod period) {
        Map<String, BigDecimal> cells = new LinkedHashMap<>();
        // last year's areas were about one per cent smaller and its yields about one per cent lower
        String area = isLastYear(period) ? "0.992" : "1";
        String output = isLastYear(period) ? "0.985" : "1";
        BigDecimal spring = share(base("春夏收粮食_亩"), area);
        BigDecimal springTonnes = one(base("春夏收粮食_吨").multiply(new BigDecimal(output)));
        BigDecimal springPotato = share(spring, "0.3");
        BigDecimal springPotatoTonnes = one(springTonnes.multiply(new BigDecimal("0.35")));
        BigDecimal springCereal = share(spring, "0.4");
        BigDecimal springCerealTonnes = one(springTonnes.multiply(new BigDecimal("0.4")));
        put(cells, "03", springCereal, springCerealTonnes);
        put(
                cells,
                "04",
                spring.subtract(springPotato).subtract(springCereal),
                springTonnes.subtract(springPotatoTonnes).subtract(springCerealTonnes));
        put(cells, "05", springPotato, springPotatoTonnes);
        cells.put("20a.3", springPotatoTonnes.multiply(whole(5)));
        sum(cells, "02", "03", "04", "05");
        if (period.ordinal() < 3) {
            return cells;
        }
        leaf(cells, "06", "早稻", area, output);
        leaf(cells, "10", "中稻及一季晚稻", area, output);
        leaf(cells, "11", "双季晚稻", area, output);
        leaf(cells, "12", "玉米", area, output);
        leaf(cells, "13", "其他谷物", area, output);
        BigDecimal beans = share(base("豆类_亩"), area);
        BigDecimal beansTonnes = one(base("豆类_吨").multiply(new BigDecimal(output)));
        part(cells, "14", "15", beans, beansTonnes);
        BigDecimal tubers = share(base("薯类折粮_亩"), area);
        BigDecimal tubersTonnes = one(base("薯类折粮_吨").multiply(new BigDecimal(output)));
        BigDecimal sweet = part(cells, "16", "17", tubers, tubersTonnes);
        cells.put("20b.3", sweet.multiply(whole(5)));
        cells.put("20c.3", tubersTonnes.subtract(sweet).multiply(whole(5)));
        sum(cells, "09", "10", "11");
        sum(cells, "08", "09", "12", "13");
        sum(cells, "07", "08", "14", "16");
        sum(cells, "01", "02", "06", "07");
        sum(cells, "18", "06", "09");
        sum(cells, "19", "03", "06", "08");
        return cells;
    }

    private void leaf(Map<String, BigDecimal> cells, String row, String crop, String area, String output) {
        BigDecimal sown = share(base(crop + "_亩"), area);
        BigDecimal tonnes = one(base(crop + "_吨").multiply(new BigDecimal(output)));
        put(cells, row, sown, tonnes);
    }

    private static void put(Map<String, BigDecimal> cells, String row, BigDecimal area, BigDecimal tonnes) {
        cells.put(row + ".1", area);
        cells.put(row + ".2", yieldOf(area, tonnes));
        cells.put(row + ".3", tonnes);
    }

    /** A row without a yield and the 其中 below it, which has four fifths of it. */
    private static BigDecimal part(
            Map<String, BigDecimal> cells, String row, String partRow, BigDecimal area, BigDecimal tonnes) {
        cells.put(row + ".1", area);
        cells.put(row + ".3", tonnes);
        BigDecimal partArea = share(area, "0.8");
        BigDecimal partTonnes = one(tonnes.multiply(new BigDecimal("0.8")));
        put(cells, partRow, partArea, partTonnes);
        return partTonnes;
    }

    private static void sum(Map<String, BigDecimal> cells, String row, String... parts) {
        for (String column : List.of("1", "3")) {
            BigDecimal total = BigDecimal.ZERO;
            for (String each : parts) {
                total = total.add(cells.getOrDefault(each + "." + column, BigDecimal.ZERO));
            }
            cells.put(row + "." + column, total);
        }
    }

    // ---- 平12-1 -------------------------------------------------------------------------------------------------

    Map<String, BigDecimal> rape() {
        Map<String, BigDecimal> cells = new LinkedHashMap<>();
        SplittableRandom chance = chance("rape");
        BigDecimal area = base("油菜_亩");
        BigDecimal tonnes = one(area.multiply(whole(108 + chance.nextInt(10))).divide(THOUSAND));
        put(cells, "01", area, tonnes);
        cells.put("02.1", share(area, "0.72").min(share(attribute("水田面积"), "0.9")));
        if (subdistrict) {
            return cells;
        }
        BigDecimal vegetables = share(area, "0.18");
        cells.put("05.1", vegetables);
        cells.put("05.3", one(vegetables.multiply(new BigDecimal("1.65"))));
        BigDecimal nuts = share(area, "0.03");
        put(cells, "06", nuts, one(nuts.multiply(new BigDecimal("0.21"))));
        cells.put("07.1", share(area, "0.01"));
        cells.put("07.3", one(share(area, "0.01").multiply(new BigDecimal("0.3"))));
        cells.put("08.1", share(area, "0.06"));
        cells.put("09.1", chance.nextInt(3) == 0 ? whole(40 + chance.nextInt(60)) : BigDecimal.ZERO);
        BigDecimal planted = whole(600 + chance.nextInt(400));
        cells.put("10.1", planted);
        cells.put("11.1", planted.add(whole(300)));
        cells.put("12a.1", share(planted, "0.6"));
        cells.put("12b.1", share(planted, "0.7"));
        return cells;
    }

    // ---- 平13-1, 平13-2 -----------------------------------------------------------------------------------------

    Map<String, BigDecimal> support(ReferencePeriod period) {
        Map<String, BigDecimal> cells = new LinkedHashMap<>();
        SplittableRandom chance = chance("support");
        BigDecimal rice = base("早稻_亩").add(base("中稻及一季晚稻_亩")).add(base("双季晚稻_亩"));
        boolean summer = period.ordinal() < 3;
        String planting = "0.4" + (60 + chance.nextInt(30));
        String harvesting = "0.9" + (10 + chance.nextInt(25));
        BigDecimal idleBefore = whole(60 + chance.nextInt(80));
        BigDecimal polluted = whole(200 + chance.nextInt(900));
        BigDecimal strict = chance.nextInt(4) == 0 ? whole(20 + chance.nextInt(40)) : BigDecimal.ZERO;
        if (!summer) {
            BigDecimal machinePlanted = share(rice, planting);
            BigDecimal inserted = share(machinePlanted, "0.55");
            BigDecimal direct = share(machinePlanted, "0.3");
            cells.put("01.1", rice);
            cells.put("02.1", share(rice, "0.97"));
            cells.put("03.1", machinePlanted);
            cells.put("04.1", inserted);
            cells.put("05.1", direct);
            cells.put("06.1", machinePlanted.subtract(inserted).subtract(direct));
            cells.put("07.1", share(rice, harvesting));
        }
        BigDecimal early = share(base("早稻_亩"), "0.44");
        BigDecimal late = summer ? BigDecimal.ZERO : share(base("双季晚稻_亩"), "0.40");
        cells.put("09.1", early);
        cells.put("10.1", late);
        cells.put("08.1", early.add(late));
        cells.put("11.1", summer ? BigDecimal.ZERO : share(early, "0.95"));
        cells.put("13.1", share(rice, summer ? "0.05" : "0.12"));
        BigDecimal insuredEarly = share(base("早稻_亩"), "0.9");
        BigDecimal insuredMiddle = summer ? BigDecimal.ZERO : share(base("中稻及一季晚稻_亩"), "0.85");
        BigDecimal insuredLate = summer ? BigDecimal.ZERO : share(base("双季晚稻_亩"), "0.86");
        cells.put("14a.1", insuredEarly);
        cells.put("14b.1", insuredMiddle);
        cells.put("14c.1", insuredLate);
        cells.put("14.1", insuredEarly.add(insuredMiddle).add(insuredLate));
        BigDecimal fields = share(rice, "0.03");
        cells.put("15a.1", fields);
        cells.put("15b.1", fields);
        int ahead = chance("fieldwork").nextInt(31) - 16;
        cells.put("15c.1", share(fields, percent(summer ? 40 + ahead / 2 : 70 + ahead)));
        cells.put("15d.1", share(fields, percent(summer ? 20 + ahead / 2 : 50 + ahead)));
        BigDecimal improved = share(rice, "0.02");
        cells.put("16a.1", improved);
        cells.put("16b.1", share(improved, "0.9"));
        cells.put("16c.1", share(improved, percent(summer ? 30 + ahead / 2 : 60 + ahead)));
        cells.put("16d.1", share(improved, percent(summer ? 10 + ahead / 2 : 40 + ahead)));
        BigDecimal idleMiddle = idleBefore.subtract(whole(20));
        BigDecimal begin = summer ? idleBefore : idleMiddle;
        BigDecimal fresh = summer ? whole(5) : whole(8);
        BigDecimal tilled = summer ? whole(25) : idleMiddle.subtract(whole(6));
        cells.put("17a.1", begin);
        cells.put("17b.1", fresh);
        cells.put("17c.1", tilled);
        cells.put("17e.1", share(tilled, "0.8"));
        cells.put("17d.1", begin.add(fresh).subtract(tilled));
        cells.put("18a.1", polluted);
        cells.put("18b.1", polluted);
        cells.put("19a.1", strict);
        cells.put("19b.1", strict);
        BigDecimal helped = attribute("行政村数");
        cells.put("20a.1", helped);
        cells.put("20b.1", chance.nextInt(6) == 0 && !summer ? helped.subtract(BigDecimal.ONE) : helped);
        return cells;
    }

    /** Blocks of two-crop rice; two of them lie in several townships, which report their own shares under one number. */
    List<Map<String, Object>> blocks() {
        List<Map<String, Object>> lines = new ArrayList<>();
        Map<String, String[]> blocks = Map.of(
                "430626111", new String[] {"SFP001", "伍市万亩示范片", "11200"},
                "430626104", new String[] {"SFP002", "长寿万亩示范片", "12600"},
                "430626103", new String[] {"SFP003", "加义三市万亩示范片", "5600"},
                "430626102", new String[] {"SFP003", "加义三市万亩示范片", "4800"},
                "430626107", new String[] {"SFP004", "南江示范片", "9700"});
        String[] block = blocks.get(code);
        if (block != null) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("01", block[0]);
            line.put("02", block[1]);
            line.put("03", "示范村");
            line.put("04", new BigDecimal(block[2]));
            line.put("05", new BigDecimal("465.5"));
            lines.add(line);
        }
        return lines;
    }

    // ---- 平22-1, 平23-1, 平23-2 -----------------------------------------------------------------------------------

    List<Map<String, Object>> projects(int month) {
        List<Map<String, Object>> lines = new ArrayList<>();
        SplittableRandom chance = chance("projects");
        int count = 2 + chance.nextInt(3);
        String[] kinds = {"提质改造", "新改建", "窄路加宽", "安防"};
        // the workbooks of two townships were saved by hand when all were halfway in July
        boolean byHand = unit.name().equals("梅仙镇") || unit.name().equals("石牛寨镇");
        String begun = byHand ? "0.5" : percent(30 + chance("roadwork").nextInt(38));
        for (int index = 0; index < count; index++) {
            boolean bridge = index == count - 1;
            BigDecimal plan = bridge ? BigDecimal.ONE : BigDecimal.valueOf(1800 + chance.nextInt(4200), 3);
            BigDecimal step = bridge
                    ? BigDecimal.ZERO
                    : plan.multiply(new BigDecimal("0.12")).setScale(3, RoundingMode.HALF_UP);
            BigDecimal before = bridge
                    ? BigDecimal.ZERO
                    : plan.multiply(new BigDecimal(begun)).setScale(3, RoundingMode.HALF_UP);
            BigDecimal monthly = bridge ? (month == 9 ? BigDecimal.ONE : BigDecimal.ZERO) : step;
            BigDecimal total = bridge
                    ? monthly
                    : month == 8 ? before.add(step) : before.add(step).add(step);
            BigDecimal progress = bridge
                    ? (month == 9 ? whole(100) : whole(5))
                    : one(total.multiply(whole(100)).divide(plan, 4, RoundingMode.HALF_UP));
            BigDecimal cost = plan.multiply(whole(bridge ? 120 : 65)).setScale(2, RoundingMode.HALF_UP);
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("01", "XM" + code.substring(6) + "-" + String.format("%02d", index + 1));
            line.put("02", unit.name() + (bridge ? "危桥改造" : "第" + (index + 1) + "号公路"));
            line.put("03", bridge ? "危桥改造" : kinds[index % kinds.length]);
            line.put("04", (index % 2 == 0 ? "C" : "Y") + (300 + chance.nextInt(600)));
            line.put("05", unit.name());
            line.put("06", bridge ? "座" : "公里");
            line.put("07", plan);
            line.put("08", LocalDate.of(2026, 4, 6 + index));
            line.put("09", monthly);
            line.put("10", total);
            line.put("11", progress);
            line.put("12", cost);
            line.put("13", cost.multiply(progress).divide(whole(100), 2, RoundingMode.HALF_UP));
            if (bridge && month == 9) {
                line.put("14", LocalDate.of(2026, 9, 21));
            }
            lines.add(line);
        }
        return lines;
    }

    private int bridgeCount() {
        return 8 + chance("bridges").nextInt(9);
    }

    private String grade(int index) {
        return switch (index % 8) {
            case 1, 5 -> "轻微";
            case 3 -> "中等";
            case 6 -> "严重";
            default -> "无隐患";
        };
    }

    private boolean mended(int index, int month) {
        return !grade(index).equals("无隐患") && (index % 8 == 1 || (month == 9 && index % 8 == 3));
    }

    List<Map<String, Object>> bridges(int month) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int index = 0; index < bridgeCount(); index++) {
            String grade = grade(index);
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("01", "Q" + code.substring(6) + "-" + String.format("%03d", index + 1));
            line.put("02", unit.name().substring(0, 1) + "家桥" + (index + 1));
            line.put("03", grade);
            line.put("04", "第" + (1 + index % 5) + "村");
            line.put("05", BigDecimal.valueOf(650 + 37L * index, 2));
            line.put("06", grade.equals("无隐患") ? "否" : "是");
            line.put(
                    "07",
                    grade.equals("无隐患") ? "无需整治" : mended(index, month) ? "维修加固" : grade.equals("严重") ? "限载封闭" : "未整治");
            if (mended(index, month)) {
                line.put("08", LocalDate.of(2026, index % 8 == 1 ? 7 : 9, 15));
            }
            line.put("09", "是");
            lines.add(line);
        }
        return lines;
    }

    Map<String, BigDecimal> bridgeTotals(int month) {
        Map<String, BigDecimal> cells = new LinkedHashMap<>();
        int[] grades = new int[4];
        int mended = 0;
        int closed = 0;
        List<String> names = List.of("无隐患", "轻微", "中等", "严重");
        for (int index = 0; index < bridgeCount(); index++) {
            grades[names.indexOf(grade(index))]++;
            mended += mended(index, month) ? 1 : 0;
            closed += grade(index).equals("严重") && !mended(index, month) ? 1 : 0;
        }
        cells.put("01.1", whole(bridgeCount()));
        cells.put("02.1", whole(bridgeCount()));
        for (int index = 0; index < 4; index++) {
            cells.put("0" + (3 + index) + ".1", whole(grades[index]));
        }
        cells.put("07.1", whole(grades[1] + grades[2] + grades[3]));
        cells.put("08.1", whole(mended));
        cells.put("09.1", whole(mended));
        cells.put("10.1", BigDecimal.ZERO);
        cells.put("11.1", BigDecimal.ZERO);
        cells.put("12.1", whole(closed));
        cells.put("13.1", whole(bridgeCount()));
        cells.put("14.1", BigDecimal.ONE);
        return cells;
    }

    // ---- 平21-1 -------------------------------------------------------------------------------------------------

    Map<String, Object> roads() {
        Map<String, Object> line = new LinkedHashMap<>();
        BigDecimal all = base("农村公路_公里").setScale(3);
        BigDecimal county = part(all, "0.09");
        BigDecimal township = part(all, "0.21");
        BigDecimal second = part(all, "0.015");
        BigDecimal third = part(all, "0.05");
        BigDecimal unclassed = part(all, "0.03");
        BigDecimal classed = all.subtract(unclassed);
        BigDecimal unpaved = part(all, "0.04");
        BigDecimal simple = part(all, "0.06");
        BigDecimal paved = all.subtract(unpaved).subtract(simple);
        BigDecimal asphalt = part(all, "0.12");
        BigDecimal rated = part(all, "0.8");
        BigDecimal good = part(rated, "0.45");
        BigDecimal fair = part(rated, "0.3");
        BigDecimal medium = part(rated, "0.17");
        BigDecimal poor = part(rated, "0.05");
        int bridges = all.intValue() / 6 + 1;
        line.put("01", unit.name());
        line.put("02", all);
        line.put("03", county);
        line.put("04", township);
        line.put("05", all.subtract(county).subtract(township));
        line.put("06", classed);
        line.put("07", BigDecimal.ZERO);
        line.put("08", second);
        line.put("09", third);
        line.put("10", classed.subtract(second).subtract(third));
        line.put("11", unclassed);
        line.put("12", paved);
        line.put("13", asphalt);
        line.put("14", paved.subtract(asphalt));
        line.put("15", simple);
        line.put("16", unpaved);
        line.put("17", part(all, "0.98"));
        line.put("18", rated);
        line.put("19", good);
        line.put("20", fair);
        line.put("21", medium);
        line.put("22", poor);
        line.put("23", rated.subtract(good).subtract(fair).subtract(medium).subtract(poor));
        line.put("24", whole(bridges));
        line.put("25", BigDecimal.valueOf(bridges * 1873L, 2));
        line.put("26", whole(bridges / 20));
        line.put("27", part(all, "0.35"));
        return line;
    }

    private static BigDecimal part(BigDecimal value, String share) {
        return value.multiply(new BigDecimal(share)).setScale(3, RoundingMode.HALF_UP);
    }

    // ---- 平31-1 -------------------------------------------------------------------------------------------------

    Map<String, BigDecimal> toilets(ReferencePeriod period) {
        Map<String, BigDecimal> cells = new LinkedHashMap<>();
        SplittableRandom chance = chance("toilets");
        long households = base("农村总户数_户").longValueExact();
        long sanitary = base("卫生厕所_户").longValueExact() - (period.ordinal() < 3 ? 6 : 0);
        long empty = 40 + households / 100 + chance.nextInt(30);
        cells.put("01.1", attribute("行政村数").add(attribute("社区数")));
        cells.put("02.1", whole(households + empty));
        cells.put("03.1", whole(empty));
        cells.put("04.1", whole(households));
        cells.put("05.1", whole(sanitary));
        long septic = sanitary * 82 / 100;
        long twin = sanitary * 5 / 100;
        long biogas = sanitary * 4 / 100;
        long sewer = sanitary * 7 / 100;
        cells.put("06.1", whole(septic));
        cells.put("07.1", whole(twin));
        cells.put("08.1", whole(biogas));
        cells.put("09.1", BigDecimal.ZERO);
        cells.put("10.1", BigDecimal.ZERO);
        cells.put("11.1", whole(sewer));
        cells.put("12.1", whole(sanitary - septic - twin - biogas - sewer));
        long none = (households - sanitary) / 4;
        cells.put("13.1", whole(households - sanitary - none));
        cells.put("14.1", whole(none));
        cells.put("15.1", whole(sanitary * 97 / 100));
        cells.put("16.1", whole(60));
        cells.put("17.1", whole(period.ordinal() < 3 ? 38 : 52));
        cells.put("18.1", whole(30));
        cells.put("19.1", whole(period.ordinal() < 3 ? 21 : 29));
        long toilets = 3 + chance.nextInt(6);
        cells.put("20.1", whole(toilets));
        cells.put("21.1", whole(toilets * 6));
        cells.put("22.1", BigDecimal.ZERO);
        return cells;
    }

    // ---- 平32-1, 平32-2 -----------------------------------------------------------------------------------------

    Map<String, BigDecimal> waste(int month) {
        Map<String, BigDecimal> cells = new LinkedHashMap<>();
        SplittableRandom chance = chance("waste");
        BigDecimal villages = attribute("行政村数");
        cells.put("01.1", villages);
        cells.put("02.1", villages);
        cells.put("03.1", share(villages, "0.85"));
        cells.put("04.1", whole(1 + chance.nextInt(2)));
        cells.put("05.1", one(base("农村总户数_户").multiply(new BigDecimal("0.033"))).add(whole(month)));
        cells.put("06.1", villages.multiply(whole(4)));
        cells.put("41.1", whole(month * 6L));
        cells.put("42.1", whole(chance.nextInt(4)));
        cells.put("43.1", cells.get("42.1").min(BigDecimal.ONE));
        cells.put("44.1", cells.get("43.1"));
        return cells;
    }

    Map<String, BigDecimal> sewage(ReferencePeriod period) {
        Map<String, BigDecimal> cells = new LinkedHashMap<>();
        SplittableRandom chance = chance("sewage");
        BigDecimal villages = attribute("行政村数");
        int quarter = period.ordinal();
        cells.put("01.1", villages);
        cells.put("11.1", share(villages, quarter < 3 ? "0.42" : "0.46"));
        long plants = 4 + chance.nextInt(12);
        cells.put("12.1", whole(plants));
        cells.put("13.1", whole(plants - (quarter < 3 ? 1 : 0)));
        BigDecimal manure = one(BigDecimal.valueOf(900 + chance.nextInt(4000)).multiply(whole(quarter)));
        cells.put("21.1", manure);
        cells.put("22.1", one(manure.multiply(new BigDecimal("0.92"))));
        BigDecimal film = BigDecimal.valueOf(1200 + chance.nextInt(2500), 2);
        BigDecimal used = quarter < 3 ? film.multiply(new BigDecimal("0.7")).setScale(2, RoundingMode.HALF_UP) : film;
        cells.put("31.1", used);
        cells.put("32.1", used.multiply(new BigDecimal("0.86")).setScale(2, RoundingMode.HALF_UP));
        return cells;
    }

    // ---- 平42-1, 平43-1 -----------------------------------------------------------------------------------------

    Map<String, BigDecimal> collective(ReferencePeriod period) {
        Map<String, BigDecimal> cells = new LinkedHashMap<>();
        SplittableRandom chance = chance("collective");
        long villages = attribute("行政村数").longValueExact();
        BigDecimal growth = new BigDecimal(isLastYear(period) ? "0.91" : period.ordinal() < 3 ? "0.62" : "1");
        BigDecimal operating = BigDecimal.valueOf(villages * (900 + chance.nextInt(700)), 2)
                .multiply(growth)
                .setScale(2, RoundingMode.HALF_UP);
        BigDecimal subsidy = operating.multiply(new BigDecimal("0.7")).setScale(2, RoundingMode.HALF_UP);
        BigDecimal other = operating.multiply(new BigDecimal("0.08")).setScale(2, RoundingMode.HALF_UP);
        cells.put("01.1", whole(villages));
        cells.put("02.1", operating.add(subsidy).add(other));
        cells.put("03.1", operating);
        cells.put("04.1", subsidy);
        cells.put("05.1", other);
        long none = isLastYear(period) && villages > 12 ? 1 : 0;
        long below = villages / 4;
        long middle = villages / 3;
        long top = villages / 20;
        cells.put("06.1", whole(none));
        cells.put("07.1", whole(below));
        cells.put("08.1", whole(middle));
        cells.put("09.1", whole(villages - none - below - middle - top));
        cells.put("10.1", whole(top));
        return cells;
    }

    Map<String, BigDecimal> relief(int month) {
        Map<String, BigDecimal> cells = new LinkedHashMap<>();
        SplittableRandom chance = chance("relief");
        long before = 30 + chance.nextInt(120);
        long fresh = 2 + chance.nextInt(4);
        long cleared = 1 + chance.nextInt(5);
        long begin = month == 8 ? before : before + fresh - cleared;
        long added = month == 8 ? fresh : 1;
        long removed = month == 8 ? cleared : 3;
        long end = begin + added - removed;
        roll(cells, 0, begin, added, removed, end);
        roll(cells, 10, begin * 3, added * 3, removed * 3, end * 3);
        cells.put("21.1", whole(end));
        for (String row : List.of("22", "23", "24", "25", "26")) {
            cells.put(row + ".1", BigDecimal.ZERO);
        }
        // no more people work away than a quarter of those who live there
        long away = Math.min(900 + chance.nextInt(2500), attribute("农村常住人口").longValue() / 4);
        cells.put("31.1", whole(away + month));
        cells.put("32.1", whole(1 + chance.nextInt(6)));
        cells.put("33.1", whole(40 + chance.nextInt(120)));
        cells.put("34.1", whole(month * 35L));
        long projects = 20 + chance.nextInt(60);
        cells.put("41.1", whole(projects));
        cells.put("42.1", whole(projects - (chance.nextInt(3) == 0 ? 1 : 0)));
        BigDecimal assets = BigDecimal.valueOf(60000 + chance.nextInt(300000), 2);
        cells.put("43.1", assets);
        cells.put("44.1", assets.multiply(new BigDecimal("0.98")).setScale(2, RoundingMode.HALF_UP));
        cells.put("45.1", assets.multiply(new BigDecimal("0.03")).setScale(2, RoundingMode.HALF_UP));
        return cells;
    }

    private static void roll(Map<String, BigDecimal> cells, int from, long begin, long added, long removed, long end) {
        long[] values = {begin, added, removed, 0, 0, end};
        for (int index = 0; index < values.length; index++) {
            cells.put(String.format("%02d.1", from + index + 1), whole(values[index]));
        }
    }
}
