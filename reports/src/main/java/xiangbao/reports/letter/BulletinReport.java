package xiangbao.reports.letter;

import xiangbao.reports.county.CountyReport;
import xiangbao.reports.county.CountyResult;
import xiangbao.reports.template.LetterTemplate;
import xiangbao.reports.template.TemplateNeeds;

/** 情况通报: the period in words, as a letter of the office that leads the plan. */
public final class BulletinReport implements CountyReport {
    static final String TEMPLATE = "情况通报.docx";
    static final String DISCLAIMER = "乡镇调度数，非法定统计数据";

    @Override
    public void write(CountyResult result, Desk desk) {
        if (!result.reportings().isEmpty()) {
            desk.put(TEMPLATE, () -> {
                Bulletin bulletin = new Bulletin(result);
                try (LetterTemplate letter = LetterTemplate.open(desk.template(TEMPLATE))) {
                    letter.paragraphs(bulletin.paragraphs());
                    letter.fill(bulletin::word);
                    return letter.finish();
                }
            });
        }
    }

    @Override
    public void check(TemplateNeeds needs) {
        needs.letter(TEMPLATE, Bulletin.MARKERS, Bulletin.WORDS, Bulletin.TOLD, DISCLAIMER);
    }
}
