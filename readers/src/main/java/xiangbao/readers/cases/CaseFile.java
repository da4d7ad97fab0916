package xiangbao.readers.cases;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.config.documents.ConfigurationMistake;
import xiangbao.statistics.cases.AuditCase;
import xiangbao.statistics.cases.CaseScene;
import xiangbao.statistics.cases.CaseSheet;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.findings.Verdict;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.relations.AuditRelation;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.tuning.Screen;
import xiangbao.statistics.units.ReportingUnit;

/** One file of cases: lines that begin with a word which says what they are. */
final class CaseFile {
    private static final Pattern COMMENT = Pattern.compile("(^|\\s)#.*");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final String name;
    private final FormRules rules;
    private final Definitions definitions;
    private final List<ConfigurationMistake> mistakes;
    private final List<AuditCase> cases = new ArrayList<>();
    private final Map<String, BigDecimal> attributes = new LinkedHashMap<>();

    private @Nullable ReportingUnit unit;
    private @Nullable ReferencePeriod period;
    private @Nullable CaseScene scene;
    private @Nullable SheetLines sheet;
    private String code = "";

    CaseFile(String name, FormRules rules, Definitions definitions, List<ConfigurationMistake> mistakes) {
        this.name = name;
        this.rules = rules;
        this.definitions = definitions;
        this.mistakes = mistakes;
    }

    List<AuditCase> read(String text) {
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            String content = COMMENT.matcher(line).replaceAll("").strip();
            try {
                if (!content.isEmpty()) {
                    line(number, content);
                }
            } catch (CaseMistake mistake) {
                mistakes.add(new ConfigurationMistake(name, number, String.valueOf(mistake.getMessage()), ""));
            }
        }
        return cases;
    }

    private void line(int number, String content) throws CaseMistake {
        String[] parts = BLANKS.split(content, 2);
        String rest = parts.length > 1 ? parts[1].strip() : "";
        switch (parts[0]) {
            case "单位" -> unit = unit(rest);
            case "报告期" -> period = Neighbours.period(rest);
            case "底册" -> {
                CaseWords.Given given = CaseWords.given(rest);
                attributes.put(given.name(), CaseWords.number(given.value()));
            }
            case "底表" -> begin();
            case "关系", "默认审核" -> code = code(BLANKS.split(rest, 2)[0]);
            case "通过" -> example(number, content, Verdict.PASSES, rest);
            case "不通过" -> example(number, content, Verdict.FAILS, rest);
            case "无法判断" -> example(number, content, Verdict.UNDECIDED, rest);
            default -> {
                if (!section(content)) {
                    figures(content);
                }
            }
        }
    }

    private ReportingUnit unit(String called) throws CaseMistake {
        Optional<ReportingUnit> found = definitions.units().all().stream()
                .filter(one -> one.isCalled(called))
                .findFirst();
        if (found.isEmpty()) {
            throw new CaseMistake("名册里没有“" + called + "”");
        }
        return found.get();
    }

    private void begin() throws CaseMistake {
        if (unit == null || period == null) {
            throw new CaseMistake("“底表”前面要写“单位”和“报告期”");
        }
        SubmissionKey key = new SubmissionKey(rules.form().code(), unit.code(), period);
        scene = new CaseScene(key, Map.of(key, CaseSheet.EMPTY), attributes);
        sheet = new SheetLines(rules.form(), key);
        code = "";
    }

    private CaseScene scene() throws CaseMistake {
        if (scene == null) {
            throw new CaseMistake("前面要先写“底表”");
        }
        return scene;
    }

    /** 上期, 上年同期, another form: what follows is about it. */
    private boolean section(String content) throws CaseMistake {
        if (content.contains("=") || content.contains("|")) {
            return false;
        }
        boolean same = content.endsWith("同底表");
        String whose =
                same ? content.substring(0, content.length() - "同底表".length()).strip() : content;
        Optional<SubmissionKey> key = new Neighbours(definitions, scene().key()).named(whose);
        if (key.isEmpty()) {
            return false;
        }
        Form form = definitions.form(key.get().form()).orElseThrow().form();
        if (same && !form.code().equals(rules.form().code())) {
            throw new CaseMistake("“同底表”只能用于本表的别的报告期");
        }
        scene = scene().with(key.get(), same ? scene().sheet(scene().key()) : scene().sheet(key.get()));
        sheet = new SheetLines(form, key.get());
        return true;
    }

    private void figures(String content) throws CaseMistake {
        SheetLines lines = sheet;
        if (lines == null || !code.isEmpty()) {
            throw new CaseMistake("看不懂“" + content + "”：样例以“通过”“不通过”“无法判断”开头，数写在“底表”下面");
        }
        scene = lines.add(scene(), content);
    }

    private String code(String written) throws CaseMistake {
        boolean known = Screen.coded(written).isPresent()
                || rules.relations().stream().map(AuditRelation::code).anyMatch(written::equals)
                || rules.suspicions().stream().anyMatch(one -> one.code().equals(written));
        if (!known) {
            throw new CaseMistake(rules.form().code() + " 没有“" + written + "”这条审核关系或默认审核");
        }
        return written;
    }

    private void example(int number, String content, Verdict verdict, String rest) throws CaseMistake {
        if (code.isEmpty()) {
            throw new CaseMistake("“" + content + "”前面要写是哪条“关系”或“默认审核”");
        }
        int arrow = rest.indexOf('→');
        CaseScene changed =
                new Changes(definitions, rules.form()).apply(scene(), arrow < 0 ? rest : rest.substring(0, arrow));
        Expected expected = Expected.of(rules.form(), arrow < 0 ? "" : rest.substring(arrow + 1));
        cases.add(new AuditCase(
                name, number, code, content, changed, verdict, expected.firstCell(), expected.mentions()));
    }
}
