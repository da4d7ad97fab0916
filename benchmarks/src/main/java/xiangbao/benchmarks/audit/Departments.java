package xiangbao.benchmarks.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.units.ReportingUnit;

/** What a county department reports of its own tasks. Rows of other departments are left out when the report is made. */
final class Departments {
    private final Chance chance;
    private final Township steady;
    private final ReportingUnit unit;

    Departments(ReportingUnit unit, Chance county) {
        this.unit = unit;
        this.chance = county.of(unit.code().text());
        this.steady = new Township(unit, chance, new Township.Habits(chance.odds(0.35, "rounds"), false, false));
    }

    /** 平71-1. */
    Figures quarter(Form form, ReferencePeriod period) {
        Figures cells = steady.figures(form);
        int quarter = period.ordinal();
        int year = period.year();
        int month = Township.month(period);
        long projects = chance.whole(3, 7, "dual use");
        cells.put("01", projects).put("02", Math.min(projects, 1 + month / 6));
        long planned = steady.thisYear("planned", chance.between(0.4, 1.2, "planned"), period);
        cells.put("03", planned).put("04", planned * chance.between(6000, 15000, "planned cost"));
        long estates = chance.whole(38, 60, "estates");
        long willing = Math.min(estates, Math.round(estates * 0.8) + month / 8);
        long listed = willing - chance.whole(1, 3, "listed");
        long begun = Math.min(listed, Math.round(listed * 0.6) + month / 3);
        long done = Math.min(begun, Math.round(listed * 0.4) + month / 3);
        cells.put("11", estates)
                .put("12", willing)
                .put("13", listed)
                .put("14", begun)
                .put("15", done)
                .put("16", done * chance.whole(90, 120, "estate"));
        cells.put("17", 24).put("18", Math.min(24, chance.whole(12, 15, "circles") + month / 4));
        long beds = chance.whole(2200, 2600, "beds") + steady.everSince("beds", 6, period);
        cells.put("21", beds).put("22", Math.round(beds * chance.between(0.45, 0.55, "nursing")));
        cells.put("23", chance.whole(1700, 2000, "toddlers") + steady.everSince("toddlers", 5, period));
        cells.put("24", steady.thisYear("parks", 0.6, period))
                .put("25", chance.between(5, 8, "greenway", year) * Fields.grown(quarter, 0.1, 0.4, 0.7, 1));
        long online = chance.whole(20, 26, "online") + month / 2;
        cells.put("31", online)
                .put("32", steady.thisYear("cases", 1400, period))
                .put("33", 210 + 3L * month);
        cells.put("34", chance.whole(38, 42, "net") + month / 6)
                .put("35", chance.whole(16, 18, "provinces") + month / 8);
        long register = steady.thisYear("register", 5600, period);
        cells.put("36", register).put("37", Math.round(register * chance.between(0.6, 0.7, "net share")));
        int school = quarter >= 3 ? year : year - 1;
        long infants = Math.round(18_600 * chance.about(0.02, "infants", school));
        cells.put("41", infants).put("42", Math.round(infants * chance.between(0.9, 0.94, "public", school)));
        long moving = Math.round(2100 * chance.about(0.05, "moving", school));
        cells.put("43", moving).put("44", moving);
        double land = 870_000 * chance.about(0.004, "land") * steady.year("land", 0.002, year);
        cells.put("51", land).put("52", 742_000 * steady.year("basic land", 0.001, year));
        cells.put("55", 46).put("56", Math.min(46, 24 + month / 3)).put("57", 480 + month / 2);
        cells.put("61", chance.between(20, 30, "highway", year) * Fields.grown(quarter, 0, 0.3, 0.6, 1))
                .put("62", quarter < 3 ? 0 : 1);
        cells.put("65", 2 + month / 12).put("66", 1);
        long fairs = steady.thisYear("fairs", 0.45, period);
        cells.put("71", fairs)
                .put("72", fairs * chance.between(1200, 1800, "signed", year))
                .put("73", steady.thisYear("meetings", 0.6, period));
        cells.put("76", 2)
                .put("77", 2)
                .put("78", 1 + month / 12)
                .put("79", month / 14)
                .put("81", 1)
                .put("82", 6);
        cells.put("83", steady.thisYear("cards", 1500, period));
        cells.put(
                "85",
                95_000
                        * steady.year("mica", 0.08, year)
                        * Fields.grown(quarter, 0.9, 1.9, 3, 4.1)
                        * chance.about(0.02, "mica", year, quarter));
        cells.put("86", quarter < 3 ? 0 : 1);
        return cells;
    }

