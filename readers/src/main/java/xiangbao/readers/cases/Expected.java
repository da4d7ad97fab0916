package xiangbao.readers.cases;

import java.util.ArrayList;
import java.util.List;
import xiangbao.statistics.cases.CaseCells;
import xiangbao.statistics.forms.Form;

/** What stands behind the arrow: the cell that is marked first, and words of the message. */
record Expected(String firstCell, List<String> mentions) {
    static Expected of(Form form, String text) throws CaseMistake {
        String firstCell = "";
        List<String> mentions = new ArrayList<>();
        for (String part : Changes.parts(text)) {
            if (part.startsWith("首格")) {
                CaseCells.Cell cell = CaseWords.cell(form, part.substring(2).strip());
                firstCell = CaseCells.name(form, cell.line(), cell.item());
            } else if (part.startsWith("写明")) {
                mentions.add(part.substring(2).strip().replaceAll("^[“\"]|[”\"]$", ""));
            } else {
                throw new CaseMistake("箭头后面写“首格 04”或“写明 “…””，看不懂“" + part + "”");
            }
        }
        return new Expected(firstCell, List.copyOf(mentions));
    }
}
