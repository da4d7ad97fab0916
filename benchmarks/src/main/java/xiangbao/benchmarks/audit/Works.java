package xiangbao.benchmarks.audit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.periods.ReferencePeriod;

/** What a township builds, mends and has listed: roads, bridges, demonstration fields, bases, villages. */
final class Works {
    private static final String[] GRADES = {"无隐患", "轻微", "中等", "严重"};

    private final Township place;
    private final Chance chance;
    private final String code;

    Works(Township place) {
        this.place = place;
        this.chance = place.chance();
        this.code = place.unit().code().text().substring(6);
    }

    static BigDecimal number(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    }

    private static LocalDate day(int month, int day) {
        return YearMonth.of(Township.FIRST_YEAR + (month - 1) / 12, (month - 1) % 12 + 1)
                .atDay(day);
    }

    // ---- 平22-1 -------------------------------------------------------------------------------------------------

    /** A road or a bridge: when it begins, how far it is after each month. */
    private record Project(int year, int number, boolean bridge, int begins, int months, double plan, double cost) {}

    private List<Project> projects(int year) {
        List<Project> projects = new ArrayList<>();
        int count = chance.whole(2, 5, "projects", year);
        for (int number = 1; number <= count; number++) {
            boolean bridge = number == count && chance.odds(0.6, "bridge", year);
            boolean late = place.habits().late() || chance.odds(0.2, "late project", year, number);
            int begins = (year - Township.FIRST_YEAR) * 12
                    + (late ? chance.whole(7, 10, "begins", year, number) : chance.whole(2, 5, "begins", year, number));
            int months =
                    bridge ? chance.whole(3, 5, "months", year, number) : chance.whole(4, 9, "months", year, number);
            double plan = bridge ? 1 : chance.between(1.2, 6.5, "plan", year, number);
            double cost = plan
                    * (bridge
                            ? chance.between(70, 160, "cost", year, number)
                            : chance.between(45, 90, "cost", year, number));
            projects.add(new Project(
                    year, number, bridge, begins, months, Math.rint(plan * 1000) / 1000, Math.rint(cost * 100) / 100));
        }
        return projects;
    }

    /** Share of a project that is done after a month. */
    private double share(Project project, int month) {
        double done = 0;
        double all = 0;
        for (int each = 0; each < project.months(); each++) {
            double part = chance.between(0.6, 1.4, "share", project.year(), project.number(), each);
            all += part;
            done += project.begins() + each <= month ? part : 0;
        }
        return project.begins() + project.months() - 1 <= month ? 1 : done / all;
    }

