package io.communique.app.operate;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.communique.desk.alert.Mail;
import io.communique.desk.alert.Postman;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;

/**
 * Hands mail to an SMTP server (RFC 5321), a connection for each message, with its text plain and as HTML.
 *
 * <p>{@code smtps://} speaks TLS from the beginning (RFC 8314, port 465), {@code smtp://} begins it with STARTTLS (RFC 3207, port 587), and goes no further
 * with a server that does not; {@code smtp-plain://} (port 25) is for a relay beside the desk, and encrypts nothing. Certificates are verified.
 */
public final class SmtpPostman implements Postman {
    private static final Duration ANSWER = Duration.ofSeconds(20);

    private final URI server;
    private final Security security;
    private final Optional<String> password;
    private final InternetAddress from;
    private final Session session;
    private final Clock clock;

    /**
     * Makes one; the server is asked for when there is mail.
     *
     * @param server {@code smtp[s]://[user@]host[:port]}
     * @param password of the user; empty if the server asks for none
     * @param from the sender's address, perhaps with a name
     * @throws IllegalArgumentException if the server or the sender cannot be one; the message says why
     */
    public SmtpPostman(URI server, Optional<String> password, String from, Clock clock) {
        this.server = server;
        this.security = Security.of(server);
        this.password = password;
        this.from = address(from);
        this.session = Session.getInstance(properties());
        this.clock = clock;
        if (server.getHost() == null
                || (server.getUserInfo() != null && server.getUserInfo().contains(":"))) {
            throw new IllegalArgumentException(
                    "a mail server is named as smtps://user@host, its password by the environment alone");
        }
        if (password.isPresent() != (server.getUserInfo() != null)) {
            throw new IllegalArgumentException("a mail server has both a user and a password, or neither");
        }
    }

    private static InternetAddress address(String text) {
        try {
            InternetAddress address = new InternetAddress(text, true);
            address.validate();
            return address;
        } catch (MessagingException e) {
            throw new IllegalArgumentException("mail cannot come from " + text + ": " + e.getMessage(), e);
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        String prefix = "mail." + security.protocol + ".";
        String millis = String.valueOf(ANSWER.toMillis());
        properties.put(prefix + "connectiontimeout", millis);
        properties.put(prefix + "timeout", millis);
        properties.put(prefix + "writetimeout", millis);
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "auth", String.valueOf(password.isPresent()));
        if (security == Security.STARTTLS) {
            properties.put(prefix + "starttls.enable", "true");
            properties.put(prefix + "starttls.required", "true");
        }
        return properties;
    }

    @Override
    public void send(Mail mail) throws IOException {
        try (Transport transport = session.getTransport(security.protocol)) {
            transport.connect(
                    server.getHost(),
                    server.getPort() < 0 ? security.port : server.getPort(),
                    server.getUserInfo(),
                    password.orElse(null));
            MimeMessage message = message(mail);
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException e) {
            throw new IOException("the mail server did not take it: " + e.getMessage(), e);
        }
    }

    private MimeMessage message(Mail mail) throws MessagingException {
        MimeMessage message = new Identified(session, mail.id(), from.getAddress());
        message.setFrom(from);
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
        message.setSubject(mail.subject(), UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        // RFC 3834: no vacation note answers it.
        message.setHeader("Auto-Submitted", "auto-generated");
        MimeBodyPart text = new MimeBodyPart();
        text.setText(mail.text(), UTF_8.name());
        MimeBodyPart html = new MimeBodyPart();
        html.setText(mail.html(), UTF_8.name(), "html");
        message.setContent(new MimeMultipart("alternative", text, html));
        message.saveChanges();
        return message;
    }

    private enum Security {
        TLS("smtps", 465),
        STARTTLS("smtp", 587),
        NONE("smtp", 25);

        private final String protocol;
        private final int port;

        Security(String protocol, int port) {
            this.protocol = protocol;
            this.port = port;
        }

        static Security of(URI server) {
            return switch (String.valueOf(server.getScheme())) {
                case "smtps" -> TLS;
                case "smtp" -> STARTTLS;
                case "smtp-plain" -> NONE;
                default ->
                    throw new IllegalArgumentException(
                            "a mail server is named as smtps://host, smtp://host or smtp-plain://host: " + server);
            };
        }
    }

    /** One message has one Message-ID however often it is sent, so that who has it already does not show it twice. */
    private static final class Identified extends MimeMessage {
        private final String id;

        Identified(Session session, String id, String from) {
            super(session);
            this.id = "<" + id + from.substring(from.lastIndexOf('@')) + ">";
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
