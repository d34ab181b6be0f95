package io.communique.ingest.fetch;

import io.communique.contract.page.Bytes;
import io.communique.ingest.url.CanonicalUrl;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.Dns;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * Asks for one address, within limits: a deadline for the whole exchange, a size for the decoded body, a number of redirects, and
 * addresses that are off limits. Certificates are always verified. Safe to share between threads.
 */
public final class Fetcher implements AutoCloseable {
    private static final int REDIRECTS_MAX = 5;

    private final OkHttpClient client;
    private final String userAgent;
    private final long bodyBytesMax;
    private final Clock clock;
    private volatile boolean closed;

    /**
     * Makes a fetcher.
     *
     * @param userAgent names us and where to reach us
     * @param bodyBytesMax most bytes of a body after decoding, so that a small compressed body cannot become a large one
     * @param deadline for one hop from connecting to the last byte of the body
     */
    public Fetcher(String userAgent, long bodyBytesMax, Duration deadline, AddressGuard guard, Clock clock) {
        this.userAgent = userAgent;
        this.bodyBytesMax = bodyBytesMax;
        this.clock = clock;
        this.client = new OkHttpClient.Builder()
                .callTimeout(deadline)
                .followRedirects(false)
                .followSslRedirects(false)
                .dns(new GuardedDns(guard))
                // The resolver is not asked about literal addresses; the connection's own address is the last word.
                .addNetworkInterceptor(chain -> guarded(chain, guard))
                .build();
    }

    /**
     * Fetches {@code url}, following redirects as long as {@code mayFollow} says so.
     *
     * @param mayFollow asked for each address that a redirect names, before it is asked for
     * @throws CancellationException if the fetcher was closed meanwhile: what the call would say is about us, not about the site
     */
    public FetchOutcome fetch(URI url, Validators validators, Predicate<URI> mayFollow) {
        return fetch(url, validators, mayFollow, bodyBytesMax);
    }

    /**
     * Fetches {@code url} as {@link #fetch(URI, Validators, Predicate)} does, with a limit of its own.
     *
     * @param bytesMax most bytes of the body; the fetcher's own limit holds too
     */
    public FetchOutcome fetch(URI url, Validators validators, Predicate<URI> mayFollow, long bytesMax) {
        long limit = Math.min(bytesMax, bodyBytesMax);
        URI at = url;
        for (int hop = 0; hop <= REDIRECTS_MAX; hop++) {
            try (Response response = call(at, validators).execute()) {
                Optional<URI> target = redirect(response, at);
                if (target.isEmpty()) {
                    return outcome(response, at, limit);
                }
                if (!mayFollow.test(target.get())) {
                    return new FetchOutcome.Refused("redirect-off-site");
                }
                at = target.get();
            } catch (OffLimitsException e) {
                return new FetchOutcome.Refused("address-guard");
            } catch (IOException e) {
                return failed(reason(e));
            }
        }
        return new FetchOutcome.Failed("too-many-redirects", false, Duration.ZERO);
    }

    /** Asks {@code url} by POST, as the search forms of lists want it; a redirect is not followed. */
    public FetchOutcome post(URI url, String body, String bodyType) {
        Request request = call(url, Validators.none())
                .request()
                .newBuilder()
                .post(RequestBody.create(body, MediaType.get(bodyType)))
                .build();
        try (Response response = client.newCall(request).execute()) {
            return outcome(response, url, bodyBytesMax);
        } catch (OffLimitsException e) {
            return new FetchOutcome.Refused("address-guard");
        } catch (IOException e) {
            return failed(reason(e));
        }
    }

    /** Ends whatever is under way. */
    @Override
    public void close() {
        closed = true;
        client.dispatcher().cancelAll();
        client.connectionPool().evictAll();
        client.dispatcher().executorService().shutdown();
    }

    private static String reason(IOException e) {
        if (e instanceof UnknownHostException) {
            return "unknown-host";
        }
        if (e instanceof InterruptedIOException) {
            return "timeout";
        }
        return e instanceof SSLException ? "tls" : "connection";
    }

    private FetchOutcome failed(String reason) {
        if (closed) {
            throw new CancellationException("fetching was stopped");
        }
        return new FetchOutcome.Failed(reason, true, Duration.ZERO);
    }

    private Call call(URI url, Validators validators) {
        Request.Builder request = new Request.Builder()
                .url(url.toString())
                .header("User-Agent", userAgent)
                .header(
                        "Accept",
                        "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/xml;q=0.9,*/*;q=0.5");
        validators.etag().ifPresent(etag -> request.header("If-None-Match", etag));
        validators.lastModified().ifPresent(modified -> request.header("If-Modified-Since", modified));
        return client.newCall(request.build());
    }

    private static Optional<URI> redirect(Response response, URI from) {
        return switch (response.code()) {
            case 301, 302, 303, 307, 308 ->
                Optional.ofNullable(response.header("Location"))
                        .flatMap(location -> CanonicalUrl.resolve(from, location));
            default -> Optional.empty();
        };
    }

    private FetchOutcome outcome(Response response, URI url, long limit) throws IOException {
        int status = response.code();
        if (status == 304) {
            return new FetchOutcome.Unchanged();
        }
        if (response.isSuccessful()) {
            return body(response, url, limit);
        }
        if (status == 401 || status == 403 || status == 451) {
            return new FetchOutcome.Refused("http-" + status);
        }
        return new FetchOutcome.Failed("http-" + status, status == 429 || status >= 500, retryAfter(response));
    }

    private FetchOutcome body(Response response, URI url, long limit) throws IOException {
        BufferedSource source = response.body().source();
        if (source.request(limit + 1)) {
            return new FetchOutcome.TooLarge(limit);
        }
        return new FetchOutcome.Fetched(
                url,
                response.code(),
                Optional.ofNullable(response.header("Content-Type")),
                Optional.ofNullable(response.header("ETag")),
                Optional.ofNullable(response.header("Last-Modified")),
                Bytes.copyOf(source.readByteArray()),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /** RFC 9110 section 10.2.3: seconds, or an HTTP date. */
    private Duration retryAfter(Response response) {
        String value = response.header("Retry-After");
        if (value == null) {
            return Duration.ZERO;
        }
        if (value.strip().matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(value.strip()));
        }
        try {
            Instant until = ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration wait = Duration.between(clock.instant(), until);
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }

    private static Response guarded(Interceptor.Chain chain, AddressGuard guard) throws IOException {
        Connection connection = chain.connection();
        String host = chain.request().url().host();
        if (connection == null || !guard.allows(host, connection.socket().getInetAddress())) {
            throw new OffLimitsException(host);
        }
        return chain.proceed(chain.request());
    }

    private record GuardedDns(AddressGuard guard) implements Dns {
        @Override
        public List<InetAddress> lookup(String host) throws UnknownHostException {
            List<InetAddress> allowed = new ArrayList<>(Dns.SYSTEM.lookup(host));
            allowed.removeIf(address -> !guard.allows(host, address));
            if (allowed.isEmpty()) {
                throw new OffLimitsException(host);
            }
            return allowed;
        }
    }

    private static final class OffLimitsException extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        OffLimitsException(String host) {
            super(host + " lies inside a network that is off limits");
        }
    }
}
