package xiangbao.jobs.reminders;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A mail to a unit.
 *
 * @param id by which the mail is known everywhere, without angle brackets
 * @param to one mail to all of them
 * @param attachments workbooks
 */
public record Letter(String id, List<String> to, String subject, String text, List<Path> attachments, Instant written) {
    public Letter {
        to = List.copyOf(to);
        attachments = List.copyOf(attachments);
    }

    /** Whom it goes to, so that one who knows the addresses recognises them and nobody else learns them. */
    public static String shortened(List<String> addresses) {
        return String.join("|", addresses.stream().map(Letter::shortened).toList());
    }

    static String shortened(String address) {
        int at = address.indexOf('@');
        return at < 0 ? "***" : address.substring(0, Math.min(2, at)) + "***" + address.substring(at);
    }
}
