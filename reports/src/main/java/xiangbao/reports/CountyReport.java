package xiangbao.reports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A kind of county report. A result may call for several files of it, or for none. */
interface CountyReport {
    /** Puts on the desk what the result calls for; the same result gives the same bytes. */
    void write(CountyResult result, Desk desk) throws IOException;

    /** Says what its templates must have. */
    void check(Needs needs);

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

    /** What a template can name that the configuration describes. */
    enum Named {
        TARGET(" plan.yaml 里的目标代码（如 S01）"),
        INDICATOR("启用的报表里的指标（如 平31-1:05.1、平31-1:普及率）");

        private final String title;

        Named(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /** What templates must have. */
    interface Needs {
        void sheet(String template, String sheet, List<String> anchors);

        /** A sheet that is no longer used. */
        void without(String template, String sheet, String instead);

        /**
         * A letter that has no other tokens than these.
         *
         * @param markers become paragraphs
         * @param words are filled in
         * @param told are filled in and say of what: of the first for certain, and perhaps of the others
         * @param everyPage a text that every footer must have
         */
        void letter(
                String template,
                Set<String> markers,
                Set<String> words,
                Map<String, List<Named>> told,
                String everyPage);

        /** Which tokens may stand on a sheet; another one could not be filled. */
        void tokens(String template, String sheet, Set<String> known);
    }
}
