package io.communique.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;

/** Intermediate certificates in a file, as servers should have sent them. */
final class Intermediates {
    private static final long FILE_BYTES_MAX = 1 << 20;

    private Intermediates() {}

    /**
     * Reads a file of certificates in PEM (RFC 7468).
     *
     * @throws IllegalArgumentException if the file holds anything but intermediate certificates: a server's own or a self-signed one would
     *     not close a gap
     */
    static List<X509Certificate> read(Path file) throws IOException {
        if (Files.size(file) > FILE_BYTES_MAX) {
            throw new IllegalArgumentException("a file of certificates has at most 1 MiB");
        }
        try (InputStream in = Files.newInputStream(file)) {
            List<X509Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            if (certificates.isEmpty()) {
                throw new IllegalArgumentException("holds no certificate");
            }
            certificates.forEach(Intermediates::requireIntermediate);
            return certificates;
        } catch (CertificateException e) {
            throw new IllegalArgumentException("is no file of certificates in PEM", e);
        }
    }

    private static void requireIntermediate(X509Certificate certificate) {
        boolean authority = certificate.getBasicConstraints() >= 0;
        boolean selfIssued = certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
        if (!authority || selfIssued) {
            throw new IllegalArgumentException(
                    certificate.getSubjectX500Principal() + " is no intermediate certificate: only those can be added");
        }
    }
}