    /** 平71-2. */
    Figures month(Form form, ReferencePeriod period) {
        Figures cells = steady.figures(form);
        int year = period.year();
        int month = Township.month(period);
        long accidents = steady.thisYear("accidents", 0.35, period);
        cells.put("02", accidents).put("03", 0).put("04", 0).put("05", 0).sum("01", "02", "03", "04", "05");
        cells.put("06", accidents == 0 ? 0 : accidents + chance.whole(0, 1, "deaths", year) * accidents / 3)
                .put("07", 0);
        double inside = 0;
        double outside = 0;
        double[] season = {1.1, 0.7, 1, 1, 0.95, 0.95, 0.98, 1, 1.02, 1.02, 1.05, 1.15};
        for (int each = 1; each <= period.ordinal(); each++) {
            inside += 331_000 * season[each - 1] * chance.about(0.03, "inside", year, each);
            outside += 155_000 * season[each - 1] * chance.about(0.03, "outside", year, each);
        }
        inside *= steady.year("inside", 0.08, year);
        outside *= steady.year("outside", 0.08, year);
        cells.put("11", 135 + month / 5)
                .put("12", inside)
                .put("13", inside * chance.between(0.92, 0.95, "large inside"));
        cells.put("14", 208 + month / 4)
                .put("15", outside)
                .put("16", outside * chance.between(0.68, 0.72, "large outside"));
        double pace = period.ordinal() <= 2 ? 0 : (period.ordinal() - 2) / 10.0;
        double pipes = Math.rint(36_500 * steady.year("pipes", 0.2, year)) / 1000;
        double laid = pipes * pace * 0.98;
        cells.put("21", pipes)
                .put("23", laid * 0.25)
                .put("24", laid * 0.38)
                .put("25", laid * 0.37)
                .sum("22", "23", "24", "25");
        cells.put("31", Math.round(320 * pace)).put("32", Math.round(80 * pace)).put("33", Math.round(52 * pace));
        cells.put("41", 0).put("42", 0).put("43", 0);
        double river = Math.rint(12_400 * steady.year("river", 0.2, year)) / 1000;
        cells.put("51", river).put("52", river * pace * 0.95);
        return cells;
    }

    /** 平51-3 of the county: batches taken and passed. */
    Figures tests(Form form, ReferencePeriod period) {
        Figures cells = steady.figures(form);
        for (String row : new String[] {"01", "02"}) {
            double monthly = row.equals("01") ? 68 : 20;
            long taken = steady.thisYear("tests " + row, monthly, period);
            cells.put(row + ".1", taken)
                    .put(row + ".2", taken - steady.thisYear("failed " + row, monthly / 70, period));
        }
        return cells;
    }

    /** 平41-2. The rate belongs to the two years' incomes as printed. */
    Figures incomes(Form form, ReferencePeriod period) {
        Figures cells = steady.figures(form);
        double[] yearly = {23_500, 22_300, 24_100, 19_800, 38_600};
        double part = Fields.grown(period.ordinal(), 0.29, 0.5, 0.75, 1);
        for (int index = 0; index < yearly.length; index++) {
            String row = "0" + (index + 1);
            double base = yearly[index] * part * chance.about(0.03, "income", index);
            double now = Math.rint(base);
            double rate = 100 * chance.between(0.05, 0.07, "rate", index, Township.FIRST_YEAR, period.ordinal());
            for (int year = Township.FIRST_YEAR + 1; year <= period.year(); year++) {
                double before = now;
                now = Math.rint(before * (1 + chance.between(0.045, 0.075, "rate", index, year, period.ordinal())));
                rate = 100 * (now / before - 1);
            }
            cells.put(row + ".1", now).put(row + ".2", rate);
        }
        cells.put("06.2", chance.between(4.5, 7.5, "product", period.year(), period.ordinal()));
        return cells;
    }

    // ---- ledgers ------------------------------------------------------------------------------------------------

    static Map<String, Object> line(Object... cells) {
        Map<String, Object> line = new LinkedHashMap<>();
        for (int index = 0; index < cells.length; index++) {
            if (!"".equals(cells[index])) {
                line.put(String.format("%02d", index + 1), cells[index]);
            }
        }
        return line;
    }

    /** 平71-3: buildings and roads over some years. */
    List<Map<String, Object>> projects(ReferencePeriod period) {
        int now = Township.month(period);
        List<Map<String, Object>> lines = new ArrayList<>();
        int count = chance.whole(2, 4, "projects");
        for (int index = 1; index <= count; index++) {
            int begins = chance.whole(-18, 8, "begins", index);
            int months = chance.whole(22, 44, "months", index);
            double total = Math.rint(chance.between(8000, 90_000, "total", index));
            if (begins + months < Township.january(period)) {
                // what was finished in an earlier year is not listed any more
                continue;
            }
            boolean road = unit.name().equals("县住建局");
            double done = spent(index, begins, months, now);
            double before = spent(index, begins, months, Township.january(period) - 1);
            boolean ended = now >= begins + months;
            double plan = total
                    * (spent(index, begins, months, Township.january(period) + 11) - before)
                    * chance.between(1, 1.1, "plan", index, period.year());
            lines.add(line(
                    unit.code().text().substring(7) + "-" + String.format("%02d", index),
                    "重点项目" + index,
                    road ? "城市道路" : "公共服务",
                    Works.number(total, 2),
                    Works.number(Math.min(total, plan), 2),
                    Works.number(total * (done - before), 2),
                    Works.number(total * done, 2),
                    Works.number(ended ? 100 : Math.min(99, 100 * done * chance.about(0.04, "seen", index)), 1),
                    now >= begins ? LocalDate.of(2025, 1, 8).plusMonths(begins - 1L) : "",
                    ended ? LocalDate.of(2025, 1, 20).plusMonths((long) begins + months - 1) : "",
                    road ? ended ? "是" : "否" : "不涉及"));
        }
        return lines;
    }

