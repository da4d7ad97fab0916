package xiangbao.statistics.confrontation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.evaluation.Explanation;
import xiangbao.statistics.figures.FigureText;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.figures.Reading;
import xiangbao.statistics.figures.UsedFigure;
import xiangbao.statistics.figures.Value;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.relations.AuditRelation;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.submissions.SubmissionKey;

/** Writes findings as a clerk reads them: what is the case, where, what was filled and what it should be, what to do. */
public final class FindingText {
    private static final String TRIAL = "试行";
    private static final String ON_TRIAL = "这条审核关系正在试行，只作提示，不影响报送；数字没有错的，不用改也不用说明。";

    private final SubmissionKey key;
    private final Form form;
    private final String unitName;
    private final String sheet;
    private final UnitFigures figures;

    public FindingText(SubmissionKey key, Form form, String unitName, String sheet, UnitFigures figures) {
        this.key = key;
        this.form = form;
        this.unitName = unitName;
        this.sheet = sheet;
        this.figures = figures;
    }

    public Finding relation(AuditRelation relation, String instance, String line, Explanation told) {
        List<UsedFigure> own = ownFigures(told);
        UsedFigure subject = own.isEmpty() ? null : own.get(0);
        List<CellReference> cells = new ArrayList<>();
        for (UsedFigure figure : own) {
            cell(figure).filter(cell -> !cells.contains(cell)).ifPresent(cells::add);
        }
        Optional<UsedFigure> earlier = earlier(told, subject);
        String title = relation.isTrial() ? TRIAL + "：" + told.title() : told.title();
        String remedy = relation.isTrial() ? ON_TRIAL + relation.remedy() : relation.remedy();
        boolean query = relation.severity() == Severity.QUERY;
        boolean band = told.right() != null && told.right().figures().isEmpty();
        boolean range = told.sign().equals("in");
        String expected = query && !range && !(band && !told.sign().equals("=")) ? "" : expected(told);
        String difference = told.difference() == null || (query && !band) ? "" : difference(told, told.difference());
        return Finding.of(relation.code(), relation.severity(), title)
                .forInstance(instance)
                .at(subject == null ? null : new IndicatorCode(subject.form(), subject.item()), cells)
                .compared(
                        actual(told.left()),
                        expected,
                        difference,
                        earlier.map(figure -> before(figure, told)).orElse(""))
                .saying(
                        message(
                                relation.code(),
                                title,
                                cells,
                                line,
                                query ? doubt(told, subject, earlier, band) : statement(told),
                                remedy),
                        remedy);
    }

    public String message(
            String code, String title, List<CellReference> cells, String line, String statement, String remedy) {
        StringBuilder text = new StringBuilder(Finding.heading(code) + title + "\n");
        text.append(unitName).append(" · ").append(key.period().title());
        text.append(" · ").append(form.code()).append(' ').append(form.title());
        if (!line.isEmpty()) {
            text.append(" · 编号").append(line);
        }
        if (!cells.isEmpty()) {
            text.append(" · 工作表“").append(cells.get(0).sheet()).append("”");
            text.append(cells.get(0).address());
        } else if (!sheet.isEmpty()) {
            text.append(" · 工作表“").append(sheet).append("”");
        }
        text.append('\n').append(statement);
        return remedy.isEmpty()
                ? text.toString()
                : text.append('\n').append(remedy).append(ended(remedy)).toString();
    }

    /** As printed in the form: the row alone where the form has one column of figures. */
    public String code(Indicator indicator) {
        boolean one = form.layout() == Layout.MATRIX && form.dataColumns().size() == 1;
        return one ? indicator.code().row() : indicator.code().item();
    }

    private static String ended(String sentence) {
        return sentence.endsWith("。") || sentence.endsWith("！") || sentence.endsWith("？") ? "" : "。";
    }

    private List<UsedFigure> ownFigures(Explanation told) {
        Set<UsedFigure> own = new LinkedHashSet<>();
        for (UsedFigure figure : told.figures()) {
            if (figure.form().equals(form.code()) && figure.period().equals(key.period())) {
                own.add(figure);
            }
        }
        return List.copyOf(own);
    }

    private Optional<CellReference> cell(UsedFigure figure) {
        Observation observation = figures.own(figure.line(), figure.item());
        return observation == null ? Optional.empty() : Optional.ofNullable(observation.cell());
    }

