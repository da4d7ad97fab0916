package xiangbao.readers.forms.recognition;

import java.util.List;
import xiangbao.readers.forms.sheet.SheetView;
import xiangbao.statistics.definitions.Definitions;

/**
 * Finds forms in a sheet: by the 表号 that stands in it, and where that is missing or wrong, by what else is printed there. Immutable; safe for many
 * threads.
 */
public final class FormFinder {
    private final FormCodes codes;
    private final FormLikeness likeness;

    public FormFinder(Definitions definitions) {
        codes = new FormCodes(definitions);
        likeness = new FormLikeness(definitions);
    }

    public SheetForms look(SheetView view) {
        return new SheetDivision(view, likeness, new SheetScan(view, codes)).forms();
    }

    /** Codes that look most like a 表号, with their forms' titles. */
    public List<String> nearest(String text) {
        return codes.nearest(text);
    }
}
