package xiangbao.jobs.rules;

import java.nio.file.Path;
import java.util.List;
import xiangbao.jobs.operations.OperatorAction;
import xiangbao.statistics.bands.Band;
import xiangbao.statistics.forms.FormCode;

/**
 * What was learned.
 *
 * @param file where bands are kept
 * @param written whether the file was replaced; not where nothing was learned, and not where it says the same
 * @param forms in print order
 * @param changes against what is kept now
 */
public record BandsAnswer(
        BandsOrder order, Path file, boolean written, List<FormLearned> forms, List<BandChange> changes) {
    public BandsAnswer {
        forms = List.copyOf(forms);
        changes = List.copyOf(changes);
    }

    /**
     * What was learned of a form.
     *
     * @param periods how many of them it was reported about
     * @param reports how many reports counted
     */
    public record FormLearned(FormCode form, String title, int periods, int reports, List<Band> bands) {
        public FormLearned {
            bands = List.copyOf(bands);
        }
    }

    /** 1 where there was nothing to learn from: too few units have reported. */
    public int exit() {
        return bands().isEmpty() ? 1 : 0;
    }

    public List<Band> bands() {
        return forms.stream().flatMap(form -> form.bands().stream()).toList();
    }

    /** How the operator log says that it ended. */
    public OperatorAction.End end() {
        return new OperatorAction.End(
                exit(),
                written() ? "参考范围 " + bands().size() + " 条，变动 " + changes().size() + " 条" : "没有变化",
                List.of(),
                !written());
    }
}