    /** The same figure in an earlier period, if the relation looked at it. */
    private static Optional<UsedFigure> earlier(Explanation told, @Nullable UsedFigure subject) {
        if (subject == null) {
            return Optional.empty();
        }
        return told.figures().stream()
                .filter(figure -> figure.form().equals(subject.form())
                        && figure.item().equals(subject.item())
                        && figure.line().equals(subject.line())
                        && figure.period().compareTo(subject.period()) < 0)
                .findFirst();
    }

    /** A decimal string, or a share in per cent. */
    private static String actual(Explanation.Side left) {
        if (left.value() == null) {
            return "";
        }
        return left.share() ? left.shown() : FigureText.plain(left.value());
    }

    private static String difference(Explanation told, Fraction difference) {
        return told.left().share() ? told.left().apart(difference) : FigureText.plain(difference);
    }

    /** The figure of the last period; one of another period says of which. */
    private static String before(UsedFigure figure, Explanation told) {
        if (!(figure.reading() instanceof Reading.Known known)) {
            return "";
        }
        Optional<UsedFigure> now = told.figures().stream()
                .filter(one -> one.item().equals(figure.item()) && one.period().compareTo(figure.period()) > 0)
                .findFirst();
        return now.isPresent() && sameSeason(figure, now.get())
                ? "上年同期 " + FigureText.shown(known.value())
                : FigureText.plain(known.value());
    }

    private static boolean sameSeason(UsedFigure earlier, UsedFigure now) {
        return earlier.period().year() < now.period().year()
                && earlier.period().ordinal() == now.period().ordinal();
    }

    private static String expected(Explanation told) {
        if (told.right() == null) {
            return "";
        }
        if (told.sign().equals("in")) {
            return told.low() == null || told.high() == null
                    ? told.right().plain()
                    : FigureText.plain(told.low()) + "–" + FigureText.plain(told.high());
        }
        if (told.low() != null && told.high() != null && told.low().compareTo(told.high()) < 0) {
            return FigureText.plain(told.low()) + "–" + FigureText.plain(told.high());
        }
        if (told.right().value() == null) {
            return "";
        }
        String sign = told.sign().equals("=") ? "" : told.sign();
        if (told.right().share()) {
            return sign + told.right().shown();
        }
        if (told.low() != null && sign.startsWith("≥")) {
            return sign + FigureText.plain(told.low());
        }
        if (told.high() != null && sign.startsWith("≤")) {
            return sign + FigureText.plain(told.high());
        }
        return sign + FigureText.plain(told.right().value());
    }

    /** How far apart the two sides may be because their figures were rounded before they were written. */
    private static String allowance(Explanation told) {
        if (told.right() == null
                || !(told.left().value() instanceof Value.Numeric left)
                || !(told.right().value() instanceof Value.Numeric right)) {
            return "";
        }
        Fraction width = left.high().minus(left.low()).plus(right.high().minus(right.low()));
        return width.isZero() ? "" : "（已超出允许的舍入误差 ±" + told.left().apart(width.over(Fraction.of(2))) + "）";
    }

    /** 填报：…；应为：…；相差 …。 */
    private static String statement(Explanation told) {
        StringBuilder text = new StringBuilder("填报：").append(sideShown(told.left()));
        if (told.right() != null) {
            boolean range = told.sign().equals("in") && told.low() != null;
            text.append(range ? "；应在：" : "；应为：")
                    .append(words(told, ""))
                    .append(sideShown(told.right()))
                    .append(range && !told.right().figures().isEmpty() ? " 之间" : "");
            if (told.low() != null
                    && told.high() != null
                    && told.low().compareTo(told.high()) < 0
                    && told.sign().equals("=")) {
                text.append("（允许 ").append(between(told, told.left())).append("）");
            }
            if (told.difference() != null && range) {
                text.append("；").append(outside(told));
            } else if (told.difference() != null && !told.difference().isZero()) {
                text.append("；相差 ").append(apart(told)).append(allowance(told));
            }
        }
        return text.append("。").toString();
    }

