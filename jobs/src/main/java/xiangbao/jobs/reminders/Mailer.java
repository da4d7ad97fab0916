package xiangbao.jobs.reminders;

import jakarta.activation.DataHandler;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParameterList;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.springframework.core.env.Environment;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Sends letters through the mail server of {@code spring.mail}. When the server is not there or does not let us in, it is not asked again. */
final class Mailer {
    private static final Logger LOG = LoggerFactory.getLogger(Mailer.class);
    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /**
     * What became of a letter.
     *
     * @param note in Chinese, without a full stop; empty when there is nothing to say
     */
    public record Receipt(Fate fate, String note) {
        private static final Receipt SENT = new Receipt(Fate.SENT, "");
    }

    /** Whether a letter went. */
    public enum Fate {
        SENT,
        /** It did not, and may be sent again. */
        REFUSED,
        /** The connection broke on the way: it may have gone. */
        UNCERTAIN
    }

    private final JavaMailSenderImpl sender;
    private final String from;
    private String closed = "";

    private Mailer(JavaMailSenderImpl sender, String from) {
        this.sender = sender;
        this.from = from;
    }

    /** The server that is configured; none when none is. Nothing is connected to yet. */
    public static Optional<Mailer> of(Environment environment) {
        MailProperties settings = Binder.get(environment)
                .bind("spring.mail", MailProperties.class)
                .orElse(null);
        String host = settings == null ? null : settings.getHost();
        if (settings == null || host == null || host.isBlank()) {
            return Optional.empty();
        }
        String user = settings.getUsername();
        String from = environment.getProperty("xiangbao.mail.from", user == null ? "" : user);
        return Optional.of(new Mailer(sender(settings, host), from));
    }

    private static JavaMailSenderImpl sender(MailProperties settings, String host) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(host);
        Integer port = settings.getPort();
        if (port != null) {
            sender.setPort(port);
        }
        sender.setUsername(settings.getUsername());
        sender.setPassword(settings.getPassword());
        String protocol = settings.getProtocol();
        sender.setProtocol(protocol);
        sender.setDefaultEncoding(UTF_8);
        Properties properties = new Properties();
        String prefix = "mail." + protocol + ".";
        // nobody waits for ever for a server that says nothing
        properties.setProperty(prefix + "connectiontimeout", "15000");
        properties.setProperty(prefix + "timeout", "60000");
        properties.setProperty(prefix + "writetimeout", "60000");
        // one wrong address keeps nobody else from being told
        properties.setProperty(prefix + "sendpartial", "true");
        if (settings.getUsername() != null) {
            properties.setProperty(prefix + "auth", "true");
        }
        if (settings.getSsl().isEnabled()) {
            properties.setProperty(prefix + "ssl.enable", "true");
            properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        }
        properties.putAll(settings.getProperties());
        sender.setJavaMailProperties(properties);
        return sender;
    }

    /** The sender's address; empty when nobody said it. */
    public String from() {
        return from.indexOf('@') > 0 ? from : "";
    }

    /** Why nothing can be sent any more, in Chinese; empty while it can. */
    public String closed() {
        return closed;
    }

    /** Sends one letter. Never throws: whatever goes wrong concerns this letter only. */
    public Receipt send(Letter letter) {
        try {
            sender.send(message(letter));
            return Receipt.SENT;
        } catch (MailException failure) {
            LOG.warn("letter {} met with {}", letter.id(), kind(failure));
            return receipt(failure);
        } catch (MessagingException | IOException unwritable) {
            LOG.warn("letter {} could not be written", letter.id(), unwritable);
            return new Receipt(Fate.REFUSED, "邮件没有写成，请检查附件是否还在");
        }
    }

    /** No messages of the server's: they may hold addresses. */
    private static String kind(MailException failure) {
        Exception cause = cause(failure);
        return (cause == null ? failure : cause).getClass().getSimpleName();
    }

    private static @Nullable Exception cause(MailException failure) {
        if (failure instanceof MailSendException sending && sending.getMessageExceptions().length > 0) {
            return sending.getMessageExceptions()[0];
        }
        return failure.getCause() instanceof Exception cause ? cause : null;
    }

    private Receipt receipt(MailException failure) {
        if (failure instanceof MailAuthenticationException) {
            closed = "邮件服务器不接受用户名或口令";
            return new Receipt(Fate.REFUSED, closed);
        }
        if (failure instanceof MailSendException sending && failure.getCause() != null) {
            if (sending.getFailedMessages().isEmpty()) {
                // only the farewell failed
                return Receipt.SENT;
            }
            if (sending.getMessageExceptions().length == 0 || sending.getMessageExceptions()[0] == failure.getCause()) {
                closed = "连不上邮件服务器 " + sender.getHost() + "，请检查地址、端口和网络";
                return new Receipt(Fate.REFUSED, closed);
            }
        }
        return cause(failure) instanceof SendFailedException refused && isAnswered(refused)
                ? refused(refused)
                : new Receipt(Fate.UNCERTAIN, "发送途中连接断开，不知是否送到；确实没有收到的，用 --again 再发");
    }

    /** Whether the server has answered, be it for some of the addresses only, and has not just fallen silent. */
    private static boolean isAnswered(SendFailedException failure) {
        return !(failure instanceof SMTPSendFailedException last) || last.getReturnCode() > 0;
    }

    private static Receipt refused(SendFailedException failure) {
        List<String> not = new ArrayList<>();
        for (Address[] addresses : Arrays.asList(failure.getInvalidAddresses(), failure.getValidUnsentAddresses())) {
            if (addresses != null) {
                Arrays.stream(addresses)
                        .map(one -> Letter.shortened(one.toString()))
                        .forEach(not::add);
            }
        }
        Address[] sent = failure.getValidSentAddresses();
        String note = not.isEmpty() ? "邮件服务器拒收" : "邮件服务器不收这个地址：" + String.join("、", not);
        return new Receipt(sent != null && sent.length > 0 ? Fate.SENT : Fate.REFUSED, note);
    }

    private MimeMessage message(Letter letter) throws MessagingException, IOException {
        MimeMessage message = sender.createMimeMessage();
        message.setHeader("Message-ID", "<" + letter.id() + ">");
        message.setFrom(new InternetAddress(from));
        for (String address : letter.to()) {
            message.addRecipient(Message.RecipientType.TO, new InternetAddress(address));
        }
        message.setSubject(letter.subject(), UTF_8);
        message.setSentDate(Date.from(letter.written()));
        // no answers from machines
        message.setHeader("Auto-Submitted", "auto-generated");
        MimeMultipart parts = new MimeMultipart("mixed");
        MimeBodyPart text = new MimeBodyPart();
        text.setText(letter.text(), UTF_8);
        parts.addBodyPart(text);
        for (Path attachment : letter.attachments()) {
            parts.addBodyPart(workbook(attachment));
        }
        message.setContent(parts);
        return message;
    }

    /** The name is written as the standard says (RFC 2231), and once more as older mail programs expect it. */
    private static MimeBodyPart workbook(Path file) throws MessagingException, IOException {
        String name = String.valueOf(file.getFileName());
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(Files.readAllBytes(file), XLSX)));
        ParameterList parameters = new ParameterList();
        parameters.set("filename", name, UTF_8);
        part.setHeader("Content-Disposition", new ContentDisposition("attachment", parameters).toString());
        String word = "=?UTF-8?B?" + Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8)) + "?=";
        part.setHeader("Content-Type", XLSX + ";\r\n name=\"" + word + "\"");
        return part;
    }
}
