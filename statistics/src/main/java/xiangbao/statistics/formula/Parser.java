package xiangbao.statistics.formula;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.formula.Lexer.Kind;
import xiangbao.statistics.formula.Lexer.Token;

/** A Pratt parser: every operator binds with a power, and an expression takes in what binds tighter than its surroundings. */
final class Parser {
    static final int LONGEST_TEXT = 2_000;
    static final int DEEPEST = 64;

    private static final int IFF = 10;
    private static final int IMPLIES = 20;
    private static final int OR = 30;
    private static final int AND = 40;
    private static final int NOT = 50;
    private static final int COMPARISON = 60;
    private static final int SUM = 70;
    private static final int PRODUCT = 80;
    private static final int UNARY = 90;

    private static final List<String> WORDS = List.of(
            "abs",
            "round",
            "min",
            "max",
            "sum",
            "count",
            "distinct",
            "groups",
            "coalesce",
            "if",
            "filled",
            "matches",
            "prev",
            "lastyear",
            "unit",
            "date",
            "period.start",
            "period.end",
            "period.number",
            "and",
            "or",
            "not",
            "implies",
            "iff",
            "in",
            "where",
            "lines",
            "true",
            "false");

    /** Ends the parse at the first mistake, which is then already noted: what follows a broken place can only be guessed. */
    private static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1;

