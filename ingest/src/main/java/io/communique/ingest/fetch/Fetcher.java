package io.communique.ingest.fetch;

import io.communique.contract.page.Bytes;
import io.communique.ingest.url.CanonicalUrl;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/**
 * Asks for one address, within limits: a deadline for everything together, a size for the decoded body and how far it may have been
 * compressed, a number of redirects, and addresses that are off limits. Certificates are always verified. Safe to share between threads.
 */
public final class Fetcher implements AutoCloseable {
    private static final int REDIRECTS_MAX = 5;
    /** Validators and types of real servers are shorter; what is longer is left out. */
    private static final int HEADER_CHARS_MAX = 1_024;
    /** Bodies are looked at in steps of this many bytes, so that a small one that unpacks to a large one is seen in time. */
    private static final long STEP = 64 << 10;
    /** Up to here nobody asks how a body was compressed. */
    private static final long ANY_RATIO_BYTES = 1 << 20;
    /** Text compresses ten times, tables of blanks fifty times; a thousand times is made on purpose. */
    private static final long RATIO_MAX = 200;
    /** Codings that we do not ask for. What else stands in the header, some servers write there by mistake. */
    private static final Pattern UNKNOWN_CODING =
            Pattern.compile("(?i).*\\b(?:br|zstd|deflate|compress|x-compress|x-gzip|gzip|dcb|dcz)\\b.*");

    private static final Pattern SENDABLE = Pattern.compile("[\\x20-\\x7e]+");

    private final OkHttpClient client;
    private final String userAgent;
    private final long bodyBytesMax;
    private final Duration deadline;
    private final Clock clock;
    private final Consumer<Exchange> account;
    private volatile boolean closed;

    /** Makes a fetcher that trusts what the platform trusts and keeps no account. */
    public Fetcher(String userAgent, long bodyBytesMax, Duration deadline, AddressGuard guard, Clock clock) {
        this(userAgent, bodyBytesMax, deadline, guard, clock, ServerTrust.ofPlatform(List.of()), exchange -> {});
    }

    /**
     * Makes a fetcher.
     *
     * @param userAgent names us and where to reach us
     * @param bodyBytesMax most bytes of a body after decoding, so that a small compressed body cannot become a large one
     * @param deadline from the first connection to the last byte of the body, redirects and all
     * @param account told of each request when its answer was read, from the thread that asked
     */
    public Fetcher(
            String userAgent,
            long bodyBytesMax,
            Duration deadline,
            AddressGuard guard,
            Clock clock,
            ServerTrust trust,
            Consumer<Exchange> account) {
        this.userAgent = userAgent;
        this.bodyBytesMax = bodyBytesMax;
        this.deadline = deadline;
        this.clock = clock;
        this.account = account;
        this.client = GuardedHttp.builder(guard)
                .readTimeout(deadline)
                .sslSocketFactory(sockets(trust), trust)
                .addNetworkInterceptor(Fetcher::observed)
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
        long begun = System.nanoTime();
        URI at = url;
        for (int hop = 0; hop <= REDIRECTS_MAX; hop++) {
            Optional<HttpUrl> address = address(at);
            Duration left = deadline.minusNanos(System.nanoTime() - begun);
            if (address.isEmpty()) {
                return new FetchOutcome.Failed("unusable-address", false, Duration.ZERO);
            }
            if (left.isNegative() || left.isZero()) {
                return failed("timeout");
            }
            Wire wire = new Wire();
            try (Response response =
                    call(request(address.get(), validators, wire).build(), left).execute()) {
                Optional<URI> target = redirect(response, at);
                if (target.isEmpty()) {
                    return outcome(response, at, limit, wire);
                }
                if (!mayFollow.test(target.get())) {
                    return new FetchOutcome.Refused("redirect-off-site", response.code(), target);
                }
                at = target.get();
            } catch (OffLimitsException e) {
                return new FetchOutcome.Refused("address-guard");
            } catch (IOException e) {
                return failed(reason(e));
            } finally {
                wire.reportTo(account);
            }
        }
        return new FetchOutcome.Failed("too-many-redirects", false, Duration.ZERO);
    }

