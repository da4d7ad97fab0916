package xiangbao.statistics.findings;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.submissions.SubmissionKey;

/**
 * 审核结果: one thing that is wrong, doubtful or worth a look, told so that the clerk can act on it.
 *
 * @param code stable code of the relation or reader rule, such as {@code 31-T1} or {@code MISSING-VALUE}
 * @param instance tells findings of one code in one submission apart (a column, a row, a ledger line, a cell); empty where there is only one
 * @param title the relation in row titles, or the rule in a few words
 * @param message the whole finding in Chinese: where, what, expected and actual
 * @param remedy what to do, in Chinese
 * @param state of a 核实性 finding: whether it still asks, and whether the figures count meanwhile
 * @param diagnosis where the error most likely sits; null where that was not looked for or not found
 */
public record Finding(
        String code,
        String instance,
        Severity severity,
        String title,
        Place place,
        Comparison comparison,
        String message,
        String remedy,
        DoubtState state,
        @Nullable Diagnosis diagnosis) {
    private static final Pattern OWN_CHECK = Pattern.compile("[A-Z]+(-[A-Z]+)*");

    /**
     * What a finding is about.
     *
     * @param indicator the figure, or null
     * @param cells the cells to mark, the offending one first; empty when no cell can be named
     */
    public record Place(@Nullable IndicatorCode indicator, List<CellReference> cells) {
        private static final Place NONE = new Place(null, List.of());

        public Place {
            cells = List.copyOf(cells);
        }
    }

    /**
     * What was reported, beside what it is held against.
     *
     * @param actual what was reported, as a plain decimal string or text; empty when there is nothing to show
     * @param expected what it should be, or the range of reference; empty for 核实性 findings that must not suggest a value
     * @param difference actual less expected; empty when not numeric
     * @param previous the figure of the previous or last year's period that the finding compares with, or empty
     */
    public record Comparison(String actual, String expected, String difference, String previous) {
        private static final Comparison NONE = new Comparison("", "", "", "");
    }

    /** One about which nothing has been accepted, and of which no more is said yet. */
    public static Finding of(String code, Severity severity, String title) {
        return new Finding(code, "", severity, title, Place.NONE, Comparison.NONE, "", "", DoubtState.OPEN, null);
    }

    /** The same, told apart from others of its code. */
    public Finding forInstance(String one) {
        return new Finding(code, one, severity, title, place, comparison, message, remedy, state, diagnosis);
    }

    /** The same, about a figure, or about none, that stands in these cells. */
    public Finding at(@Nullable IndicatorCode figure, List<CellReference> cells) {
        return at(new Place(figure, cells));
    }

    /** The same, about these cells. */
    public Finding at(List<CellReference> cells) {
        return at(null, cells);
    }

    private Finding at(Place other) {
        return new Finding(code, instance, severity, title, other, comparison, message, remedy, state, diagnosis);
    }

    /** The same, with what was reported where there is nothing to hold it against. */
    public Finding reported(String actual) {
        return compared(actual, "", "", "");
    }

    /** The same, with what was reported beside what it is held against. */
    public Finding compared(String actual, String expected, String difference, String previous) {
        return compared(new Comparison(actual, expected, difference, previous));
    }

    private Finding compared(Comparison other) {
        return new Finding(code, instance, severity, title, place, other, message, remedy, state, diagnosis);
    }

    /** The same in full: where, what, expected and actual; and what to do. */
    public Finding saying(String message, String remedy) {
        return told(state, message, remedy);
    }

    /** What stands before a title in print: the code of a relation in brackets. What the program itself checks has an English name, which is for machines. */
    public String heading() {
        return heading(code);
    }

    /** The same for a code alone. */
    public static String heading(String code) {
        return OWN_CHECK.matcher(code).matches() ? "" : "[" + code + "] ";
    }

    /** Whether it still asks for an explanation. */
    public boolean isOpen() {
        return severity == Severity.QUERY && (state == DoubtState.OPEN || state == DoubtState.WITHHOLDING);
    }

    /** Whether the statistician has accepted what was said about it, be it in an earlier period. */
    public boolean explained() {
        return state == DoubtState.EXPLAINED || remembered();
    }

    /** Whether it rests on what was accepted in an earlier period. */
    public boolean remembered() {
        return state == DoubtState.REMEMBERED;
    }

    /** Whether the statistician has decided that the figure must be corrected. */
    public boolean refused() {
        return severity == Severity.QUERY && state == DoubtState.REFUSED;
    }

    /** Whether it sends the form back. */
    public boolean returns() {
        return severity == Severity.MANDATORY || refused();
    }

    /** Whether figures do not count as long as it is open. */
    public boolean withholds() {
        return severity == Severity.QUERY && state == DoubtState.WITHHOLDING;
    }

    /** Whether the statistician has waived the relation for this unit and period. */
    public boolean waived() {
        return state == DoubtState.WAIVED;
    }

    /** Whether the statistician has decided that nothing is to be done about it. */
    public boolean settled() {
        return explained() || waived();
    }

    /**
     * 不审: the same as one that is only shown, and says why.
     *
     * @param why the reason, and who gave it when
     */
    public Finding asWaived(String why) {
        int asked = remedy.isEmpty() ? -1 : message.lastIndexOf("\n" + remedy);
        String told = asked < 0 ? message : message.substring(0, asked);
        String reason = told + "\n不审（" + why + "）。";
        String nothing = "这一条本期不审，不用改，也不用说明。";
        return new Finding(
                code, instance, Severity.HINT, title, place, comparison, reason, nothing, DoubtState.WAIVED, null);
    }

    /** The same, standing for itself. */
    public Finding undiagnosed() {
        return with(null);
    }

    /** The same, once its explanation is accepted. */
    public Finding asExplained() {
        return in(DoubtState.EXPLAINED);
    }

    /**
     * The same, as one about which nothing has to be done because an earlier explanation holds.
     *
     * @param note which, and how far it holds
     */
    public Finding asRemembered(String note) {
        return told(DoubtState.REMEMBERED, lineAdded(message, note), note);
    }

    /**
     * The same, as one that sends the form back and can be explained no more.
     *
     * @param note by whom and why, and what to do
     */
    public Finding asRefused(String note) {
        return told(DoubtState.REFUSED, lineAdded(message, note), note);
    }

    /** The same, with another line of what to do. What is said already is not said again. */
    public Finding noted(String note) {
        return told(state, lineAdded(message, note), lineAdded(remedy, note));
    }

    private static String lineAdded(String text, String line) {
        return text.lines().anyMatch(line::equals) ? text : text.isEmpty() ? line : text + "\n" + line;
    }

    /** The same, as one that keeps the figures from counting until it is explained. */
    public Finding asWithholding() {
        return in(DoubtState.WITHHOLDING);
    }

    private Finding in(DoubtState other) {
        return told(other, message, remedy);
    }

    private Finding told(DoubtState other, String message, String remedy) {
        return new Finding(code, instance, severity, title, place, comparison, message, remedy, other, diagnosis);
    }

    /** The same about a form that stands elsewhere: other cells are marked, and the message names the first of them. */
    public Finding movedTo(UnaryOperator<CellReference> elsewhere) {
        List<CellReference> there = place.cells().stream().map(elsewhere).toList();
        return there.equals(place.cells()) ? this : placed(there);
    }

    /** The same with other cells to mark, of which its message names the first. */
    private Finding placed(List<CellReference> there) {
        Finding same = at(place.indicator(), there);
        List<CellReference> here = place.cells();
        return here.isEmpty() || there.isEmpty()
                ? same
                : same.saying(message.replace(where(here.get(0)), where(there.get(0))), remedy);
    }

    private static String where(CellReference cell) {
        return "工作表“" + cell.sheet() + "”" + cell.address();
    }

    /** 核实性, or 核实性（已说明）, or 不审. */
    public String standing() {
        if (waived()) {
            return "不审";
        }
        if (severity != Severity.QUERY) {
            return severity.title();
        }
        return severity.title()
                + switch (state) {
                    case OPEN, WAIVED -> "";
                    case WITHHOLDING -> "（暂不计入）";
                    case EXPLAINED -> "（已说明）";
                    case REMEMBERED -> "（沿用以前的说明）";
                    case REFUSED -> "（须改正）";
                };
    }

    /** The same, with what is known of its cause. */
    public Finding diagnosed(Diagnosis cause) {
        return with(cause);
    }

    private Finding with(@Nullable Diagnosis cause) {
        return new Finding(code, instance, severity, title, place, comparison, message, remedy, state, cause);
    }

    /** The same, as one that names the cause: the cells to mark begin with the wrong one, the message says and ends with what it is. */
    public Finding pointingAt(List<CellReference> marked, Diagnosis cause) {
        Finding there = placed(marked);
        return there.told(state, there.message() + "\n" + cause.text(), remedy).with(cause);
    }

    /** The same, about the figure that is wrong instead of the one that its relation computes. */
    public Finding about(@Nullable IndicatorCode other, String typed, String right, String apart) {
        return at(other, place.cells()).compared(typed, right, apart, comparison.previous());
    }

    /** Whether it is a consequence of what another finding of the submission names: mending that one mends it too. */
    public boolean folds() {
        return diagnosis != null && diagnosis.folds();
    }

    /** 可能原因 as far as it is known; empty where it is not. */
    public String cause() {
        return diagnosis == null ? "" : diagnosis.text();
    }

    /** The cells to mark: those that are to be changed where they are known, all that it is about where they are not. */
    public List<CellReference> marked() {
        int wrong = diagnosis == null ? 0 : diagnosis.cells();
        List<CellReference> cells = place.cells();
        return wrong == 0 || wrong > cells.size() ? cells : cells.subList(0, wrong);
    }

    /** By which it is told from the other findings of its submission: {@code 31-T1}, with the instance behind it where there are several. */
    public String name() {
        return code + (instance.isEmpty() ? "" : "/" + instance);
    }

    /** {@code 430626111/2026-Q3/平31-1/31-T1}, with the instance behind it where there are several. */
    public String id(SubmissionKey key) {
        return key + "/" + name();
    }
}
