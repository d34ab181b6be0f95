package io.communique.ingest.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import okhttp3.Connection;
import okhttp3.Dns;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/** HTTP clients that reach what an {@link AddressGuard} allows, and follow no redirect by themselves. */
public final class GuardedHttp {
    private static final Pattern LITERAL_4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    private GuardedHttp() {}

    /** Begins a client. */
    public static OkHttpClient.Builder builder(AddressGuard guard) {
        return new OkHttpClient.Builder()
                .followRedirects(false)
                .followSslRedirects(false)
                .dns(new GuardedDns(guard))
                // The resolver is not asked about literal addresses, and even a connection that is dropped at once
                // tells who listens there.
                .addInterceptor(chain -> literal(chain, guard))
                // The connection's own address is the last word.
                .addNetworkInterceptor(chain -> guarded(chain, guard));
    }

    private static Response literal(Interceptor.Chain chain, AddressGuard guard) throws IOException {
        String host = chain.request().url().host();
        boolean isLiteral = host.contains(":") || LITERAL_4.matcher(host).matches();
        if (isLiteral && !guard.allows(host, InetAddress.getAllByName(host)[0])) {
            throw new OffLimitsException(host);
        }
        return chain.proceed(chain.request());
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
}