    /** Asks {@code url} by POST, as the search forms of lists want it; a redirect is not followed. */
    public FetchOutcome post(URI url, String body, String bodyType) {
        Optional<HttpUrl> address = address(url);
        if (address.isEmpty()) {
            return new FetchOutcome.Failed("unusable-address", false, Duration.ZERO);
        }
        Wire wire = new Wire();
        Request request = request(address.get(), Validators.none(), wire)
                .post(RequestBody.create(body, MediaType.get(bodyType)))
                .build();
        try (Response response = call(request, deadline).execute()) {
            return outcome(response, url, bodyBytesMax, wire);
        } catch (OffLimitsException e) {
            return new FetchOutcome.Refused("address-guard");
        } catch (IOException e) {
            return failed(reason(e));
        } finally {
            wire.reportTo(account);
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

    private static Optional<HttpUrl> address(URI url) {
        return Optional.ofNullable(HttpUrl.parse(url.toString()))
                .filter(parsed -> AddressGuard.isWebPort(parsed.port()));
    }

    private Request.Builder request(HttpUrl url, Validators validators, Wire wire) {
        Request.Builder request = new Request.Builder()
                .url(url)
                .tag(Wire.class, wire)
                .header("User-Agent", userAgent)
                .header(
                        "Accept",
                        "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/xml;q=0.9,*/*;q=0.5");
        validators.etag().filter(Fetcher::isSendable).ifPresent(etag -> request.header("If-None-Match", etag));
        validators
                .lastModified()
                .filter(Fetcher::isSendable)
                .ifPresent(modified -> request.header("If-Modified-Since", modified));
        return request;
    }

    private Call call(Request request, Duration timeout) {
        Call call = client.newCall(request);
        call.timeout().timeout(timeout.toNanos(), TimeUnit.NANOSECONDS);
        return call;
    }

    /** A server may send what no client can send back. */
    private static boolean isSendable(String value) {
        return SENDABLE.matcher(value).matches();
    }

    private static Optional<URI> redirect(Response response, URI from) {
        return switch (response.code()) {
            case 301, 302, 303, 307, 308 ->
                Optional.ofNullable(response.header("Location"))
                        .flatMap(location -> CanonicalUrl.resolve(from, location));
            default -> Optional.empty();
        };
    }

    private FetchOutcome outcome(Response response, URI url, long limit, Wire wire) throws IOException {
        int status = response.code();
        if (status == 304) {
            return new FetchOutcome.Unchanged();
        }
        Optional<String> barrier = BarrierHeaders.reason(
                status,
                response.headers(),
                status == 202 && response.body().source().exhausted());
        if (barrier.isPresent()) {
            return new FetchOutcome.Refused(barrier.get());
        }
        if (response.isSuccessful()) {
            return body(response, url, limit, wire);
        }
        if (status == 401 || status == 403 || status == 451) {
            return new FetchOutcome.Refused("http-" + status);
        }
        return new FetchOutcome.Failed("http-" + status, status == 429 || status >= 500, retryAfter(response));
    }

    private FetchOutcome body(Response response, URI url, long limit, Wire wire) throws IOException {
        String coding = response.header("Content-Encoding");
        if (coding != null && UNKNOWN_CODING.matcher(coding).matches()) {
            return new FetchOutcome.Failed("content-coding", false, Duration.ZERO);
        }
        BufferedSource source = response.body().source();
        long wanted = Math.min(STEP, limit + 1);
        while (source.request(wanted)) {
            if (wanted > ANY_RATIO_BYTES && wanted > wire.bytes.sum() * RATIO_MAX) {
                return new FetchOutcome.Failed("decompression-ratio", false, Duration.ZERO);
            }
            if (wanted > limit) {
                return new FetchOutcome.TooLarge(limit);
            }
            wanted = Math.min(wanted + STEP, limit + 1);
        }
        return new FetchOutcome.Fetched(
                url,
                response.code(),
                header(response, "Content-Type"),
                header(response, "ETag"),
                header(response, "Last-Modified"),
                Bytes.copyOf(source.readByteArray()),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private static Optional<String> header(Response response, String name) {
        return Optional.ofNullable(response.header(name)).filter(value -> value.length() <= HEADER_CHARS_MAX);
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

    /** Notes what comes over the wire, before any decoding. */
    private static Response observed(Interceptor.Chain chain) throws IOException {
        Request request = chain.request();
        Wire wire = request.tag(Wire.class);
        if (wire == null) {
            throw new IllegalStateException("a request without account: " + request.url());
        }
        wire.asked(request);
        Response response = chain.proceed(request);
        wire.status = response.code();
        ResponseBody body = response.body();
        Response.Builder counted = response.newBuilder()
                .body(ResponseBody.create(
                        Okio.buffer(wire.counting(body.source())), body.contentType(), body.contentLength()));
        if (response.code() == 503 && "0".equals(response.header("Retry-After"))) {
            // The client would ask again at once, but the host's own pace decides.
            counted.removeHeader("Retry-After");
        }
        return counted.build();
    }

    private static SSLSocketFactory sockets(ServerTrust trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform has no TLS", e);
        }
    }

    /** What one request put on the wire. */
    private static final class Wire {
        private final LongAdder bytes = new LongAdder();
        private volatile @Nullable URI url;
        private volatile int status;

        void asked(Request request) {
            url = request.url().uri();
        }

        Source counting(Source body) {
            return new ForwardingSource(body) {
                @Override
                public long read(Buffer sink, long byteCount) throws IOException {
                    long read = super.read(sink, byteCount);
                    if (read > 0) {
                        bytes.add(read);
                    }
                    return read;
                }
            };
        }

        void reportTo(Consumer<Exchange> account) {
            URI asked = url;
            if (asked != null) {
                account.accept(new Exchange(asked, status, bytes.sum()));
            }
        }
    }
}
