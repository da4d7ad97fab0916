package xiangbao.statistics.diagnosis;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.figures.FigureText;
import xiangbao.statistics.figures.Fraction;

/** 可能原因, as a clerk reads it: which cell to change, what that mends, and what probably happened. */
public final class CauseText {
    private static final int MOST_OTHERS = 3;

    private final Sheet sheet;
    private final Function<Spot, String> address;

    /** @param address what a clerk calls a cell: F8 */
    public CauseText(Sheet sheet, Function<Spot, String> address) {
        this.sheet = sheet;
        this.address = address;
    }

    /**
     * @param count how many findings the change mends
     * @param value whether a figure may be named: never in a 核实性 finding
     */
    public String of(Suspect suspect, int count, boolean value) {
        String what = happened(suspect, value && suspect.told());
        String others = suspect.others().isEmpty() ? "" : "；也可能错在 " + names(suspect.others()) + "，请一并核对";
        return "改 " + names(suspect.cells()) + " " + places(suspect.cells().size())
                + (suspect.carries() ? "（合计随之改）" : "")
                + (count > 1 ? "，以上 " + count + " 条都能通过" : "就能通过") + others
                + (what.isEmpty() ? "" : "；" + what) + "。";
    }

    /** What probably happened alone, without a figure; empty where nothing is likely. */
    public String of(Suspect suspect) {
        String what = happened(suspect, false);
        return what.isEmpty() ? "" : what + "。";
    }

    private String names(List<Spot> spots) {
        return spots.stream().limit(MOST_OTHERS).map(address).collect(Collectors.joining("、"))
                + (spots.size() > MOST_OTHERS ? " 等" : "");
    }

    private static String places(int count) {
        return switch (count) {
            case 1 -> "一处";
            case 2 -> "两处";
            default -> count + " 处";
        };
    }

    private String happened(Suspect suspect, boolean value) {
        if (suspect.kind() == Kind.FOREIGN) {
            String[] counts = suspect.detail().split("/");
            return "本表 " + counts[1] + " 个可与往期对照的数中有 " + counts[0] + " 个与本单位往期相差很大，倍数又各不相同，可能填的是别的单位的数，请先核对整张表";
        }
        Typed typed = sheet.typed(suspect.first());
        Fraction right = suspect.right().get(suspect.first());
        if (suspect.kind() == Kind.SWAPPED) {
            return "可能" + suspect.detail() + "填颠倒了";
        }
        if (typed == null || right == null) {
            return "";
        }
        if (suspect.cells().size() > 1) {
            return suspect.kind() == Kind.SHIFTED
                    ? "可能从" + suspect.detail().substring(1) + "起错了"
                            + suspect.detail().charAt(0)
                    : "";
        }
        return one(suspect, typed, value ? right : null);
    }

    private static String one(Suspect suspect, Typed typed, @Nullable Fraction right) {
        String detail = suspect.detail();
        return switch (suspect.kind()) {
            case DIGIT -> written(typed, right, "可能有一位数字写错", "");
            case EXTRA_DIGIT -> written(typed, right, "可能多写了一位数字", "多写了一位");
            case LOST_DIGIT -> written(typed, right, "可能漏写了一位数字", "漏写了一位");
            case TRANSPOSED -> written(typed, right, "可能有两位数字写颠倒了", "数字颠倒");
            case SIGN -> written(typed, right, "可能多写或漏写了负号", "负号");
            case POWER_OF_TEN -> power(typed, suspect, right);
            case UNIT -> unit(typed, suspect, right);
            case SHIFTED -> "与" + detail.substring(1) + "的数相同，可能错" + detail.charAt(0);
            case COPIED -> "与" + detail + "的数相同，可能照抄了" + detail;
            case CUMULATIVE -> detail.equals("累计") ? "可能填成了累计数" : "可能只填了本期数，没有累计";
            case ZERO -> "填的是 0，可能漏填";
            default -> right == null || !suspect.others().isEmpty() ? "" : "应为 " + shown(right);
        };
    }

    private static String shown(Fraction number) {
        return FigureText.grouped(number);
    }

    private static String written(Typed typed, @Nullable Fraction right, String words, String how) {
        return right == null
                ? words
                : "可能是 " + shown(right) + " 写成了 " + shown(typed.number()) + (how.isEmpty() ? "" : "（" + how + "）");
    }

    private static String power(Typed typed, Suspect suspect, @Nullable Fraction right) {
        Fraction meant = suspect.right().get(suspect.first());
        if (meant == null || meant.isZero()) {
            return "";
        }
        boolean more = typed.number().abs().compareTo(meant.abs()) > 0;
        Fraction times = more ? typed.number().over(meant) : meant.over(typed.number());
        int zeros = times.rounded(0).toBigDecimal().toPlainString().length() - 1;
        boolean point = more ? !meant.isWhole() : !typed.number().isWhole();
        String how = point ? "小数点错位" : (more ? "多写了 " : "少写了 ") + zeros + " 个 0";
        return right == null ? "差约 " + shown(times) + " 倍，可能" + how : written(typed, right, "", how);
    }

    private static String unit(Typed typed, Suspect suspect, @Nullable Fraction right) {
        Fraction meant = suspect.right().get(suspect.first());
        if (meant == null || meant.isZero()) {
            return "";
        }
        boolean twice = suspect.detail().startsWith(Repairs.TWICE_CONVERTED);
        String unit = twice ? suspect.detail().substring(Repairs.TWICE_CONVERTED.length()) : suspect.detail();
        Fraction ratio = typed.number().over(meant);
        boolean more = ratio.compareTo(Fraction.ONE) > 0;
        Fraction times = (more ? ratio : Fraction.ONE.over(ratio)).rounded(0);
        String how = (more ? "大了约 " : "小了约 ") + shown(times) + " 倍";
        if (twice) {
            return how + "，可能已是“" + typed.unit() + "”，又按“" + unit + "”换算了一次";
        }
        return right == null || typed.unit().isEmpty()
                ? how + "，像是按“" + unit + "”填报"
                : "可能按“" + unit + "”填报：" + FigureText.measured(typed.number(), unit) + " = "
                        + FigureText.measured(right, typed.unit());
    }
}
