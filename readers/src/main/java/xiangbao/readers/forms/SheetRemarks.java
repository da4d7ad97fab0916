package xiangbao.readers.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import xiangbao.readers.forms.findings.FormFindings;
import xiangbao.readers.forms.recognition.FormAnchor;
import xiangbao.readers.forms.recognition.FormFinder;
import xiangbao.readers.forms.recognition.SheetForms;
import xiangbao.readers.forms.sheet.SheetView;
import xiangbao.readers.forms.wording.PlainText;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.forms.Form;

/** Says of each sheet that yields no submission why it does not: none that holds anything is passed over in silence. */
final class SheetRemarks {
    private static final int NAMED = 10;
    private static final Pattern INSTRUCTIONS = Pattern.compile("(?:填表|填报|编制)说明$");

    private final FormFinder finder;
    private final FormFindings file;
    private final Map<FormAnchor, List<Form>> unknown = new LinkedHashMap<>();
    private final List<FormAnchor> county = new ArrayList<>();
    private final Map<SheetView, List<Form>> others = new LinkedHashMap<>();

    SheetRemarks(FormFinder finder, FormFindings file) {
        this.finder = finder;
        this.file = file;
    }

    /** A 表号 of none of our forms. */
    void foreign(FormAnchor anchor, SheetForms sheet) {
        if (anchor.county()) {
            county.add(anchor);
        } else {
            unknown.put(anchor, sheet.resembled());
        }
    }

    /** A sheet without any form. */
    void other(SheetView view, SheetForms sheet) {
        if (!view.isBlank() && !isInstructions(view)) {
            others.put(view, sheet.resembled());
        }
    }

    /** How to fill in the forms, as the blank workbooks tell it in front of them, or in words below each other. */
    private static boolean isInstructions(SheetView view) {
        return view.isProse() && view.sheet().name().contains("说明")
                || INSTRUCTIONS
                        .matcher(PlainText.compact(
                                view.first().map(SheetView::text).orElse("")))
                        .find();
    }

    /** A form in a hidden sheet that is not read. */
    void hidden(SheetView view, FormAnchor anchor, Optional<Found> form) {
        String what = form.map(found -> "“" + found.heading() + "”")
                .orElse("表号为“" + PlainText.shortened(anchor.text()) + "”的表");
        file.hint(
                        "HIDDEN-SHEET",
                        "隐藏的工作表“" + view.sheet().name() + "”里有" + what + "，未采集",
                        "隐藏的工作表不作为报送内容；要报送的请取消隐藏，不要的请删去。")
                .instance(anchor.cell().toString())
                .at(anchor.cell());
    }

    /**
     * @param nothingElse no form was found anywhere
     * @param explains explanations were found
     * @param coded forms that were found by their 表号
     */
    void tell(boolean nothingElse, boolean explains, List<Form> coded) {
        boolean onlyExplains = explains && unknown.isEmpty() && county.isEmpty();
        boolean nothing = nothingElse && !onlyExplains;
        unknown.forEach((anchor, resembled) -> unknown(anchor, nothing || !resembled.isEmpty()));
        county.forEach(anchor -> county(anchor, nothing));
        List<String> plain = new ArrayList<>();
        boolean doubtful = false;
        for (Map.Entry<SheetView, List<Form>> other : others.entrySet()) {
            // somebody's calculation beside the form itself is nobody's submission
            boolean alike =
                    !other.getValue().isEmpty() && other.getValue().stream().noneMatch(coded::contains);
            doubtful |= alike;
            if (alike) {
                alike(other.getKey(), other.getValue());
            } else {
                plain.add("“" + other.getKey().sheet().name() + "”");
            }
        }
        if (nothing && unknown.isEmpty() && county.isEmpty() && !doubtful) {
            file.mandatory("UNKNOWN-FORM", "所有工作表里都没有找到表号", "请使用下发的表式填报，不要删去右上角的表号。")
                    .expected("表内写有“表号：平31-1”之类的字样");
        } else if (!plain.isEmpty()) {
            file.hint(
                    "SHEET-NOT-FORM",
                    "工作表" + plain.stream().limit(NAMED).collect(Collectors.joining("、"))
                            + (plain.size() > NAMED ? "等 " + plain.size() + " 张" : "") + "不是报表，未采集",
                    "自己计算、备忘用的不用处理；要报送的，请用下发的表式填写，并写明表号和填报单位。");
        }
    }

    private void unknown(FormAnchor anchor, boolean mandatory) {
        List<String> near = finder.nearest(anchor.text());
        file.add(
                        mandatory ? Severity.MANDATORY : Severity.QUERY,
                        "UNKNOWN-FORM",
                        "没有表号为“" + PlainText.shortened(anchor.text()) + "”的报表",
                        "请核对表号；这张表没有读取。")
                .instance(anchor.cell().toString())
                .at(anchor.cell())
                .read(PlainText.shortened(anchor.text()))
                .expected(near.isEmpty() ? "" : String.join("、", near) + "（相近的表号）");
    }

    private void county(FormAnchor anchor, boolean mandatory) {
        file.add(
                        mandatory ? Severity.MANDATORY : Severity.HINT,
                        "COUNTY-TABLE",
                        "这是县级综合表“" + PlainText.shortened(anchor.text()) + "”，不是报送的报表，未读取",
                        "综合表由县里汇总生成，不用报送。")
                .instance(anchor.cell().toString())
                .at(anchor.cell())
                .read(PlainText.shortened(anchor.text()));
    }

    private void alike(SheetView view, List<Form> forms) {
        String titles = forms.stream()
                .limit(3)
                .map(form -> "“" + form.code() + " " + form.title() + "”")
                .collect(Collectors.joining("或"));
        file.mandatory(
                        "UNKNOWN-FORM",
                        "工作表“" + view.sheet().name() + "”像是" + titles + "，但没有写表号，不能认定，未采集",
                        "是报表的，请用下发的表式填写，并写明表号和填报单位；不是报表的，请从工作簿中删去这张工作表。")
                .instance(view.sheet().name())
                .at(view.first().map(cell -> view.at(cell.row(), cell.column())).stream()
                        .toList());
    }
}
