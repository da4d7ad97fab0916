package xiangbao.readers.excel.xlsx;

import xiangbao.readers.excel.workbook.Rejection;
import xiangbao.readers.excel.workbook.Unreadable;
import xiangbao.readers.excel.workbook.Visibility;

/** A sheet in the list of a workbook. */
record SheetEntry(String name, Visibility visibility, String relation) {
    static SheetEntry read(PartParser parser) throws Unreadable {
        String name = parser.attribute("name");
        String relation = parser.relation();
        String state = parser.attribute("state");
        if (name == null || relation == null) {
            throw new Unreadable(Rejection.damaged("工作表目录错误"));
        }
        Visibility visibility = "hidden".equals(state)
                ? Visibility.HIDDEN
                : "veryHidden".equals(state) ? Visibility.VERY_HIDDEN : Visibility.VISIBLE;
        return new SheetEntry(name, visibility, relation);
    }
}