        Broken() {
            super(null, null, false, false);
        }
    }

    private final List<Token> tokens;
    private final List<FormulaMistake> mistakes;
    private int next;
    private int depth;

    private Parser(List<Token> tokens, List<FormulaMistake> mistakes) {
        this.tokens = tokens;
        this.mistakes = mistakes;
    }

    static @Nullable Node parse(String text, List<FormulaMistake> mistakes) {
        if (text.isBlank()) {
            mistakes.add(new FormulaMistake(0, "公式是空的", ""));
            return null;
        }
        if (text.length() > LONGEST_TEXT) {
            mistakes.add(
                    new FormulaMistake(LONGEST_TEXT, "公式有 " + text.length() + " 个字符，超过 " + LONGEST_TEXT + " 个", ""));
            return null;
        }
        List<Token> tokens = Lexer.tokens(text, mistakes);
        if (!mistakes.isEmpty()) {
            return null;
        }
        Parser parser = new Parser(tokens, mistakes);
        try {
            Node node = parser.expression(0);
            if (parser.peek().kind() != Kind.END) {
                throw parser.broken(parser.peek(), "这里不该有" + shown(parser.peek()) + "，前面的式子已经完整", "");
            }
            return node;
        } catch (Broken noted) {
            return null;
        }
    }

    private Token peek() {
        return tokens.get(next);
    }

    private Token take() {
        Token token = tokens.get(next);
        if (token.kind() != Kind.END) {
            next++;
        }
        return token;
    }

    private boolean takeIf(String sign) {
        if (peek().is(sign)) {
            next++;
            return true;
        }
        return false;
    }

    private void expect(String sign) {
        if (!takeIf(sign)) {
            throw broken(peek(), "这里应为“" + sign + "”，却是" + shown(peek()), "");
        }
    }

    private Broken broken(Token token, String message, String suggestion) {
        mistakes.add(new FormulaMistake(token.position(), message, suggestion));
        return new Broken();
    }

    private static String shown(Token token) {
        return switch (token.kind()) {
            case END -> "公式末尾";
            case REFERENCE -> "“[" + Lexer.shortened(token.text()) + "]”";
            default -> "“" + Lexer.shortened(token.text()) + "”";
        };
    }

    private Node expression(int power) {
        if (++depth > DEEPEST) {
            throw broken(peek(), "公式嵌套超过 " + DEEPEST + " 层", "");
        }
        Node node = continued(prefix(), power);
        depth--;
        return node;
    }

    private Node continued(Node begun, int power) {
        Node left = begun;
        while (true) {
            Token operator = peek();
            int binds = power(operator);
            if (binds <= power) {
                return left;
            }
            left = infix(left, operator, binds);
        }
    }

    private static int power(Token token) {
        if (token.kind() != Kind.SIGN && token.kind() != Kind.WORD) {
            return -1;
        }
        return switch (token.text()) {
            case "⇔", "iff" -> IFF;
            case "⇒", "implies" -> IMPLIES;
            case "or" -> OR;
            case "and" -> AND;
            case "=", "≠", "<", "≤", ">", "≥", "in" -> COMPARISON;
            case "+", "-" -> SUM;
            case "*", "/" -> PRODUCT;
            default -> -1;
        };
    }

    private Node infix(Node left, Token operator, int binds) {
        int position = left.position();
        if (binds == COMPARISON) {
            return comparison(left);
        }
        take();
        return switch (binds) {
            case IFF -> new Node.Logic(position, Node.Junction.IFF, left, expression(IFF));
            case IMPLIES -> new Node.Logic(position, Node.Junction.IMPLIES, left, expression(IMPLIES - 1));
            case OR -> new Node.Logic(position, Node.Junction.OR, left, expression(OR));
            case AND -> new Node.Logic(position, Node.Junction.AND, left, expression(AND));
            default -> new Node.Arithmetic(position, operator.text().charAt(0), left, expression(binds));
        };
    }

    private Node comparison(Node first) {
        if (takeIf("in")) {
            return within(first);
        }
        List<Node> operands = new ArrayList<>(List.of(first));
        List<Node.Link> links = new ArrayList<>();
        Node.Sign sign = Node.Sign.of(peek().text());
        while (sign != null && peek().kind() == Kind.SIGN) {
            take();
            operands.add(expression(COMPARISON));
            links.add(new Node.Link(sign, takeIf("±") ? expression(COMPARISON) : null));
            sign = Node.Sign.of(peek().text());
        }
        if (peek().is("in")) {
            throw broken(peek(), "“in”不能接在比较后面，请用 and 连接", "");
        }
        return new Node.Comparison(first.position(), operands, links);
    }

    private Node within(Node inner) {
        Node low;
        if (takeIf("(")) {
            List<Node> choices = new ArrayList<>(List.of(expression(0)));
            while (takeIf(",")) {
                choices.add(expression(0));
            }
            expect(")");
            if (choices.size() > 1 || !(peek().is("..") || power(peek()) >= SUM)) {
                return new Node.OneOf(inner.position(), inner, choices);
            }
            low = continued(choices.get(0), COMPARISON);
        } else {
            low = expression(COMPARISON);
        }
        expect("..");
        return new Node.Within(inner.position(), inner, low, expression(COMPARISON));
    }

    private Node prefix() {
        Token token = take();
        return switch (token.kind()) {
            case NUMBER -> number(token);
            case TEXT -> new Node.Text(token.position(), token.text());
            case REFERENCE -> figure(token);
            case WORD -> word(token);
            case SIGN -> {
                if (token.is("-")) {
                    yield new Node.Negated(token.position(), expression(UNARY));
                }
                if (token.is("(")) {
                    Node inner = expression(0);
                    expect(")");
                    yield inner;
                }
                throw broken(token, "这里应为数字、引用或函数，却是" + shown(token), "");
            }
            case END -> throw broken(token, "公式没有写完", "");
        };
    }

    private Node number(Token token) {
        Fraction value = Fraction.of(new BigDecimal(token.text()));
        boolean percent = takeIf("%");
        return new Node.Number(token.position(), percent ? value.over(Fraction.of(100)) : value, percent);
    }

    private Node.Figure figure(Token token) {
        String content = token.text();
        int colon = content.indexOf(':');
        String form = colon < 0 ? "" : content.substring(0, colon).strip();
        String item = content.substring(colon + 1).strip();
        if (item.isEmpty() || item.equals(".") || item.endsWith(".") || (colon >= 0 && form.isEmpty())) {
            throw broken(token, "引用“[" + Lexer.shortened(content) + "]”写得不完整，应如 [05]、[05.1]、[.3]、[平31-1:05.1]", "");
        }
        if (form.contains("/")) {
            throw broken(token, "“" + Lexer.shortened(form) + "”不是表号", "");
        }
        return new Node.Figure(token.position(), colon < 0 ? null : new FormCode(form), item);
    }

    private Node word(Token token) {
        int position = token.position();
        switch (token.text()) {
            case "not":
                return new Node.Not(position, expression(NOT));
            case "true":
                return new Node.Truth(position, true);
            case "false":
                return new Node.Truth(position, false);
            case "period.start":
                return new Node.PeriodBound(position, false);
            case "period.end":
                return new Node.PeriodBound(position, true);
            case "period.number":
                return new Node.PeriodNumber(position);
            case "prev":
                return new Node.Shifted(position, false, only());
            case "lastyear":
                return new Node.Shifted(position, true, only());
            case "unit":
                return attribute(position);
            case "date":
                return day(position);
            default:
                return call(token);
        }
    }

    private Node only() {
        expect("(");
        Node inner = expression(0);
        expect(")");
        return inner;
    }

    private Node attribute(int position) {
        expect("(");
        Token name = take();
        if (name.kind() != Kind.WORD && name.kind() != Kind.TEXT) {
            throw broken(name, "unit(…) 里应为底册指标的名称，却是" + shown(name), "");
        }
        expect(")");
        return new Node.Attribute(position, name.text());
    }

    private Node day(int position) {
        expect("(");
        Token text = take();
        LocalDate day = null;
        if (text.kind() == Kind.TEXT) {
            try {
                day = LocalDate.parse(text.text());
            } catch (DateTimeParseException notIso) {
                day = null;
            }
        }
        if (day == null) {
            throw broken(text, "date(…) 里应为日期，如 date(\"2026-01-01\")，却是" + shown(text), "");
        }
        expect(")");
        return new Node.Day(position, day);
    }

    private Node call(Token name) {
        Node.Function function = null;
        for (Node.Function known : Node.Function.values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(name.text())) {
                function = known;
            }
        }
        if (function == null) {
            String suggestion = Nearest.to(name.text(), WORDS);
            throw broken(
                    name,
                    WORDS.contains(name.text()) ? "这里不该有" + shown(name) : "没有函数" + shown(name),
                    suggestion.equals(name.text()) ? "" : suggestion);
        }
        expect("(");
        List<Node> arguments = new ArrayList<>();
        boolean lines = false;
        if (function == Node.Function.COUNT && takeIf("lines")) {
            lines = true;
        } else if (!(peek().is("where") && function == Node.Function.COUNT)) {
            do {
                arguments.add(argument(function));
            } while (takeIf(","));
        }
        Node where = null;
        if (peek().is("where")) {
            if (!function.aggregates() || function == Node.Function.GROUPS || arguments.size() > 1) {
                throw broken(peek(), "where 只能用在 sum、count、distinct、min、max 的一个参数后面", "");
            }
            take();
            where = expression(0);
        }
        expect(")");
        checkArguments(name, function, arguments, where != null || lines);
        return new Node.Call(name.position(), function, arguments, where, lines);
    }

    private Node argument(Node.Function function) {
        Node from = expression(0);
        if (!peek().is("..")) {
            return from;
        }
        Token dots = take();
        Node to = expression(0);
        if (!(from instanceof Node.Figure first) || !(to instanceof Node.Figure last) || !function.takesRanges()) {
            throw broken(dots, "行的范围应写成 sum([06]..[12])，只能用在 sum、count、min、max 里", "");
        }
        return new Node.RowRange(from.position(), first, last);
    }

    private void checkArguments(Token name, Node.Function function, List<Node> arguments, boolean overLines) {
        int least = overLines ? 0 : Math.max(1, function.least);
        if (arguments.size() < least || arguments.size() > function.most) {
            String wanted = function.most == 100 ? "至少 " + least + " 个" : function.most + " 个";
            throw broken(name, name.text() + "(…) 要 " + wanted + "参数，写了 " + arguments.size() + " 个", "");
        }
        if (function == Node.Function.ROUND && Node.decimals(arguments.get(1)) == null) {
            throw broken(name, "round(x, n) 的 n 应为 −" + Node.MOST_DECIMALS + " 到 " + Node.MOST_DECIMALS + " 的整数", "");
        }
        if (function == Node.Function.MATCHES) {
            if (!(arguments.get(1) instanceof Node.Text pattern)) {
                throw broken(name, "matches(文本, \"式样\") 的式样应写在引号里", "");
            }
            try {
                Pattern.compile(pattern.text());
            } catch (PatternSyntaxException wrong) {
                throw broken(name, "式样“" + Lexer.shortened(pattern.text()) + "”不是正则表达式", "");
            }
        }
    }
}
