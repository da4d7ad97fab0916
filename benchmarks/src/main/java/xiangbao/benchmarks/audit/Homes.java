package xiangbao.benchmarks.audit;

import xiangbao.statistics.forms.Form;
import xiangbao.statistics.periods.ReferencePeriod;

/** How a township's people live: households, toilets, waste, water, income and help. */
final class Homes {
    private final Township place;
    private final Chance chance;

    Homes(Township place) {
        this.place = place;
        this.chance = place.chance();
    }

    /** Households that count at the end of a quarter, by their toilets: what is built turns bad ones into good ones, or comes with new houses. */
    private record Toilets(long good, long bad, long built, long builtThisYear, long lost) {
        long all() {
            return good + bad;
        }
    }

    private Toilets toilets(int month) {
        double quarterly = Math.max(0.6, place.households() / 1200);
        long all = Math.round(place.households() * (1 + chance.between(-0.008, 0.008, "households")));
        long bad = Math.round(all * chance.between(0.005, 0.012, "bad toilets")) + 3;
        Toilets now = new Toilets(all - bad, bad, 0, 0, 0);
        for (int quarter = 3; quarter <= month; quarter += 3) {
            long built = chance.times(quarterly, "toilets built", quarter);
            long lost = chance.times(quarterly / 10, "toilets lost", quarter);
            long mended = Math.min(Math.max(0, now.bad - all / 500), built / 4);
            long before = quarter % 12 == 3 ? 0 : now.builtThisYear;
            now = new Toilets(now.good + built - lost, now.bad - mended, built, before + built, lost);
        }
        return now;
    }

    private long empty(int month) {
        return Math.round(place.households() * chance.between(0.008, 0.03, "empty"))
                + place.happened("emptied", 0.3, 1, month);
    }

    /** 平01-1. */
    Figures master(Form form, ReferencePeriod period) {
        Figures cells = place.figures(form);
        int month = Township.month(period);
        int year = period.year();
        cells.put("01", place.villages()).put("02", place.communities());
        cells.put("03", place.villages() * (long) chance.whole(10, 17, "groups") + chance.whole(0, 12, "groups more"));
        cells.put("05", empty(month)).put("06", toilets(month).all());
        cells.sum("04", "05", "06");
        long rural = Math.round(place.people() * chance.about(0.012, "people") * place.year("people", 0.012, year));
        long urban = Math.round((place.subdistrict()
                        ? chance.between(25_000, 70_000, "urban")
                        : place.people() * chance.between(0.12, 0.4, "urban"))
                * place.year("urban", 0.02, year));
        cells.put("11", rural).put("12", urban).sum("10", "11", "12");
        long registeredRural = Math.round(
                place.households() * chance.between(3.2, 3.7, "registered") * place.year("registered", 0.01, year));
        cells.put("09", registeredRural)
                .put("08", registeredRural + Math.round(urban * chance.between(0.6, 0.9, "registered urban")));
        cells.put("07", Math.round(cells.whole("08") / chance.between(3.1, 3.6, "per household")));
        cells.put(
                "14",
                Math.round(place.people()
                        * chance.between(0.2, 0.36, "lifted")
                        * (1 - 0.004 * (year - Township.FIRST_YEAR))));
        cells.put("13", Math.round(cells.whole("14") / chance.between(2.9, 3.4, "lifted household")));
        return cells;
    }

    /** 平31-1. */
    Figures toilets(Form form, ReferencePeriod period) {
        Figures cells = place.figures(form);
        int month = Township.month(period);
        int year = period.year();
        Toilets now = toilets(month);
        long good = now.good();
        cells.put("01", place.villages() + place.communities());
        cells.put("03", empty(month)).put("04", now.all()).sum("02", "03", "04");
        long none = now.bad() * chance.whole(15, 35, "none") / 100;
        cells.put("14", none).put("13", now.bad() - none);
        double quarterly = Math.max(0.6, place.households() / 1200);
        long first = toilets(0).good();
        long twin = first * chance.whole(3, 7, "twin") / 100;
        long gas = first * chance.whole(2, 5, "gas") / 100;
        long sewer = first * chance.whole(4, 12, "sewer") / 100;
        long other = chance.odds(0.5, "other toilets") ? chance.whole(3, 30, "other toilets") : 0;
        cells.put("07", twin)
                .put("08", gas)
                .put("09", chance.odds(0.2, "split") ? 4 : 0)
                .put("10", 0);
        cells.put("11", sewer).put("12", other);
        cells.put("06", good - twin - gas - sewer - other - cells.whole("09"));
        cells.sum("05", "06", "07", "08", "09", "10", "11", "12");
        cells.put("15", Math.round(good * chance.between(0.95, 0.99, "harmless")));
        cells.put("16", Math.round(quarterly * 4 * chance.between(1, 1.4, "toilet task", year)) + 3);
        cells.put("17", Math.min(now.builtThisYear(), cells.whole("16")));
        long found = place.thisYear("faults", quarterly / 4, period);
        cells.put("18", found).put("19", place.settled("faults", quarterly / 4, 2, period));
        long publicToilets = chance.whole(3, 9, "public") + place.everSince("public built", 0.04, period);
        cells.put("20", publicToilets).put("21", publicToilets * chance.whole(5, 8, "stands"));
        cells.put("22", now.lost());
        return cells;
    }

