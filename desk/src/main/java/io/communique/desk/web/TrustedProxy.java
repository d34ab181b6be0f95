package io.communique.desk.web;

import io.communique.desk.DeskConfig;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.eclipse.jetty.util.InetAddressSet;

/** What the proxy in front says of a request; what others say is not heard. */
final class TrustedProxy {
    private final DeskConfig.Proxy proxy;
    private final InetAddressSet addresses = new InetAddressSet();

    TrustedProxy(DeskConfig.Proxy proxy) {
        this.proxy = proxy;
        this.addresses.addAll(proxy.addresses());
    }

    /** Returns whether it brought this request. */
    boolean brought(Context context) {
        try {
            return addresses.test(InetAddress.getByName(context.req().getRemoteAddr()));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("a connection comes from an address", e);
        }
    }

    /** Returns what whoever asks may do. */
    Access.Role role(Context context) {
        return Optional.ofNullable(context.header(proxy.userHeader()))
                .map(String::strip)
                .filter(user -> !user.isEmpty() && brought(context))
                .map(user -> proxy.operators().contains(user) ? Access.Role.OPERATOR : Access.Role.READER)
                .orElse(Access.Role.NOBODY);
    }

    /** Returns the address that asks the proxy, for it is the last to write one down; the proxy's own if it wrote none. */
    String client(Context context) {
        String forwarded =
                Optional.ofNullable(context.header("X-Forwarded-For")).orElse("");
        String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
        return last.isEmpty() ? context.req().getRemoteAddr() : last;
    }
}
