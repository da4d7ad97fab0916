package xiangbao.console.samples;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import xiangbao.statistics.periods.ReferencePeriod;

/** What the county's departments say of their own tasks; invented, like everything in the samples. */
final class DepartmentFigures {
    private DepartmentFigures() {}

    // ---- 平71-1, 平71-2, 平51-3 ---------------------------------------------------------------------------------

    /** The rows that a department fills in, or none when it has none in the form. */
    static Map<String, BigDecimal> quarter(String department, ReferencePeriod period) {
        boolean before = period.year() == 2025;
        return switch (department) {
            case "县发改局" -> rows("01", "4", "02", "2");
            case "县农业农村局" -> rows("03", "12", "04", "86500.00");
            case "平江高新区" -> rows("03", "9", "04", "152000.00", "85", "285310.60", "86", "1");
            case "县林业局" -> rows("03", "0", "04", "0");
            case "县住建局" ->
                rows("11", "46", "12", "38", "13", "36", "14", "33", "15", "28", "16", "2960", "17", "24", "18", "17");
            case "县民政局" -> rows("21", "2460", "22", "1210");
            case "县卫健局" -> rows("23", "1850");
            case "县城管局" -> rows("24", "6", "25", "4.830");
            case "县数据局" ->
                rows("31", before ? "21" : "33", "32", before ? "9720" : "18650", "33", before ? "214" : "268");
            case "县公安局" -> rows("34", "42", "35", "18", "36", "51200", "37", "33850");
            case "县教育局" -> rows("41", "18640", "42", "17150", "43", "2140", "44", "2140");
            case "县自然资源局" -> rows("51", "870120", "52", "742300");
            case "县交通运输局" -> rows("55", "46", "56", "31", "57", "498", "61", "18.600", "62", "1");
            case "县科工信局" -> rows("65", "3", "66", "1");
            case "县商务局" -> rows("71", "3", "72", "4260.00", "73", "5");
            case "县文旅广体局" -> rows("76", "2", "77", "2", "78", "1", "79", "0", "81", "1", "82", "6", "83", "12680");
            default -> Map.of();
        };
    }

    static Map<String, BigDecimal> month(String department, int month) {
        boolean august = month == 8;
        return switch (department) {
            case "县应急管理局" ->
                rows(
                        "01",
                        august ? "2" : "3",
                        "02",
                        august ? "2" : "3",
                        "03",
                        "0",
                        "04",
                        "0",
                        "05",
                        "0",
                        "06",
                        august ? "2" : "3",
                        "07",
                        "0");
            case "平江高新区" ->
                rows(
                        "11",
                        "138",
                        "12",
                        august ? "2655120.35" : "2986500.40",
                        "13",
                        august ? "2480300.00" : "2790110.25");
            case "县农业农村局" ->
                rows("14", "212", "15", august ? "1246030.10" : "1401220.60", "16", august ? "871500.00" : "980400.00");
            case "县住建局" ->
                rows(
                        "21",
                        "36.500",
                        "22",
                        august ? "21.900" : "24.600",
                        "23",
                        august ? "5.500" : "6.200",
                        "24",
                        august ? "8.400" : "9.400",
                        "25",
                        august ? "8.000" : "9.000",
                        "31",
                        "320",
                        "32",
                        "60",
                        "33",
                        august ? "40" : "48",
                        "41",
                        "0",
                        "42",
                        "0",
                        "43",
                        "0");
            case "县水利局" -> rows("51", "12.400", "52", august ? "5.100" : "5.900");
            default -> Map.of();
        };
    }

    /** 定量检测 of the county: batches taken and passed. */
    static Map<String, BigDecimal> tests(int month) {
        Map<String, BigDecimal> cells = new LinkedHashMap<>();
        cells.put("01.1", BigDecimal.valueOf(month == 8 ? 552 : 620));
        cells.put("01.2", BigDecimal.valueOf(month == 8 ? 545 : 612));
        cells.put("02.1", BigDecimal.valueOf(month == 8 ? 160 : 180));
        cells.put("02.2", BigDecimal.valueOf(month == 8 ? 156 : 176));
        return cells;
    }

    private static Map<String, BigDecimal> rows(String... pairs) {
        Map<String, BigDecimal> cells = new LinkedHashMap<>();
        for (int index = 0; index < pairs.length; index += 2) {
            cells.put(pairs[index] + ".1", new BigDecimal(pairs[index + 1]));
        }
        return cells;
    }

    // ---- ledgers ------------------------------------------------------------------------------------------------