    /** 平32-1. More waste at the Spring Festival and in summer. */
    Figures waste(Form form, ReferencePeriod period) {
        Figures cells = place.figures(form);
        int month = Township.month(period);
        int villages = place.villages();
        cells.put("01", villages);
        cells.put("02", villages - (month < chance.whole(0, 18, "covered") ? 1 : 0));
        cells.put("03", Math.min(villages, Math.round(villages * chance.between(0.6, 0.9, "sorted")) + month / 9));
        cells.put("04", chance.whole(1, 2, "stations"));
        double[] season = {1.12, 1.2, 1, 0.97, 0.98, 1, 1.05, 1.06, 1, 1.02, 0.97, 1};
        double daily = place.people() * chance.between(0.48, 0.72, "waste") / 1000;
        double tonnes = daily
                * period.lastDay().getDayOfMonth()
                * season[period.ordinal() - 1]
                * chance.about(0.07, "waste", month)
                * place.year("waste", 0.06, period.year());
        cells.put("05", tonnes);
        cells.put("06", villages * (long) chance.whole(3, 5, "cleaners") + chance.whole(-1, 1, "cleaners", month));
        cells.put("41", place.thisYear("patrols", chance.between(5, 10, "patrols"), period));
        long clues = place.thisYear("clues", chance.between(0.1, 0.4, "clues"), period);
        long cases = (clues + 1) * chance.whole(3, 8, "cases", period.year()) / 10;
        cells.put("42", clues).put("43", Math.min(clues, cases));
        cells.put(
                "44",
                Math.min(
                        Math.min(clues, cases),
                        place.happened("clues", chance.between(0.1, 0.4, "clues"), Township.january(period), month - 2)
                                / 2));
        return cells;
    }

    /** 平32-2. */
    Figures water(Form form, ReferencePeriod period) {
        Figures cells = place.figures(form);
        int month = Township.month(period);
        int year = period.year();
        int villages = place.villages();
        cells.put("01", villages);
        cells.put(
                "11",
                Math.min(villages, Math.floor(villages * (chance.between(0.35, 0.6, "sewage") + 0.012 * month / 3))));
        long plants = Math.round(villages * chance.between(0.2, 0.5, "plants")) + month / 12;
        cells.put("12", plants).put("13", Math.max(0, plants - chance.whole(0, 1, "plants down", month)));
        double manure = 0;
        for (int quarter = 1; quarter <= period.ordinal(); quarter++) {
            manure += place.households()
                    * chance.between(0.1, 0.3, "manure")
                    * chance.about(0.05, "manure", year, quarter);
        }
        manure *= place.year("manure", 0.07, year);
        cells.put("21", manure).put("22", manure * chance.between(0.86, 0.95, "manure used"));
        double film = place.farmland() * chance.between(0.00035, 0.0006, "film") * place.year("film", 0.07, year);
        double used = film * place.season("film", period, 0.35, 0.75, 0.9, 1);
        cells.put("31", used)
                .put(
                        "32",
                        used
                                * chance.between(0.8, 0.9, "film back")
                                * place.season("film back", period, 0.4, 0.7, 0.9, 1));
        return cells;
    }

    /** 平42-1, village by village. */
    Figures collective(Form form, ReferencePeriod period) {
        Figures cells = place.figures(form);
        int year = period.year();
        double share = Fields.grown(
                period.ordinal(),
                chance.between(0.12, 0.22, "q1", year),
                chance.between(0.4, 0.5, "q2", year),
                chance.between(0.65, 0.76, "q3", year),
                1);
        double[] bounds = {0.005, 5, 10, 50};
        int[] bands = new int[5];
        double operating = 0;
        for (int village = 0; village < place.villages(); village++) {
            double yearly = Math.exp(chance.random("village income", village).nextGaussian() * 0.55)
                    * chance.between(11, 19, "income")
                    * place.year("income", 0.07, year);
            double now = Math.rint(yearly * share * 100) / 100;
            if (period.ordinal() == 1 && chance.odds(0.06, "no income", village, year)) {
                now = 0;
            }
            int band = 0;
            while (band < 4 && now >= bounds[band]) {
                band++;
            }
            bands[band]++;
            operating += now;
        }
        cells.put("01", place.villages());
        for (int band = 0; band < 5; band++) {
            cells.put(band == 4 ? "10" : "0" + (6 + band), bands[band]);
        }
        cells.put("03", operating);
        cells.put("04", operating * chance.between(0.5, 0.85, "subsidy") * place.year("subsidy", 0.06, year));
        cells.put(
                "05", operating * chance.between(0.04, 0.12, "other income") * place.year("other income", 0.06, year));
        cells.sum("02", "03", "04", "05");
        return cells;
    }

