package xiangbao.benchmarks.audit;

import xiangbao.statistics.forms.Form;
import xiangbao.statistics.periods.ReferencePeriod;

/** A township's trades, order and services. */
final class Trades {
    private final Township place;
    private final Chance chance;

    Trades(Township place) {
        this.place = place;
        this.chance = place.chance();
    }

    /** 平51-1. Trees are planted in spring and at the end of the year. */
    Figures industry(Form form, ReferencePeriod period) {
        Figures cells = place.figures(form);
        int year = period.year();
        boolean late = place.habits().late();
        double planted = place.villages()
                * chance.between(18, 42, "planted")
                * place.year("planted", 0.15, year)
                * (late
                        ? place.pace("planted", period, 0, 0, 0.4, 1)
                        : place.pace("planted", period, 0.45, 0.6, 0.65, 1));
        cells.put("01", planted);
        cells.put("02", planted * chance.between(0.86, 0.95, "survived"));
        cells.put(
                "03",
                planted
                        * place.pace("accepted trees", period, 0, 0.3, 0.6, 0.8)
                        * chance.about(0.08, "accepted", year));
        double renewed = place.villages()
                * chance.between(35, 75, "renewed")
                * place.year("renewed", 0.12, year)
                * (late
                        ? place.pace("renewed", period, 0, 0.1, 0.5, 1)
                        : place.pace("renewed", period, 0.2, 0.5, 0.75, 1));
        cells.put("04", renewed);
        cells.put("05", renewed * place.pace("accepted renewed", period, 0, 0.4, 0.6, 0.8));
        double tea =
                chance.odds(0.5, "new tea") ? chance.between(30, 90, "new tea") * place.year("new tea", 0.2, year) : 0;
        cells.put("06", tea * place.pace("new tea", period, 0.5, 0.8, 0.8, 1))
                .put("07", cells.fine("06") * chance.between(0.4, 0.7, "certified"));
        long inns = chance.whole(0, 5, "inns") + place.everSince("inns", 0.03, period);
        cells.put("11", inns).put("12", inns * chance.whole(8, 16, "beds"));
        cells.put("13", chance.whole(4, 28, "eateries") + place.everSince("eateries", 0.15, period));
        long added = place.thisYear("traced", 0.6, period);
        cells.put("21", chance.whole(30, 90, "traced") + place.everSince("traced", 0.6, period))
                .put("22", added);
        return cells;
    }

    /** 平51-3. */
    Figures tests(Form form, ReferencePeriod period) {
        Figures cells = place.figures(form);
        long taken = place.thisYear("tests", chance.between(40, 80, "tests"), period);
        cells.put("03.1", taken).put("03.2", taken - place.thisYear("failed tests", 0.35, period));
        return cells;
    }

    /** 平62-1. Houses are looked at over several years; disputes, trainings and evacuations are counted within a year. */
    Figures order(Form form, ReferencePeriod period) {
        Figures cells = place.figures(form);
        int now = Township.month(period);
        int all = place.villages() + place.communities();
        cells.put("01", all).put("02", all - (now < chance.whole(0, 20, "groups of three") ? 1 : 0));
        double quarrels = chance.between(4, 10, "quarrels");
        long disputes = place.thisYear("disputes", quarrels, period);
        cells.put("03", disputes).put("04", place.settled("disputes", quarrels, 3, period));
        houses(cells, 10, Math.round(place.households() * chance.between(1, 1.08, "houses")), now);
        houses(
                cells,
                20,
                place.subdistrict() ? chance.whole(1200, 1800, "own houses") : chance.whole(120, 480, "own houses"),
                now);
        long stock = chance.whole(8, 30, "slopes");
        long begin = stock;
        long found = 0;
        long closed = 0;
        for (int month = 1; month <= now; month++) {
            int season = (month - 1) % 12;
            begin = stock;
            found = chance.times(season >= 4 && season <= 7 ? 0.7 : 0.1, "slopes found", month);
            closed = Math.min(begin, chance.times(0.3, "slopes closed", month));
            stock = begin + found - closed;
        }
        cells.put("31", begin).put("32", found).put("33", closed).put("34", stock);
        long threatened = Math.round(stock * chance.between(2.5, 5.5, "threatened"));
        cells.put("35", threatened).put("36", Math.round(threatened * chance.between(2.8, 3.6, "threatened people")));
        double[] floods = {0, 0, 1, 4, 14, 22, 18, 9, 3, 0, 0, 0};
        long fled = 0;
        for (int month = Township.january(period); month <= now; month++) {
            fled += chance.times(
                    floods[(month - 1) % 12] * chance.between(0.3, 2, "floods", period.year()), "fled", month);
        }
        cells.put("37", fled);
        long classes = 0;
        long pupils = 0;
        for (int month = Township.january(period); month <= now; month++) {
            int held = chance.times(0.6, "classes", month);
            classes += held;
            pupils += held * (long) chance.whole(32, 55, "pupils", month);
        }
        cells.put("41", classes)
                .put("42", pupils)
                .put("43", Math.round(pupils * chance.between(0.3, 0.45, "employed")));
        return cells;
    }