    private static Map<String, Object> line(Object... cells) {
        Map<String, Object> line = new LinkedHashMap<>();
        for (int index = 0; index < cells.length; index++) {
            if (!"".equals(cells[index])) {
                line.put(String.format("%02d", index + 1), cells[index]);
            }
        }
        return line;
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    /** 平71-3. */
    static List<Map<String, Object>> projects(String department, int month) {
        boolean august = month == 8;
        return switch (department) {
            case "县教育局" ->
                List.of(
                        project(
                                "JY-01",
                                "杨源中学",
                                "公共服务",
                                "32000",
                                "9000",
                                august ? "6300" : "7100",
                                august ? "20700" : "21500",
                                august ? "66.0" : "68.5",
                                "2024-11-08",
                                ""),
                        project(
                                "JY-02",
                                "天岳高中",
                                "公共服务",
                                "56000",
                                "15000",
                                august ? "10200" : "11800",
                                august ? "28600" : "30200",
                                august ? "52.0" : "55.0",
                                "2025-03-18",
                                ""));
            case "县卫健局" ->
                List.of(project(
                        "WJ-01",
                        "第一人民医院整体搬迁",
                        "公共服务",
                        "98000",
                        "26000",
                        august ? "17500" : "19800",
                        august ? "58700" : "61000",
                        august ? "61.0" : "63.5",
                        "2023-12-20",
                        ""));
            case "县住建局" ->
                List.of(
                        project(
                                "ZJ-01",
                                "杨源大桥",
                                "城市道路",
                                "18600",
                                "6000",
                                august ? "3700" : "4100",
                                august ? "12400" : "12800",
                                august ? "67.0" : "70.0",
                                "2025-01-10",
                                ""),
                        project(
                                "ZJ-02",
                                "大桥东路",
                                "城市道路",
                                "9800",
                                "5200",
                                "5200",
                                "9600",
                                "100",
                                "2025-04-02",
                                "2026-08-20"));
            default -> List.of();
        };
    }

    private static Map<String, Object> project(
            String number,
            String name,
            String kind,
            String total,
            String plan,
            String done,
            String since,
            String progress,
            String begun,
            String ended) {
        return line(
                number,
                name,
                kind,
                number(total),
                number(plan),
                number(done),
                number(since),
                number(progress),
                LocalDate.parse(begun),
                ended.isEmpty() ? "" : LocalDate.parse(ended),
                kind.equals("公共服务") ? "不涉及" : ended.isEmpty() ? "否" : "是");
    }

    /** 平71-4: eleven of twelve sections are closed. */
    static List<Map<String, Object>> dikes(int month) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int index = 1; index <= 12; index++) {
            BigDecimal length = BigDecimal.valueOf(1150 + 137L * index, 3);
            boolean gap = index == 7;
            BigDecimal done = gap ? number(month == 8 ? "1.420" : "1.680") : length;
            lines.add(line(
                    "DD" + String.format("%02d", index),
                    (index <= 6 ? "汨罗江左岸" : "汨罗江右岸") + "第" + index + "段",
                    index <= 6 ? "左岸" : "右岸",
                    length,
                    done,
                    done,
                    number("20"),
                    gap ? "否" : "是"));
        }
        return lines;
    }

    /** 平71-5: six reservoirs are on this year's task, five of them mended. */
    static List<Map<String, Object>> reservoirs() {
        String[] places = {"加义镇", "长寿镇", "龙门镇", "南江镇", "福寿山镇", "岑川镇", "三墩乡", "大洲乡"};
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int index = 0; index < places.length; index++) {
            boolean task = index < 6;
            boolean accepted = index < 3;
            boolean done = index < 5;
            boolean begun = index < 6;
            lines.add(line(
                    "4306260" + String.format("%04d", 31 + index * 7),
                    places[index].substring(0, 2) + "水库",
                    index == 0 ? "小（1）型" : "小（2）型",
                    places[index],
                    task ? "是" : "否",
                    accepted ? "已验收" : done ? "已完工" : begun ? "已开工" : "未开工",
                    number(index == 0 ? "186.50" : "2" + index + ".40"),
                    begun ? LocalDate.of(2025, 11, 3 + index) : "",
                    done ? LocalDate.of(2026, 6, 10 + index) : "",
                    accepted ? LocalDate.of(2026, 8, 21 + index) : ""));
        }
        return lines;
    }

    /** 平71-6: one firm stands in both lists. */
    static List<Map<String, Object>> brands(String department, ReferencePeriod period) {
        boolean zone = department.equals("平江高新区");
        String[][] firms = zone
                ? new String[][] {
                    {"甲味食品公司", "91430626MA4L2K7X1A", "酱干"},
                    {"乙香食品公司", "91430626MA4P8Q3T2B", "辣条"},
                    {"乙香食品公司", "91430626MA4P8Q3T2B", "豆皮"},
                    {"丙源茶业公司", "91430626MA4R5W6U3C", "绿茶"},
                    {"丁山油脂公司", "91430626MA4T1Y9H4D", "茶油"}
                }
                : new String[][] {
                    {"丙源茶业公司", "91430626MA4R5W6U3C", "红茶"},
                    {"戊岭合作社", "93430626MA4U7J2K5E", "大米"},
                    {"己田合作社", "93430626MA4W3N8L6F", "蜂蜜"},
                    {"庚溪农业公司", "91430626MA4X6R4M7G", "辣椒酱"},
                    {"辛园果业公司", "91430626MA4Y9T5N8H", "葡萄"},
                    {"辛园果业公司", "91430626MA4Y9T5N8H", "猕猴桃"}
                };
        int count = period.year() == 2025 ? firms.length - 2 : firms.length;
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            lines.add(line(
                    (zone ? "XGH-G" : "XGH-N") + String.format("%03d", index + 1),
                    firms[index][0],
                    firms[index][1],
                    firms[index][2],
                    index >= firms.length - 2 ? LocalDate.of(2026, 5, 12) : LocalDate.of(2024, 9, 6 + index),
                    "有效"));
        }
        return lines;
    }

    /** 平51-4: the county repeats what one town reports, under the same document. */
    static List<Map<String, Object>> titles() {
        return List.of(
                line("CY-01", "平江县现代农业产业园", "现代农业产业园", "省级", "申报", "", ""),
                line("CY-02", "长寿镇农业产业强镇", "农业产业强镇", "省级", "获批", "湘农样〔2026〕7号", LocalDate.of(2026, 6, 18)));
    }

    // ---- 平91-1 -------------------------------------------------------------------------------------------------

    static List<Map<String, Object>> steps(String department, int month) {
        boolean august = month == 8;
        return switch (department) {
            case "县交通运输局" ->
                List.of(
                        done("R05", 1, "纳入省级路网规划研究", "2026-03-31", "2026-03-20", "湘发改样〔2026〕3号"),
                        step("R05", 2, "预可行性研究启动", "2026-08-31", "推进中", ""),
                        step("R05", 3, "线位方案上报", "2026-12-31", "未启动", ""));
            case "县商务局" ->
                List.of(
                        done("D02", 1, "长沙展示中心选址签约", "2026-05-31", "2026-05-18", "合作协议"),
                        august
                                ? step("D02", 2, "长沙展示中心开馆", "2026-08-31", "推进中", "")
                                : step("D02", 2, "长沙展示中心开馆", "2026-08-31", "受阻", "消防验收未通过，预计10月底"),
                        step("D02", 3, "株洲展示中心开馆", "2026-12-20", "推进中", ""));
            case "县文旅广体局" ->
                List.of(
                        done("D04", 1, "周末旅游专线方案", "2026-04-30", "2026-04-24", "线路方案"),
                        august
                                ? step("D04", 2, "周末旅游专线开通", "2026-09-25", "推进中", "")
                                : done("D04", 2, "周末旅游专线开通", "2026-09-25", "2026-09-19", "开通公告"),
                        done("D08", 1, "幕阜山总体规划修编", "2026-06-30", "2026-07-03", "评审意见"),
                        step("D08", 2, "游客中心主体完工", "2026-12-15", "推进中", ""),
                        step("D09", 1, "三县文旅综合管理中心选址", "2026-11-30", "推进中", ""),
                        step("D09", 2, "三县文旅综合管理中心挂牌", "2026-12-25", "未启动", ""));
            case "县农业农村局" ->
                List.of(
                        done("D10", 1, "茶叶精制拼配中心立项", "2026-07-31", "2026-07-15", "平发改样〔2026〕26号"),
                        step("D10", 2, "茶叶精制拼配中心投产", "2026-12-20", "推进中", ""),
                        done("E01", 1, "数字农业平台招标", "2026-03-31", "2026-03-27", "中标通知书"),
                        done("E01", 2, "数字农业平台上线试运行", "2026-06-30", "2026-06-29", "试运行报告"),
                        august
                                ? step("E01", 3, "数字农业平台验收", "2026-09-20", "推进中", "")
                                : done("E01", 3, "数字农业平台验收", "2026-09-20", "2026-09-16", "验收意见"));
            case "平江高新区" -> List.of(step("D12", 1, "循环化改造合作协议", "2026-10-31", "推进中", ""));
            case "县城管局" ->
                List.of(
                        done("C22", 1, "城市运行管理服务平台立项", "2026-06-30", "2026-06-30", "立项批复"),
                        step("C22", 2, "城市运行管理服务平台上线", "2026-12-20", "推进中", ""));
            default -> List.of();
        };
    }

    static Map<String, Object> done(String task, int number, String name, String due, String ended, String proof) {
        return line(task, task + "-" + number, name, LocalDate.parse(due), "完成", LocalDate.parse(ended), proof);
    }

    static Map<String, Object> step(String task, int number, String name, String due, String state, String reason) {
        return line(task, task + "-" + number, name, LocalDate.parse(due), state, "", reason);
    }
}
