package io.communique.app.command;

import io.communique.app.operate.RunningLine;
import io.communique.app.operate.SmtpPostman;
import io.communique.app.operate.WebhookCourier;
import io.communique.contract.topic.Brokers;
import io.communique.desk.Desk;
import io.communique.desk.DeskConfig;
import io.communique.desk.alert.AlertBook;
import io.communique.desk.alert.AlertTeller;
import io.communique.desk.alert.Courier;
import io.communique.desk.alert.MailRules;
import io.communique.enrich.edition.Revision;
import io.communique.ingest.IngestConfig;
import io.communique.ingest.fetch.AddressGuard;
import io.communique.sink.store.ReleaseQueries;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where the desk opens, and for whom. */
final class DeskOptions {
    /** Only here: a token on a command line is everybody's to read. */
    private static final String OPERATOR_TOKEN = "COMMUNIQUE_DESK_TOKEN";

    private static final String READER_TOKEN = "COMMUNIQUE_DESK_READER_TOKEN";
    private static final String SMTP_PASSWORD = "COMMUNIQUE_SMTP_PASSWORD";

    @SuppressWarnings("NullAway.Init") // Set before any option is read.
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--desk-port",
            paramLabel = "PORT",
            defaultValue = "${env:COMMUNIQUE_DESK_PORT:-8620}",
            description =
                    "Port of the desk, 0 for any free one. Environment: COMMUNIQUE_DESK_PORT. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--desk-host",
            paramLabel = "ADDRESS",
            defaultValue = "${env:COMMUNIQUE_DESK_HOST:-127.0.0.1}",
            description =
                    "Address of this machine that the desk's port is opened on. One that others can reach needs a token in the"
                            + " environment: " + OPERATOR_TOKEN + " for who may pause and retry, and " + READER_TOKEN
                            + " for who may only read. Environment: COMMUNIQUE_DESK_HOST. Default: ${DEFAULT-VALUE}.")
    private String host = "127.0.0.1";

    @Option(
            names = "--desk-requests-per-second",
            paramLabel = "N",
            defaultValue = "${env:COMMUNIQUE_DESK_REQUESTS_PER_SECOND:-" + DeskConfig.REQUESTS_PER_SECOND_DEFAULT + "}",
            description = "Requests that one address may make; further ones are told to wait. Environment:"
                    + " COMMUNIQUE_DESK_REQUESTS_PER_SECOND. Default: ${DEFAULT-VALUE}.")
    private int requestsPerSecond;

    @Nullable
    @Option(
            names = "--alerts",
            paramLabel = "DIR",
            defaultValue = "${env:COMMUNIQUE_ALERTS:-}",
            description =
                    "Directory of saved searches, made if it is not there; this desk then tells their webhooks and readers. One desk at a"
                            + " time can have it. Environment: COMMUNIQUE_ALERTS. Default: there are none.")
    private String alerts;

    @Option(
            names = "--alerts-private-hosts",
            split = ",",
            paramLabel = "HOST",
            defaultValue = "${env:COMMUNIQUE_ALERTS_PRIVATE_HOSTS:-}",
            description = "Hosts inside your own network that webhooks may lead to. Environment:"
                    + " COMMUNIQUE_ALERTS_PRIVATE_HOSTS.")
    private List<String> privateHosts = List.of();

    @Nullable
    @Option(
            names = "--smtp",
            paramLabel = "URL",
            defaultValue = "${env:COMMUNIQUE_SMTP:-}",
            description =
                    "Server that takes the alerts' mail: smtps://user@host (TLS, port 465), smtp://user@host (STARTTLS, port 587), or"
                            + " smtp-plain://host (a relay beside the desk, port 25). The password is taken from the environment: "
                            + SMTP_PASSWORD + ". Environment: COMMUNIQUE_SMTP. Default: alerts go to webhooks alone.")
    private String smtp;

    @Nullable
    @Option(
            names = "--mail-from",
            paramLabel = "ADDRESS",
            defaultValue = "${env:COMMUNIQUE_MAIL_FROM:-}",
            description = "Sender of the alerts' mail, needed with --smtp. Environment: COMMUNIQUE_MAIL_FROM.")
    private String mailFrom;

    @Option(
            names = "--mail-at",
            paramLabel = "HH:MM",
            defaultValue = "${env:COMMUNIQUE_MAIL_AT:-07:00}",
            description =
                    "When the daily mail goes out, in this machine's time zone. Environment: COMMUNIQUE_MAIL_AT. Default: ${DEFAULT-VALUE}.")
    private LocalTime mailAt = LocalTime.of(7, 0);

    @Nullable
    @Option(
            names = "--desk-url",
            paramLabel = "URL",
            defaultValue = "${env:COMMUNIQUE_DESK_URL:-}",
            description =
                    "Where readers find the desk, https://desk.example.org; mail leads there. Environment: COMMUNIQUE_DESK_URL."
                            + " Default: mail leads to the ministries' pages alone.")
    private String deskUrl;

    @Option(
            names = "--desk-proxy",
            split = ",",
            paramLabel = "ADDRESS",
            defaultValue = "${env:COMMUNIQUE_DESK_PROXY:-}",
            description =
                    "Addresses, or networks like 10.0.0.0/8, of a proxy in front that has asked who somebody is, and names them in --desk-user-header."
                            + " Environment: COMMUNIQUE_DESK_PROXY. Default: none.")
    private List<String> proxies = List.of();

    @Option(
            names = "--desk-user-header",
            paramLabel = "NAME",
            defaultValue = "${env:COMMUNIQUE_DESK_USER_HEADER:-X-Forwarded-User}",
            description =
                    "Header of that proxy with the user's name; who is named may read. Environment: COMMUNIQUE_DESK_USER_HEADER. Default:"
                            + " ${DEFAULT-VALUE}.")
    private String userHeader = "X-Forwarded-User";

    @Option(
            names = "--desk-operators",
            split = ",",
            paramLabel = "USER",
            defaultValue = "${env:COMMUNIQUE_DESK_OPERATORS:-}",
            description =
                    "Users of that proxy who may also pause, retry and save alerts. Environment: COMMUNIQUE_DESK_OPERATORS. Default: none.")
    private List<String> operators = List.of();

    DeskConfig config() {
        return Settings.of(
                command,
                () -> new DeskConfig(
                        host,
                        port,
                        Settings.given(System.getenv(OPERATOR_TOKEN)),
                        Settings.given(System.getenv(READER_TOKEN)),
                        proxy(),
                        requestsPerSecond));
    }

    private Optional<DeskConfig.Proxy> proxy() {
        List<String> addresses = given(proxies);
        return addresses.isEmpty()
                ? Optional.empty()
                : Optional.of(new DeskConfig.Proxy(addresses, userHeader, Set.copyOf(given(operators))));
    }

    private static List<String> given(List<String> texts) {
        return texts.stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
    }

    /**
     * Opens the desk and says where.
     *
     * @throws CommandFailedException if the port is taken
     */
    RunningDesk open(DeskConfig config, ReleaseQueries store, Brokers brokers) {
        try {
            return started(config, store, brokers);
        } catch (IllegalStateException e) {
            throw new CommandFailedException(e.getMessage() + "; name another port with --desk-port", e);
        }
    }

    /** Opens the desk, on any free port if its own is taken, and says where. */
    RunningDesk openAnywhere(DeskConfig config, ReleaseQueries store, Brokers brokers) {
        try {
            return started(config, store, brokers);
        } catch (IllegalStateException e) {
            System.err.println(command.qualifiedName() + ": " + e.getMessage() + "; another one is taken");
            return open(config.onPort(0), store, brokers);
        }
    }

    private RunningDesk started(DeskConfig config, ReleaseQueries store, Brokers brokers) {
        RunningLine line = new RunningLine(brokers);
        Optional<AlertTeller.Mails> mails = Settings.of(command, this::mails);
        Optional<AlertBook> book = Settings.given(alerts).map(directory -> book(directory, mails.isPresent()));
        Desk desk;
        try {
            desk = Desk.start(config, store, line, Revision::between, book);
        } catch (IllegalStateException e) {
            book.ifPresent(AlertBook::close);
            throw e;
        }
        Optional<AlertTeller> teller =
                book.map(open -> AlertTeller.start(open, courier(), mails, store, line, Clock.systemUTC()));
        System.err.println(
                command.qualifiedName() + ": the desk is open at http://" + config.host() + ":" + desk.port());
        return new RunningDesk(desk, teller, book);
    }

    private static AlertBook book(String directory, boolean mailing) {
        try {
            return AlertBook.open(Path.of(directory), mailing);
        } catch (UncheckedIOException e) {
            throw new CommandFailedException(String.valueOf(e.getMessage()), e);
        }
    }

    private Optional<AlertTeller.Mails> mails() {
        Optional<String> server = Settings.given(smtp);
        if (server.isEmpty()) {
            return Optional.empty();
        }
        String from = Settings.given(mailFrom)
                .orElseThrow(() -> new IllegalArgumentException("--smtp needs a sender: --mail-from desk@example.org"));
        SmtpPostman postman = new SmtpPostman(
                URI.create(server.get()), Settings.given(System.getenv(SMTP_PASSWORD)), from, Clock.systemUTC());
        MailRules rules = new MailRules(
                mailAt, ZoneId.systemDefault(), Settings.given(deskUrl).map(URI::create));
        return Optional.of(new AlertTeller.Mails(postman, rules));
    }

    private Courier courier() {
        return new WebhookCourier(new AddressGuard(given(privateHosts)), IngestConfig.USER_AGENT_DEFAULT);
    }

    /**
     * The desk and what tells its alerts.
     *
     * @param desk the pages
     * @param teller empty if there are no alerts
     * @param book the alerts; empty if there are none
     */
    record RunningDesk(Desk desk, Optional<AlertTeller> teller, Optional<AlertBook> book) implements AutoCloseable {
        int port() {
            return desk.port();
        }

        @Override
        public void close() {
            teller.ifPresent(AlertTeller::close);
            desk.close();
            book.ifPresent(AlertBook::close);
        }
    }
}