    private void houses(Figures cells, int rows, long all, int now) {
        long unseen = Math.max(0, Math.round(all * chance.between(0, 0.04, "unseen", rows) * (1 - now / 20.0)));
        long seen = all - unseen;
        long bad = Math.max(1, Math.round(seen * chance.between(0.004, 0.009, "bad houses", rows)));
        long worst = bad * chance.whole(15, 35, "worst", rows) / 100;
        cells.put(Integer.toString(rows + 1), all).put(Integer.toString(rows + 2), seen);
        cells.put(Integer.toString(rows + 4), bad - worst).put(Integer.toString(rows + 5), worst);
        cells.sum(Integer.toString(rows + 3), Integer.toString(rows + 4), Integer.toString(rows + 5));
        long mended = Math.min(
                bad,
                Math.round(bad * chance.between(0.5, 0.8, "mended", rows))
                        + place.happened("mended" + rows, bad / 120.0, 1, now));
        cells.put(Integer.toString(rows + 6), mended);
    }

    /** 平62-2. */
    Figures services(Form form, ReferencePeriod period) {
        Figures cells = place.figures(form);
        int month = Township.month(period);
        int year = period.year();
        long villages = place.villages();
        long drawn = Math.min(villages, Math.round(villages * chance.between(0.7, 0.9, "drawn")) + month / 6);
        cells.put("01", villages).put("02", drawn);
        cells.put("03", Math.min(drawn, Math.round(villages * chance.between(0.6, 0.75, "approved")) + month / 7));
        long people = Math.round(place.people() * chance.about(0.02, "supplied") * place.year("supplied", 0.01, year));
        cells.put("04", people)
                .put(
                        "05",
                        Math.floor(place.people()
                                * 0.97
                                * Math.min(0.97, chance.between(0.7, 0.88, "joined") + 0.002 * month)));
        long shelters = chance.whole(2, 6, "shelters") + place.everSince("shelters", 0.02, period);
        cells.put("11", shelters).put("12", shelters * chance.whole(240, 700, "shelter"));
        cells.put("13", 1)
                .put("14", chance.whole(12, 30, "rescuers") + chance.whole(-1, 1, "rescuers", month))
                .put("15", chance.whole(25, 85, "gear") + month / 6);
        int title = chance.odds(0.12, "title") ? 1 : 0;
        cells.put("22", 0).put("23", title).sum("21", "22", "23");
        cells.put("24", place.subdistrict() ? 0 : 1);
        cells.put("31", chance.odds(0.35, "parks") ? 1 : 0)
                .put("32", chance.whole(1, 6, "job stations") + place.everSince("job stations", 0.02, period));
        cells.put("33", place.thisYear("served", chance.between(60, 260, "served"), period));
        cells.put("34", place.thisYear("craftsmen", 0.6, period)).put("35", place.thisYear("leaders", 0.7, period));
        double season = place.season("fertiliser", period, 0.18, 0.55, 0.85, 1);
        double rice = place.paddy() * 1.3;
        cells.put(
                "41",
                rice * chance.between(0.014, 0.019, "fertiliser") * place.year("fertiliser", 0.06, year) * season);
        cells.put(
                "42",
                rice
                        * chance.between(0.19, 0.27, "pesticide")
                        * place.year("pesticide", 0.07, year)
                        * place.season("pesticide", period, 0.06, 0.4, 0.85, 1));
        cells.put(
                "43",
                rice
                        * chance.between(0.45, 0.62, "control")
                        * place.year("control", 0.06, year)
                        * place.season("control", period, 0, 0.4, 0.9, 1));
        cells.put(
                "44",
                rice
                        * chance.between(0.5, 0.7, "reduced")
                        * place.year("reduced", 0.06, year)
                        * place.season("reduced", period, 0.1, 0.5, 0.85, 1));
        return cells;
    }
}
