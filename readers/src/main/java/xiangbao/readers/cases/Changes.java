package xiangbao.readers.cases;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import xiangbao.statistics.cases.CaseScene;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.submissions.SubmissionKey;

/** What one case has otherwise than its 底表. */
record Changes(Definitions definitions, Form form) {
    private static final Pattern SEMICOLON = Pattern.compile("[；;]");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    static List<String> parts(String text) {
        return Stream.of(SEMICOLON.split(text))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    CaseScene apply(CaseScene scene, String text) throws CaseMistake {
        CaseScene changed = scene;
        for (String part : parts(text)) {
            changed = change(changed, part);
        }
        return changed;
    }

    private CaseScene change(CaseScene scene, String part) throws CaseMistake {
        Neighbours neighbours = new Neighbours(definitions, scene.key());
        if (part.startsWith("没有")) {
            String whose = part.substring(2).strip();
            SubmissionKey key =
                    neighbours.named(whose).orElseThrow(() -> new CaseMistake("“没有”后面写上期、上年同期或表号，看不懂“" + whose + "”"));
            return scene.without(key);
        }
        if (part.startsWith("底册 ")) {
            CaseWords.Given given = CaseWords.given(part.substring(3));
            return scene.with(given.name(), CaseWords.number(given.value()));
        }
        String[] words = BLANKS.split(part, 2);
        Optional<SubmissionKey> other =
                words.length > 1 && !words[1].startsWith("=") ? neighbours.named(words[0]) : Optional.empty();
        SubmissionKey key = other.orElse(scene.key());
        Form about = definitions.form(key.form()).orElseThrow().form();
        return new SheetLines(about, key).change(scene, other.isPresent() ? words[1] : part);
    }
}
