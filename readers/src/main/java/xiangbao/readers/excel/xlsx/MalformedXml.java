package xiangbao.readers.excel.xlsx;

import javax.xml.stream.XMLStreamException;
import xiangbao.readers.excel.workbook.Rejection;
import xiangbao.readers.excel.workbook.Unreadable;

/** What a parser ends in that meets something else than XML, or a limit. */
final class MalformedXml {
    private MalformedXml() {}

    /** A limit that was hit inside the parser comes back wrapped. */
    static Unreadable of(Throwable failure) {
        Throwable cause = failure;
        for (int level = 0; cause != null && level < 10; level++) {
            if (cause instanceof Unreadable unreadable) {
                return unreadable;
            }
            cause = cause instanceof XMLStreamException nested && nested.getNestedException() != null
                    ? nested.getNestedException()
                    : cause.getCause();
        }
        return new Unreadable(Rejection.damaged("内部 XML 格式错误"));
    }
}
