package xiangbao.statistics.audit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.formula.Explanation;
import xiangbao.statistics.formula.FigureText;
import xiangbao.statistics.formula.Fraction;
import xiangbao.statistics.formula.Reading;
import xiangbao.statistics.formula.UsedFigure;
import xiangbao.statistics.formula.Value;
import xiangbao.statistics.model.CellReference;
import xiangbao.statistics.model.Finding;
import xiangbao.statistics.model.Form;
import xiangbao.statistics.model.IndicatorCode;
import xiangbao.statistics.model.Observation;
import xiangbao.statistics.model.Severity;
import xiangbao.statistics.model.SubmissionKey;

/** Writes findings as a clerk reads them: what is the case, where, what was filled and what it should be, what to do. */
final class FindingText {
    private final SubmissionKey key;
    private final Form form;
    private final String unitName;
    private final String sheet;
    private final UnitFigures figures;

    FindingText(SubmissionKey key, Form form, String unitName, String sheet, UnitFigures figures) {
        this.key = key;
        this.form = form;
        this.unitName = unitName;
        this.sheet = sheet;
        this.figures = figures;
    }

    Finding relation(AuditRelation relation, String instance, String line, Explanation told) {
        List<UsedFigure> own = ownFigures(told);
        UsedFigure subject = own.isEmpty() ? null : own.get(0);
        List<CellReference> cells = new ArrayList<>();
        for (UsedFigure figure : own) {
            cell(figure).filter(cell -> !cells.contains(cell)).ifPresent(cells::add);
        }
        Optional<UsedFigure> earlier = earlier(told, subject);
        boolean query = relation.severity() == Severity.QUERY;
        boolean band = told.right() != null && told.right().figures().isEmpty();
        boolean range = told.sign().equals("in");
        String expected = query && !range && !(band && !told.sign().equals("=")) ? "" : expected(told);
        String difference = told.difference() == null || (query && !band) ? "" : FigureText.plain(told.difference());
        return new Finding(
                relation.code(),
                instance,
                relation.severity(),
                told.title(),
                subject == null ? null : new IndicatorCode(subject.form(), subject.item()),
                cells,
                told.left().value() == null ? "" : FigureText.plain(told.left().value()),
                expected,
                difference,
                earlier.map(FindingText::plain).orElse(""),
                message(
                        relation.code(),
                        told.title(),
                        cells,
                        line,
                        query ? doubt(told, subject, earlier, band) : statement(told),
                        relation.remedy()),
                relation.remedy());
    }

    String message(String code, String title, List<CellReference> cells, String line, String statement, String remedy) {
        StringBuilder text = new StringBuilder("[" + code + "] " + title + "\n");
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

    private static String plain(UsedFigure figure) {
        return figure.reading() instanceof Reading.Known known ? FigureText.plain(known.value()) : "";
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
        return width.isZero() ? "" : "（已超出允许的舍入误差 ±" + FigureText.grouped(width.over(Fraction.of(2))) + "）";
    }

    /** 填报：…；应为：…；相差 …。 */
    private static String statement(Explanation told) {
        StringBuilder text = new StringBuilder("填报：").append(sideShown(told.left()));
        if (told.right() != null) {
            String words = switch (told.sign()) {
                case "≠" -> "不等于 ";
                case "≤" -> "不超过 ";
                case "<" -> "小于 ";
                case "≥" -> "不小于 ";
                case ">" -> "大于 ";
                default -> "";
            };
            boolean band = told.sign().equals("in") && told.low() != null;
            text.append(band ? "；参考范围：" : "；应为：").append(words).append(sideShown(told.right()));
            if (told.low() != null
                    && told.high() != null
                    && told.low().compareTo(told.high()) < 0
                    && told.sign().equals("=")) {
                text.append("（允许 ")
                        .append(FigureText.grouped(told.low()))
                        .append("–")
                        .append(FigureText.grouped(told.high()))
                        .append("）");
            }
            if (told.difference() != null) {
                text.append(
                        band
                                ? "；" + outside(told.difference())
                                : "；相差 " + FigureText.grouped(told.difference()) + allowance(told));
            }
        }
        return text.append("。").toString();
    }

    private static String outside(Fraction difference) {
        return (difference.signum() < 0 ? "低于下限 " : "高于上限 ") + FigureText.grouped(difference.abs());
    }

    private static String sideShown(Explanation.Side side) {
        Value value = side.value();
        if (value == null) {
            return side.valued();
        }
        String shown = FigureText.shown(value);
        if (side.single()) {
            return side.named() + " = " + shown;
        }
        String words = side.valued();
        if (value instanceof Value.Day && !words.equals(shown)) {
            return words + "（" + shown + "）";
        }
        boolean masterData = words.contains("底册");
        if (side.figures().isEmpty() && !masterData && !words.startsWith("台账")) {
            return words;
        }
        if (words.endsWith(" " + shown) && !words.matches(".*[+−×÷] .*")) {
            return words.substring(0, words.length() - shown.length()) + "= " + shown;
        }
        return words + " = " + shown;
    }

    /** What is doubtful: the figure, its change, the band of reference; never a value to type. */
    private static String doubt(
            Explanation told, @Nullable UsedFigure subject, Optional<UsedFigure> earlier, boolean band) {
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
            boolean year = earlier.get().period().year() < subject.period().year()
                    && earlier.get().period().ordinal() == subject.period().ordinal();
            text.append(year ? "；比上年同期" : "；比上期");
            text.append(change.signum() >= 0 ? "增加 " : "减少 ")
                    .append(FigureText.grouped(change.abs()))
                    .append("%");
        }
        if (told.right() != null) {
            boolean range = told.sign().equals("in");
            String words = switch (told.sign()) {
                case "=" -> "一般应等于 ";
                case "≠" -> "一般不等于 ";
                case "≤" -> "一般不超过 ";
                case "<" -> "一般小于 ";
                case "≥" -> "一般不小于 ";
                case ">" -> "一般大于 ";
                default -> "";
            };
            text.append("；参考范围：").append(words);
            text.append(range || band ? told.right().valued() : told.right().named());
            if (range && told.difference() != null && band) {
                text.append("；").append(outside(told.difference()));
            }
        }
        return text.append("。属实请在审核说明中写明原因。").toString();
    }
}
