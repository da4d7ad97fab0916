package xiangbao.readers.config.units;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import xiangbao.readers.config.documents.CsvLine;

/** Addresses of mail, as they are written in the configuration. */
public final class MailAddresses {
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9._%+=#&'*/?^`{}~!$-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,200}[A-Za-z0-9])?");

    private MailAddresses() {}

    public static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches() && !text.contains("..");
    }

    /** Those of a field, separated by “|”; a mistake for what is none. */
    static List<String> in(CsvLine line, int field) {
        List<String> own = new ArrayList<>();
        for (String part : line.field(field).split("\\|", -1)) {
            String address = part.strip();
            if (address.isEmpty()) {
                continue;
            }
            if (!isAddress(address)) {
                line.wrong("“" + address + "”不是邮箱，应如 tongji@example.cn；几个邮箱之间用“|”分开");
            } else if (!own.contains(address)) {
                own.add(address);
            }
        }
        return own;
    }
}
