package xiangbao.readers.excel.archive;

import xiangbao.readers.excel.workbook.Rejection;
import xiangbao.readers.excel.workbook.Unreadable;

/**
 * A part as the directory of its package lists it.
 *
 * @param size when it is inflated
 * @param header where its own header stands in the package
 */
record PackageEntry(String name, int method, long crc, int compressed, long size, int header) {
    Unreadable damaged() {
        return new Unreadable(Rejection.damaged("内部部分 " + name.replaceAll("[^\\w/.-]", "?") + " 校验不符"));
    }
}