    /** What is not finished in a year goes on in the next, under its number. */
    List<Map<String, Object>> roads(ReferencePeriod period) {
        int now = Township.month(period);
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int year = Township.FIRST_YEAR; year <= period.year(); year++) {
            for (Project project : projects(year)) {
                int ended = project.begins() + project.months() - 1;
                if (year == period.year() || ended >= Township.january(period)) {
                    lines.add(road(project, now));
                }
            }
        }
        return lines;
    }

    private Map<String, Object> road(Project project, int now) {
        String[] kinds = {"提质改造", "新改建", "窄路加宽", "安防"};
        double share = share(project, now);
        double before = share(project, now - 1);
        int unitDecimals = project.bridge() ? 0 : 3;
        BigDecimal plan = number(project.plan(), unitDecimals);
        BigDecimal done = project.bridge() ? number(Math.floor(share), 0) : number(project.plan() * share, 3);
        BigDecimal earlier = project.bridge() ? number(Math.floor(before), 0) : number(project.plan() * before, 3);
        boolean begun = now >= project.begins();
        int ended = project.begins() + project.months() - 1;
        double progress = share == 1
                ? 100
                : Math.min(
                        99,
                        Math.max(
                                0,
                                100 * share
                                        + (begun
                                                ? chance.between(
                                                        -3, 3, "progress", project.year(), project.number(), now)
                                                : 0)));
        progress = begun ? Math.max(progress, 100 * share) : 0;
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("01", "XM" + code + "-" + (project.year() % 100) + String.format("%02d", project.number()));
        line.put(
                "02",
                place.unit().name() + (project.bridge() ? "危桥改造" + project.number() : "第" + project.number() + "号公路"));
        line.put("03", project.bridge() ? "危桥改造" : kinds[project.number() % kinds.length]);
        line.put(
                "04",
                (project.number() % 2 == 0 ? "C" : "Y")
                        + (300 + chance.whole(0, 600, "route", project.year(), project.number())));
        line.put("05", place.unit().name());
        line.put("06", project.bridge() ? "座" : "公里");
        line.put("07", plan);
        if (begun) {
            line.put("08", day(project.begins(), chance.whole(2, 20, "day", project.year(), project.number())));
        }
        line.put("09", done.subtract(earlier));
        line.put("10", done);
        line.put("11", number(progress, 1));
        line.put("12", number(project.cost(), 2));
        line.put(
                "13",
                number(
                        project.cost() * share * chance.between(0.92, 0.99, "spent", project.year(), project.number()),
                        2));
        if (ended < now
                || ended == now && share == 1 && chance.odds(0.5, "accepted", project.year(), project.number())) {
            line.put("14", day(Math.min(ended, now), 22));
        }
        return line;
    }

    // ---- 平23-1, 平23-2 ------------------------------------------------------------------------------------------

    /** A bridge that villagers built: when it was looked at, how it was found, when it was mended (0: not at all). */
    private record Bridge(int seen, int grade, int mended, String how) {}

    private List<Bridge> bridges() {
        List<Bridge> bridges = new ArrayList<>();
        int count = chance.whole(8, 18, "bridges");
        for (int index = 0; index < count; index++) {
            int seen = index < count * 2 / 3 ? 0 : chance.whole(1, 22, "seen", index);
            double lot = chance.between(0, 1, "grade", index);
            int grade = lot < 0.5 ? 0 : lot < 0.75 ? 1 : lot < 0.9 ? 2 : 3;
            int mended =
                    grade == 0 || chance.odds(0.2, "left", index) ? 0 : seen + chance.whole(2, 20, "mended", index);
            double way = chance.between(0, 1, "way", index);
            bridges.add(new Bridge(seen, grade, mended, way < 0.75 ? "维修加固" : way < 0.9 ? "拆除重建" : "拆除"));
        }
        return bridges;
    }

    List<Map<String, Object>> bridgeLines(ReferencePeriod period) {
        int now = Township.month(period);
        List<Map<String, Object>> lines = new ArrayList<>();
        List<Bridge> bridges = bridges();
        for (int index = 0; index < bridges.size(); index++) {
            Bridge bridge = bridges.get(index);
            if (bridge.seen() > now) {
                continue;
            }
            boolean mended = bridge.mended() > 0 && bridge.mended() <= now;
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("01", "QL" + code + "-" + String.format("%03d", index + 1));
            line.put("02", "第" + (index + 1) + "号便桥");
            line.put("03", GRADES[bridge.grade()]);
            line.put("04", "第" + (1 + index % Math.max(1, place.villages())) + "村");
            line.put("05", number(chance.between(5, 38, "length", index), 2));
            line.put("06", bridge.grade() == 0 ? "否" : "是");
            line.put("07", bridge.grade() == 0 ? "无需整治" : mended ? bridge.how() : bridge.grade() == 3 ? "限载封闭" : "未整治");
            if (mended) {
                line.put("08", day(bridge.mended(), chance.whole(3, 27, "mended day", index)));
            }
            line.put("09", mended && bridge.how().equals("拆除") ? "已拆除" : "是");
            lines.add(line);
        }
        return lines;
    }

    /** 平23-1 counts what 平23-2 lists, and what is registered but not yet looked at. */
    Figures bridges(Form form, ReferencePeriod period) {
        int now = Township.month(period);
        Figures cells = place.figures(form);
        long[] grades = new long[4];
        Map<String, Long> ways = new LinkedHashMap<>();
        long closed = 0;
        long known = 0;
        for (Bridge bridge : bridges()) {
            known += bridge.seen() <= now + 3 ? 1 : 0;
            if (bridge.seen() > now) {
                continue;
            }
            grades[bridge.grade()]++;
            boolean mended = bridge.mended() > 0 && bridge.mended() <= now;
            if (mended) {
                ways.merge(bridge.how(), 1L, Long::sum);
            }
            closed += bridge.grade() == 3 && !mended ? 1 : 0;
        }
        for (int grade = 0; grade < 4; grade++) {
            cells.put("0" + (3 + grade), grades[grade]);
        }
        cells.put("01", known).sum("02", "03", "04", "05", "06");
        cells.put("07", grades[1] + grades[2] + grades[3]);
        cells.put("09", ways.getOrDefault("维修加固", 0L))
                .put("10", ways.getOrDefault("拆除重建", 0L))
                .put("11", ways.getOrDefault("拆除", 0L));
        cells.sum("08", "09", "10", "11");
        cells.put("12", closed);
        cells.put("13", known - cells.whole("11") - (known > cells.whole("02") ? 1 : 0));
        cells.put("14", chance.whole(0, Math.max(1, place.villages() / 3), "without bridges"));
        return cells;
    }

    // ---- other ledgers ------------------------------------------------------------------------------------------

    /** 平13-2: fields of two crops, measured after each harvest. */
    List<Map<String, Object>> blocks(ReferencePeriod period, Figures grain) {
        List<Map<String, Object>> lines = new ArrayList<>();
        int count = place.habits().noDoubleRice() || !chance.odds(0.35, "blocks") ? 0 : chance.whole(1, 2, "blocks");
        for (int index = 1; index <= count; index++) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("01", "SFP" + code + index);
            line.put("02", place.unit().name() + "第" + index + "示范片");
            line.put("03", "第" + (index + 2) + "村");
            line.put("04", number(place.paddy() * chance.between(0.1, 0.18, "block", index), 0));
            double early =
                    chance.between(415, 500, "block early", index) * place.year("weather 06", 0.06, period.year());
            double late = chance.between(450, 540, "block late", index) * place.year("weather 11", 0.06, period.year());
            if (period.ordinal() >= 3) {
                line.put("05", number(early, 1));
            }
            if (period.ordinal() == 4) {
                line.put("06", number(late, 1));
            }
            lines.add(line);
        }
        return lines;
    }

    /** 平51-2. */
    List<Map<String, Object>> bases(ReferencePeriod period) {
        List<Map<String, Object>> lines = new ArrayList<>();
        int count = chance.odds(0.6, "bases") ? chance.whole(1, 3, "bases") : 0;
        for (int index = 1; index <= count; index++) {
            int built = index == 1 ? -4 : chance.whole(-10, 20, "base built", index);
            if (built > Township.month(period)) {
                continue;
            }
            boolean herbs = chance.odds(0.3, "herbs", index);
            boolean certified = Township.month(period) > chance.whole(-6, 30, "base certified", index);
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("01", (herbs ? "ZYC" : "SC") + code + "-" + index);
            line.put("02", place.unit().name().substring(0, 2) + (herbs ? "药材" : "有机蔬菜") + index + "号基地");
            line.put("03", herbs ? "中药材" : "有机蔬菜");
            line.put("04", "第" + (index * 2) + "村");
            long grown = chance.odds(0.3, "base grows", index) ? 20L * (Township.month(period) / 6) : 0;
            line.put("05", number(chance.whole(180, 900, "base", index) + grown, 0));
            line.put("06", herbs ? "白术" : "辣椒、叶菜");
            line.put("07", certified ? "已认证" : "转换期");
            if (certified) {
                line.put("08", "有机证" + code + (2025000 + index));
            }
            line.put("09", LocalDate.of(2024, 12, 15).plusMonths(built));
            lines.add(line);
        }
        return lines;
    }

    /** 平51-4. */
    List<Map<String, Object>> titles(ReferencePeriod period) {
        List<Map<String, Object>> lines = new ArrayList<>();
        if (chance.odds(0.25, "titles")) {
            int granted = chance.whole(1, 40, "granted");
            boolean has = granted <= Township.month(period);
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("01", "QZ-" + code);
            line.put("02", place.unit().name() + "农业产业强镇");
            line.put("03", "农业产业强镇");
            line.put("04", chance.odds(0.8, "level") ? "省级" : "国家级");
            line.put("05", has ? "获批" : "申报");
            if (has) {
                line.put(
                        "06",
                        "湘农样〔" + (Township.FIRST_YEAR + (granted - 1) / 12) + "〕" + chance.whole(1, 40, "document")
                                + "号");
                line.put("07", day(granted, 18));
            }
            lines.add(line);
        }
        return lines;
    }

    /** 平61-1. */
    List<Map<String, Object>> villages(ReferencePeriod period) {
        List<Map<String, Object>> lines = new ArrayList<>();
        int now = Township.month(period);
        for (int index = 1; index <= place.villages(); index++) {
            int mobile = chance.odds(0.85, "5G", index) ? 0 : chance.whole(1, 30, "5G since", index);
            int fibre = chance.odds(0.85, "fibre", index) ? 0 : chance.whole(1, 30, "fibre since", index);
            boolean both = Math.max(mobile, fibre) <= now;
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("01", code + String.format("%03d", 200 + index));
            line.put("02", place.unit().name().substring(0, 2) + "第" + index + "村");
            line.put("03", mobile <= now ? "是" : "否");
            line.put("04", fibre <= now ? "是" : "否");
            if (both) {
                int since = Math.max(mobile, fibre);
                line.put("05", since == 0 ? LocalDate.of(2024, 1 + index % 12, 10) : day(since, 10));
            } else {
                line.put("06", mobile <= now ? "光缆未到" : "基站未建");
            }
            lines.add(line);
        }
        return lines;
    }

    /** 平62-3. */
    List<Map<String, Object>> clusters(ReferencePeriod period) {
        List<Map<String, Object>> lines = new ArrayList<>();
        if (chance.odds(0.3, "cluster") && place.villages() > 5) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("01", "LP" + code);
            line.put("02", place.unit().name().substring(0, 2) + "连片区");
            line.put("03", number(chance.whole(3, 6, "cluster"), 0));
            for (int column = 4; column <= 8; column++) {
                line.put("0" + column, Township.month(period) >= chance.whole(-20, 24, "cluster", column) ? "是" : "否");
            }
            lines.add(line);
        }
        return lines;
    }
}
