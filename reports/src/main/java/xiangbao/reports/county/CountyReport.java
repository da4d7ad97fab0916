package xiangbao.reports.county;

import java.io.IOException;
import java.nio.file.Path;
import xiangbao.reports.template.TemplateNeeds;

/** A kind of county report. A result may call for several files of it, or for none. */
public interface CountyReport {
    /** Puts on the desk what the result calls for; the same result gives the same bytes. */
    void write(CountyResult result, Desk desk) throws IOException;

    /** Says what its templates must have. */
    void check(TemplateNeeds needs);

    /** Where reports are written. */
    interface Desk {
        /** @param template the file's name in the folder of templates */
        Path template(String template);

        /**
         * Has a file drawn and written, at the same time as others.
         *
         * @param name of the file, below the folder of the run; {@code /} leads into a subfolder
         */
        void put(String name, Drawing drawing);
    }

    /** Draws one file from what nobody changes. */
    interface Drawing {
        byte[] draw() throws IOException;
    }
}
