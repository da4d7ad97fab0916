package xiangbao.readers.config.units;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a name can be that of a folder wherever the program runs and wherever its folders are copied to, Windows included. */
final class FolderNames {
    private static final int LONGEST = 60;
    private static final Pattern BANNED = Pattern.compile("[\\\\/:*?\"<>|]");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]");
    private static final Pattern DEVICE =
            Pattern.compile("(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\\$|conout\\$)(\\..*)?");

    private FolderNames() {}

    /** What is wrong with a name; empty when nothing is. */
    static Optional<String> mistake(String name) {
        Matcher invisible = INVISIBLE.matcher(name);
        if (invisible.find()) {
            return Optional.of(
                    "含有看不见的字符（U+" + String.format(Locale.ROOT, "%04X", name.codePointAt(invisible.start())) + "）");
        }
        Matcher banned = BANNED.matcher(name);
        if (banned.find()) {
            return Optional.of("含有“" + banned.group() + "”");
        }
        if (name.codePointCount(0, name.length()) > LONGEST) {
            return Optional.of("有" + name.codePointCount(0, name.length()) + "个字，最多" + LONGEST + "个字");
        }
        if (name.startsWith(".") || name.endsWith(".")) {
            return Optional.of("以点号开头或结尾");
        }
        if (!name.equals(name.strip())) {
            return Optional.of("以空格开头或结尾");
        }
        if (DEVICE.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
            return Optional.of("是 Windows 的设备名");
        }
        return Optional.empty();
    }
}