    /** How it should stand to the other side. */
    private static String words(Explanation told, String usually) {
        boolean days = told.left().value() instanceof Value.Day;
        return switch (told.sign()) {
            case "=" -> usually.isEmpty() ? "" : usually + "等于 ";
            case "≠" -> usually + "不等于 ";
            case "≤" -> usually + (days ? "不晚于 " : "不超过 ");
            case "<" -> usually + (days ? "早于 " : "小于 ");
            case "≥" -> usually + (days ? "不早于 " : "不小于 ");
            case ">" -> usually + (days ? "晚于 " : "大于 ");
            default -> "";
        };
    }

    private static String between(Explanation told, Explanation.Side side) {
        if (told.low() == null || told.high() == null) {
            return "";
        }
        return side.share()
                ? side.measured(told.low()) + "–" + side.measured(told.high())
                : FigureText.grouped(told.low()) + "–" + side.measured(told.high());
    }

    /** 人 and 户 differ by a mere number. */
    private static String apart(Explanation told) {
        if (told.difference() == null) {
            return "";
        }
        boolean alike =
                told.right() != null && told.right().unit().equals(told.left().unit());
        return alike ? told.left().apart(told.difference()) : FigureText.grouped(told.difference());
    }

    private static String outside(Explanation told) {
        Fraction difference = told.difference();
        if (difference == null) {
            return "";
        }
        return (difference.signum() < 0 ? "低于下限 " : "高于上限 ") + told.left().apart(difference.abs());
    }

    private static String sideShown(Explanation.Side side) {
        Value value = side.value();
        if (value == null) {
            return side.valued();
        }
        String shown = side.shown();
        if (side.single()) {
            return side.named() + " = " + shown;
        }
        String words = side.valued();
        if (value instanceof Value.Day && !words.equals(shown)) {
            return words + "（" + shown + "）";
        }
        boolean masterData = words.contains("底册");
        if (side.figures().isEmpty() && !masterData && !words.startsWith("台账")) {
            return value instanceof Value.Numeric ? shown : words;
        }
        String plain = FigureText.shown(value);
        for (String last : List.of(shown, plain)) {
            if (words.endsWith(" " + last) && !words.matches(".*[+−×÷] .*")) {
                return words.substring(0, words.length() - last.length()) + "= " + shown;
            }
        }
        return words + " = " + shown;
    }

    /** Whether all that a side looked at is of the form and period at hand. */
    private boolean here(Explanation.Side side) {
        return side.figures().stream()
                .allMatch(figure ->
                        figure.form().equals(form.code()) && figure.period().equals(key.period()));
    }

    /** What is doubtful: the figure, its change, the band of reference; never a value to type. */
    private String doubt(Explanation told, @Nullable UsedFigure subject, Optional<UsedFigure> earlier, boolean band) {
        StringBuilder text = new StringBuilder("填报：").append(sideShown(told.left()));
        if (subject != null
                && earlier.isPresent()
                && subject.reading() instanceof Reading.Known now
                && now.value() instanceof Value.Numeric present
                && earlier.get().reading() instanceof Reading.Known before
                && before.value() instanceof Value.Numeric past
                && !past.number().isZero()) {
            Fraction change = present.number()
                    .minus(past.number())
                    .times(Fraction.of(100))
                    .over(past.number().abs())
                    .rounded(1);
            String when = sameSeason(earlier.get(), subject) ? "上年同期" : "上期";
            if (present.number().equals(past.number())) {
                text.append("；与").append(when).append("相同");
            } else {
                text.append("；比").append(when).append(change.signum() >= 0 ? "增加 " : "减少 ");
                text.append(FigureText.grouped(change.abs())).append("%");
            }
        }
        if (told.right() != null) {
            boolean range = told.sign().equals("in");
            boolean slack = told.sign().equals("=")
                    && told.low() != null
                    && told.high() != null
                    && told.low().compareTo(told.high()) < 0;
            text.append("；参考范围：").append(slack ? "" : words(told, "一般"));
            if (slack) {
                text.append(between(told, told.left()));
            } else if (range) {
                text.append(told.right().valued());
            } else if (!band && (told.sign().equals("=") || !here(told.right()))) {
                // what it usually equals, or was before, would be a value to type
                text.append(told.right().named());
            } else {
                text.append(sideShown(told.right()));
            }
            if (range && told.difference() != null) {
                text.append("；").append(outside(told));
            }
        }
        return text.append("。属实请在审核说明中写明原因。").toString();
    }
}
