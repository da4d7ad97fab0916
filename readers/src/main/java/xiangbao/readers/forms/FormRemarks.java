package xiangbao.readers.forms;

import xiangbao.readers.forms.findings.FormFindings;
import xiangbao.readers.forms.recognition.FormAnchor;
import xiangbao.readers.forms.recognition.Likeness;
import xiangbao.readers.forms.sheet.SheetView;
import xiangbao.readers.forms.wording.PlainText;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.units.ReportingUnit;

/** Words what is said of a form as a whole, whatever its table holds. */
final class FormRemarks {
    private final Form form;
    private final FormAnchor anchor;
    private final FormFindings findings;

    /** @param findings those of the form, or of the file where there will be no form */
    FormRemarks(Form form, FormAnchor anchor, FormFindings findings) {
        this.form = form;
        this.anchor = anchor;
        this.findings = findings;
    }

    /** A 表号 without the form's table. */
    void withoutTable() {
        findings.mandatory(
                        "UNKNOWN-FORM",
                        "写着表号“" + form.code() + "”，但找不到" + (form.layout() == Layout.LEDGER ? "台账的表头" : "“代码”栏")
                                + "，不是现行表式",
                        "请下载现行表式“" + form.code() + " " + form.title() + "”重新填报。")
                .instance(anchor.cell().toString())
                .at(anchor.cell())
                .read(anchor.text())
                .expected(form.code() + " " + form.title());
    }

    void severalUnits() {
        findings.mandatory("AMBIGUOUS-FORM", form.code() + " " + form.title() + "的填报单位写了不止一个", "请每个乡镇各报一张表。")
                .instance(anchor.cell().toString())
                .at(anchor.cell())
                .expected("一表一个填报单位");
    }

    /** What makes a form returned that is known by everything but its 表号. */
    void uncoded(Likeness likeness) {
        String typed = PlainText.shortened(anchor.text());
        findings.mandatory(
                        "FORM-CODE",
                        typed.isEmpty() ? "表号没有写" : "表号写成了“" + typed + "”",
                        "按“" + form.code() + " " + form.title() + "”识别：" + likeness.why() + "。请在 "
                                + anchor.cell().address() + " 写明“表号：" + form.code()
                                + "”后重新报送；不是这张表的，请用下发的表式填报。")
                .at(anchor.cell())
                .read(typed)
                .expected(form.code().text());
    }

    void disabled() {
        findings.mandatory(
                        "FORM-DISABLED", form.code() + " " + form.title() + "现已停用，不收", "本表不用报送，请从工作簿中删去；有疑问请与县统计局联系。")
                .at(anchor.cell())
                .read(form.code().text());
    }

    void notOwed(ReportingUnit unit) {
        findings.mandatory("FORM-NOT-OWED", unit.name() + "不填报本表", "请核对填报单位；本单位不用报送这张表。")
                .at(anchor.cell())
                .read(unit.name());
    }

    /** A heading that was carried over into a workbook made for a later period. */
    void madeFor(ReferencePeriod later, ReferencePeriod period, CellReference heading) {
        findings.query(
                        "PERIOD-EARLIER",
                        "表内报告期是“" + period.title() + "”，说明里的报送期限却是“" + later.title() + "”的",
                        "如果报的是" + later.title() + "，请改正表头的报告期后重新报送；确实是" + period.title() + "的，请在审核说明里写明原因。")
                .at(heading)
                .read(period.title());
    }

    void hidden(SheetView view) {
        findings.hint("HIDDEN-SHEET", "本表在隐藏的工作表中，看得见的工作表里没有数据，已读取", "请取消隐藏后核对。")
                .at(anchor.cell())
                .read(view.sheet().name());
    }
}