    /** 平43-1. */
    Figures relief(Form form, ReferencePeriod period) {
        Figures cells = place.figures(form);
        int now = Township.month(period);
        long[] households = new long[6];
        long[] people = new long[6];
        households[5] = chance.whole(40, 150, "watched") + Math.round(place.households() / 300);
        people[5] = Math.round(households[5] * chance.between(2.7, 3.3, "watched people"));
        for (int month = 1; month <= now; month++) {
            households[0] = households[5];
            people[0] = people[5];
            households[1] = chance.times(1.8, "watched new", month);
            people[1] = households[1] + chance.times(1.9 * households[1], "watched new people", month);
            households[2] = Math.min(households[0] / 4, chance.times(1.9, "cleared", month));
            people[2] =
                    Math.min(people[0] / 4, households[2] + chance.times(1.9 * households[2], "cleared people", month));
            households[3] = chance.odds(0.06, "split up", month) ? 1 : 0;
            households[4] = chance.odds(0.06, "died out", month) ? 1 : 0;
            people[3] = chance.times(0.5, "born", month);
            people[4] = Math.max(households[4], chance.times(0.5, "died", month));
            households[5] = households[0] + households[1] - households[2] + households[3] - households[4];
            people[5] = people[0] + people[1] - people[2] + people[3] - people[4];
        }
        for (int row = 0; row < 6; row++) {
            cells.put("0" + (row + 1), households[row]).put("1" + (row + 1), people[row]);
        }
        cells.put("21", households[5] - chance.whole(0, 1, "not yet helped", now));
        String[] troubles = {"22", "23", "24", "25"};
        for (String row : troubles) {
            cells.put(row, chance.odds(0.04, "trouble", row, now) ? 1 : 0);
        }
        cells.put("26", 0);
        double labour = place.people() * chance.between(0.08, 0.14, "labour");
        double[] season = {0.96, 0.95, 1, 1.01, 1.01, 1.01, 1.01, 1.01, 1.01, 1.01, 1.01, 1};
        cells.put(
                "31",
                Math.round(labour
                        * season[period.ordinal() - 1]
                        * chance.about(0.004, "labour", now)
                        * place.year("labour", 0.02, period.year())));
        cells.put("32", chance.whole(1, 6, "workshops") + place.everSince("workshops", 0.03, period));
        cells.put(
                "33",
                Math.round(place.households() / 120)
                        + chance.whole(10, 60, "posts")
                        + chance.whole(-2, 2, "posts", now));
        cells.put("34", place.thisYear("training", chance.between(18, 40, "training"), period));
        long projects = chance.whole(20, 80, "projects") + place.everSince("projects", 0.12, period);
        // what is titled stays so; new projects wait for half a year
        long untitled = now < chance.whole(0, 20, "untitled") ? 2 : 0;
        cells.put("41", projects);
        cells.put(
                "42",
                Math.max(
                        0,
                        place.happened("projects", 0.12, 1, now - 6)
                                + projects
                                - place.everSince("projects", 0.12, period)
                                - untitled));
        double assets = projects * chance.between(14, 45, "assets");
        cells.put("43", assets).put("44", assets * cells.whole("42") / projects);
        double shared = assets * chance.between(0.02, 0.035, "shared") * place.year("shared", 0.07, period.year());
        double paid = place.season("shared", period, 0, 0.05, 0.12, 0.15, 0.2, 0.4, 0.45, 0.5, 0.62, 0.7, 0.8, 1);
        cells.put("45", shared * paid);
        return cells;
    }

    /** 平43-2. */
    Figures payments(Form form, ReferencePeriod period) {
        Figures cells = place.figures(form);
        int quarter = period.ordinal();
        int year = period.year();
        double owed = (chance.whole(60, 220, "grants") + place.households() / 150) * place.year("grants", 0.08, year);
        long now = Math.round(owed * place.pace("grants", period, 0.25, 0.6, 0.9, 1));
        long paid = (long) Math.floor(now * place.pace("granted", period, 0, 0.6, 0.85, 0.97));
        double grant = chance.between(0.2, 0.36, "grant");
        cells.put("01", now).put("02", paid).put("03", now * grant).put("04", paid * grant);
        long farmers = Math.round(
                place.households() * chance.between(0.78, 0.88, "farmers") * place.year("farmers", 0.01, year));
        long due = quarter == 1 ? 0 : farmers;
        long received = (long) Math.floor(
                due * place.season("received", period, 0, chance.between(0.6, 0.8, "received", year), 0.96, 0.995));
        double each = chance.between(0.045, 0.06, "subsidy each") * place.year("subsidy each", 0.04, year);
        cells.put("11", due).put("12", received).put("13", due * each).put("14", received * each);
        cells.put("15", received * each * chance.between(0.78, 0.88, "land subsidy"));
        return cells;
    }
}
