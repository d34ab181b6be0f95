package io.communique.ingest.fetch;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Trusts what the platform's authorities vouch for, with certificates at hand that servers forget to send.
 *
 * <p>An intermediate certificate closes the gap in a chain and vouches for nothing by itself: the completed chain must still end at one of
 * the platform's authorities, be in date, and bear the server's name. There is no way to switch this off.
 */
public final class ServerTrust implements X509TrustManager {
    /** Longer chains are refused by the platform in any case. */
    private static final int CHAIN_MAX = 10;

    private final X509TrustManager authorities;
    private final List<X509Certificate> intermediates;

    ServerTrust(X509TrustManager authorities, List<X509Certificate> intermediates) {
        this.authorities = authorities;
        this.intermediates = List.copyOf(intermediates);
    }

    /**
     * Makes the trust of this Java platform.
     *
     * @param intermediates for chains with a gap; may be empty
     */
    public static ServerTrust ofPlatform(List<X509Certificate> intermediates) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((@Nullable KeyStore) null);
            return Arrays.stream(factory.getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .map(manager -> new ServerTrust((X509TrustManager) manager, intermediates))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("this Java platform trusts no authorities"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform's authorities cannot be read", e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        authorities.checkServerTrusted(completed(chain), authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("nobody connects to us");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return authorities.getAcceptedIssuers();
    }

    /** The chain as it was sent, and behind it what leads further. */
    private X509Certificate[] completed(X509Certificate[] sent) {
        List<X509Certificate> chain = new ArrayList<>(Arrays.asList(sent));
        while (!chain.isEmpty() && chain.size() < CHAIN_MAX) {
            Optional<X509Certificate> issuer = issuer(chain.get(chain.size() - 1));
            if (issuer.isEmpty() || chain.contains(issuer.get())) {
                break;
            }
            chain.add(issuer.get());
        }
        return chain.toArray(new X509Certificate[0]);
    }

    private Optional<X509Certificate> issuer(X509Certificate certificate) {
        return intermediates.stream()
                .filter(candidate -> candidate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()))
                .filter(candidate -> isSignedBy(certificate, candidate))
                .findFirst();
    }

    private static boolean isSignedBy(X509Certificate certificate, X509Certificate issuer) {
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
