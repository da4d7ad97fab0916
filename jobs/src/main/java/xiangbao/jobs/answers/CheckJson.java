package xiangbao.jobs.answers;

import java.util.List;
import xiangbao.jobs.outcomes.FileAnswer;

/** What the check before sending found. */
public record CheckJson(String configuration, int exit, List<FileJson> files) {
    public static CheckJson of(String digest, List<FileAnswer> files, int exit) {
        return new CheckJson(digest, exit, files.stream().map(FileJson::of).toList());
    }
}