    private double spent(int project, int begins, int months, int now) {
        double done = 0;
        double all = 0;
        for (int each = 0; each < months; each++) {
            double part = chance.between(0.6, 1.4, "spent", project, each);
            all += part;
            done += begins + each <= now ? part : 0;
        }
        return 0.97 * done / all;
    }

    /** 平71-4: sections of a dike. */
    List<Map<String, Object>> dikes(ReferencePeriod period) {
        int now = Township.month(period);
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int index = 1; index <= 12; index++) {
            double length = Math.rint(chance.between(900, 2600, "dike", index)) / 1000;
            int ends = chance.whole(-10, 34, "dike done", index);
            double share = Math.max(0, Math.min(1, 1 + (now - ends) / 18.0));
            boolean closed = now >= ends;
            lines.add(line(
                    "DD" + String.format("%02d", index),
                    "汨罗江第" + index + "段",
                    index <= 6 ? "左岸" : "右岸",
                    Works.number(length, 3),
                    Works.number(length * share, 3),
                    Works.number(length * (closed ? 1 : share * 0.9), 3),
                    Works.number(20, 0),
                    closed ? "是" : "否"));
        }
        return lines;
    }

    /** 平71-5. */
    List<Map<String, Object>> reservoirs(ReferencePeriod period, List<ReportingUnit> townships) {
        int now = Township.month(period);
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int index = 0; index < 8; index++) {
            int begun = chance.whole(-3, 20, "reservoir", index);
            int done = begun + chance.whole(5, 9, "reservoir done", index);
            int accepted = done + chance.whole(2, 5, "reservoir accepted", index);
            boolean small = index > 1;
            LocalDate first = LocalDate.of(2024, 12, 6);
            lines.add(line(
                    "4306260" + String.format("%04d", 31 + index * 7),
                    "第" + (index + 1) + "水库",
                    small ? "小（2）型" : "小（1）型",
                    townships
                            .get(chance.whole(0, townships.size() - 1, "reservoir at", index))
                            .name(),
                    index < 6 ? "是" : "否",
                    now >= accepted ? "已验收" : now >= done ? "已完工" : now >= begun ? "已开工" : "未开工",
                    Works.number(
                            small ? chance.between(12, 95, "volume", index) : chance.between(110, 600, "volume", index),
                            2),
                    now >= begun ? first.plusMonths(begun) : "",
                    now >= done ? first.plusMonths(done) : "",
                    now >= accepted ? first.plusMonths(accepted) : ""));
        }
        return lines;
    }

    /** 平71-6. */
    List<Map<String, Object>> brands(ReferencePeriod period) {
        List<Map<String, Object>> lines = new ArrayList<>();
        boolean zone = unit.name().equals("平江高新区");
        for (int index = 1; index <= 9; index++) {
            int granted = index < 5 ? -index : chance.whole(-6, 30, "granted", index);
            if (granted <= Township.month(period)) {
                lines.add(line(
                        (zone ? "XGH-G" : "XGH-N") + String.format("%03d", index),
                        "第" + index + (zone ? "食品公司" : "合作社"),
                        "91430626MA4" + (zone ? "L" : "P")
                                + String.format("%05d", 10_000 + chance.whole(0, 80_000, "firm", index)) + "X",
                        zone ? "酱干" : "大米",
                        LocalDate.of(2024, 12, 9).plusMonths(granted),
                        "有效"));
            }
        }
        // the code has 18 places
        lines.forEach(each -> each.computeIfPresent("03", (column, text) -> (text + "2").substring(0, 18)));
        return lines;
    }

    /** 平91-1. */
    List<Map<String, Object>> steps(ReferencePeriod period, String task) {
        int now = Township.month(period);
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int index = 1; index <= 4; index++) {
            int planned = chance.whole(2, 23, "step", index);
            int done = planned + chance.whole(-1, 3, "step done", index);
            boolean ended = now >= done;
            LocalDate due = LocalDate.of(2024, 12, 20).plusMonths(planned);
            lines.add(line(
                    task,
                    task + "-" + index,
                    "节点" + index,
                    due,
                    ended ? "完成" : now >= done - 4 ? "推进中" : "未启动",
                    ended ? LocalDate.of(2024, 12, 12).plusMonths(done) : "",
                    ended ? "平政样〔" + due.getYear() + "〕" + index + "号" : ""));
        }
        return lines;
    }
}
