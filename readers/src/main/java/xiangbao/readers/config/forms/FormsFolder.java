package xiangbao.readers.config.forms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xiangbao.readers.config.documents.ConfigurationFolder;
import xiangbao.readers.config.documents.Mistakes;
import xiangbao.readers.config.documents.YamlValue;
import xiangbao.readers.config.formulas.Gathering;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.relations.FormRules;

/** {@code forms/}: the forms, one a file that is called as its 表号. */
public final class FormsFolder {
    private static final String FORMS = "forms";
    private static final String EXTENSION = ".yaml";

    private FormsFolder() {}

    /** The name of a form's file within the configuration folder. */
    public static String file(FormCode code) {
        return FORMS + "/" + code + EXTENSION;
    }

    public static Map<FormCode, FormRules> read(ConfigurationFolder folder, Gathering gathering, Mistakes mistakes) {
        Map<FormCode, FormRules> forms = new LinkedHashMap<>();
        List<String> fileNames = folder.names(FORMS);
        if (fileNames.isEmpty()) {
            mistakes.add(FORMS, 0, "没有报表");
        }
        for (String fileName : fileNames) {
            String name = FORMS + "/" + fileName;
            String stem =
                    fileName.endsWith(EXTENSION) ? fileName.substring(0, fileName.length() - EXTENSION.length()) : "";
            if (stem.isBlank() || stem.contains(":")) {
                mistakes.add(name, 0, "这个文件夹里只放报表，文件名为“表号" + EXTENSION + "”");
                continue;
            }
            FormCode code = new FormCode(stem);
            Optional<YamlValue> root = folder.file(name).flatMap(file -> file.yaml(mistakes));
            if (root.isPresent() && root.get().isMapping()) {
                forms.put(code, FormFile.read(root.get(), code, gathering));
            } else {
                root.ifPresent(YamlValue::entries);
                gathering.unread().form(code);
            }
        }
        return forms;
    }
}
