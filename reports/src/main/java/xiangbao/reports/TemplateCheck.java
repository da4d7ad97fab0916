package xiangbao.reports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import xiangbao.reports.template.LetterTemplate;
import xiangbao.reports.template.Template;
import xiangbao.reports.template.TemplateException;
import xiangbao.reports.template.TemplateNeeds;
import xiangbao.reports.template.TemplateSheet;
import xiangbao.reports.template.Told;
import xiangbao.statistics.aggregate.RollUp;
import xiangbao.statistics.definitions.Definitions;

/** Holds the templates against what the reports need of them; each is opened once. */
final class TemplateCheck implements TemplateNeeds, AutoCloseable {
    private final Path templates;
    private final @Nullable Definitions definitions;
    private final Map<String, Optional<Template>> open = new HashMap<>();
    private final Set<String> mistakes = new LinkedHashSet<>();

    /** @param definitions of which the templates may speak; null when that is not to be looked at */
    TemplateCheck(Path templates, @Nullable Definitions definitions) {
        this.templates = templates;
        this.definitions = definitions;
    }

    /** What is wrong with them, in Chinese, in the order in which it was found. */
    List<String> mistakes() {
        return new ArrayList<>(mistakes);
    }

    @Override
    public void sheet(String template, String sheet, List<String> anchors) {
        TemplateSheet found = find(template, sheet);
        if (found == null) {
            return;
        }
        for (String anchor : anchors) {
            try {
                found.anchor(anchor);
            } catch (TemplateException mistake) {
                mistakes.add(mistake.getMessage());
            }
        }
    }

    @Override
    public void without(String template, String sheet, String instead) {
        open.computeIfAbsent(template, this::open)
                .filter(opened -> opened.workbook().getSheet(sheet) != null)
                .ifPresent(opened -> mistakes.add(template + "：工作表“" + sheet + "”不再使用；" + instead));
    }

    @Override
    public void tokens(String template, String sheet, Set<String> known) {
        TemplateSheet found = find(template, sheet);
        if (found == null) {
            return;
        }
        for (TemplateSheet.Token token : found.tokens()) {
            if (!known.contains(token.name())) {
                mistakes.add(template + "：" + token.cell() + " 的标记 {{" + token.name() + "}} 无法填写，这里可以用："
                        + known.stream().sorted().collect(Collectors.joining("、")));
            }
        }
    }

    @Override
    public void letter(
            String template,
            Set<String> markers,
            Set<String> words,
            Map<String, List<TemplateNeeds.Named>> told,
            String everyPage) {
        Map<String, List<Told>> named = new HashMap<>();
        told.forEach((name, behind) -> {
            List<Told> each = new ArrayList<>();
            behind.forEach(one -> each.add(new Told(one.title(), each.isEmpty(), known(one))));
            named.put(name, each);
        });
        try (LetterTemplate letter = LetterTemplate.open(templates.resolve(template))) {
            mistakes.addAll(letter.mistakes(markers, words, named, everyPage));
        } catch (TemplateException mistake) {
            mistakes.add(mistake.getMessage());
        } catch (IOException | RuntimeException unreadable) {
            mistakes.add(template + "：模板无法打开（" + unreadable.getMessage() + "）");
        }
    }

    private @Nullable Set<String> known(TemplateNeeds.Named kind) {
        if (definitions == null) {
            return null;
        }
        Set<String> known = new LinkedHashSet<>();
        switch (kind) {
            case TARGET -> definitions.plan().targets().forEach(target -> known.add(target.code()));
            case INDICATOR ->
                definitions
                        .enabledForms()
                        .forEach(rules -> RollUp.columns(rules)
                                .forEach(one -> known.add(one.code().toString())));
        }
        return known;
    }

    private @Nullable TemplateSheet find(String template, String sheet) {
        Optional<Template> opened = open.computeIfAbsent(template, this::open);
        if (opened.isEmpty()) {
            return null;
        }
        try {
            return opened.get().sheet(sheet);
        } catch (TemplateException missing) {
            mistakes.add(missing.getMessage());
            return null;
        }
    }

    private Optional<Template> open(String file) {
        try {
            return Optional.of(Template.open(templates.resolve(file)));
        } catch (TemplateException mistake) {
            mistakes.add(mistake.getMessage());
        } catch (IOException | RuntimeException unreadable) {
            mistakes.add(file + "：模板无法打开（" + unreadable.getMessage() + "）");
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        open.values()
                .forEach(opened -> opened.ifPresent(template -> {
                    try {
                        template.close();
                    } catch (IOException harmless) {
                        mistakes.add(harmless.getMessage());
                    }
                }));
    }
}
