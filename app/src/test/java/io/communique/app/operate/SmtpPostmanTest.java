package io.communique.app.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import io.communique.desk.alert.Mail;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SmtpPostmanTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC);
    private static final Mail MAIL = new Mail(
            "reader@example.org", "abc.1-2", "항만: 2 releases", "Hafenbehörde\n", "<!doctype html><p>Hafenbehörde</p>");

    @RegisterExtension
    private final GreenMailExtension server =
            new GreenMailExtension(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private URI at(String scheme) {
        return URI.create(scheme + "://127.0.0.1:" + server.getSmtp().getPort());
    }

    @Test
    void bothFormsOfTheTextArriveUnderOneMessageId() throws Exception {
        SmtpPostman postman = new SmtpPostman(at("smtp-plain"), Optional.empty(), "The desk <desk@example.org>", NOON);
        postman.send(MAIL);
        postman.send(MAIL);

        MimeMessage[] messages = server.getReceivedMessages();
        assertThat(messages).hasSize(2);
        MimeMessage message = messages[0];
        assertThat(message.getMessageID()).isEqualTo("<abc.1-2@example.org>").isEqualTo(messages[1].getMessageID());
        assertThat(message.getSubject()).isEqualTo("항만: 2 releases");
        assertThat(message.getFrom()[0]).hasToString("The desk <desk@example.org>");
        assertThat(message.getAllRecipients()[0]).hasToString("reader@example.org");
        assertThat(message.getSentDate()).isEqualTo("2026-03-02T12:00:00Z");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        MimeMultipart parts = (MimeMultipart) message.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContent().toString().strip()).isEqualTo("Hafenbehörde");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(parts.getBodyPart(1).getContent().toString().strip())
                .isEqualTo("<!doctype html><p>Hafenbehörde</p>");
    }

    @Test
    void aServerWithoutTlsIsToldNothing() {
        SmtpPostman postman = new SmtpPostman(at("smtp"), Optional.empty(), "desk@example.org", NOON);

        assertThatThrownBy(() -> postman.send(MAIL))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("STARTTLS");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aUserSignsInAndAWrongPasswordIsNamed() throws Exception {
        server.setUser("desk@example.org", "desk", "harbour");
        URI mine = URI.create(at("smtp-plain").toString().replace("//", "//desk@"));

        assertThatThrownBy(() -> new SmtpPostman(mine, Optional.of("wrong"), "desk@example.org", NOON).send(MAIL))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("535");
        new SmtpPostman(mine, Optional.of("harbour"), "desk@example.org", NOON).send(MAIL);
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void whatCannotBeAServerOrASenderIsRefusedAtOnce() {
        assertRefused("https://mail.example", Optional.empty(), "desk@example.org");
        assertRefused("smtps://user:password@mail.example", Optional.of("x"), "desk@example.org");
        assertRefused("smtps://user@mail.example", Optional.empty(), "desk@example.org");
        assertRefused("smtps:///", Optional.empty(), "desk@example.org");
        assertRefused("smtps://mail.example", Optional.empty(), "nobody at all");
        assertRefused("smtps://mail.example", Optional.empty(), "a@example.org\r\nBcc: b@example.org");
    }

    private static void assertRefused(String server, Optional<String> password, String from) {
        assertThatThrownBy(() -> new SmtpPostman(URI.create(server), password, from, NOON))
                .as(server + " " + from)
                .isInstanceOf(IllegalArgumentException.class);
    }
}
