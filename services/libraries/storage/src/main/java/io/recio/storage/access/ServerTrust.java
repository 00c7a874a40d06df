package io.recio.storage.access;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Believes a server whose certificate an authority of the file has signed and, where the connection asks for it, was issued
 * for the host we called. A refusal says what was expected and what was found. The file is read at each handshake, so that a
 * renewed one needs no restart. Thread-safe.
 */
final class ServerTrust extends X509ExtendedTrustManager {

    /** Kinds of subject alternative names: RFC 5280, section 4.2.1.6. */
    private static final List<Integer> HOST_NAMES = List.of(2, 7);

    /** Of this process, which has one database: the client closes the connection and keeps the reason to itself. */
    private static final AtomicReference<@Nullable String> REFUSAL = new AtomicReference<>();

    private final Optional<Path> file;

    /**
     * @param file PEM; empty: the authorities this Java knows
     * @throws IllegalStateException when the file cannot be read or holds no certificate
     */
    ServerTrust(Optional<Path> file) {
        this.file = file;
        try {
            authorities();
        } catch (CertificateException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** Why a server was refused last; empty when one has been believed since. */
    static Optional<String> refusal() {
        return Optional.ofNullable(REFUSAL.get());
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String method, SSLEngine engine)
            throws CertificateException {
        try {
            check(chain, method, engine);
            REFUSAL.set(null);
        } catch (CertificateException e) {
            REFUSAL.set(e.getMessage());
            throw e;
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String method) throws CertificateException {
        signedBy(chain, method);
    }

    /** The client speaks through an engine; a socket would not be checked for the host. */
    @Override
    public void checkServerTrusted(X509Certificate[] chain, String method, Socket socket) throws CertificateException {
        throw new CertificateException("server must be reached through an SSLEngine, was through a socket");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String method, SSLEngine engine)
            throws CertificateException {
        checkClientTrusted(chain, method);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String method, Socket socket) throws CertificateException {
        checkClientTrusted(chain, method);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String method) throws CertificateException {
        throw new CertificateException("we are the client: nobody's certificate but the server's is judged here");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }

    private void check(X509Certificate[] chain, String method, SSLEngine engine) throws CertificateException {
        X509ExtendedTrustManager authorities = signedBy(chain, method);
        try {
            authorities.checkServerTrusted(chain, method, engine);
        } catch (CertificateException e) {
            throw new CertificateException(
                    "server's certificate must be for host " + engine.getPeerHost() + ", was for " + namesIn(chain[0]),
                    e);
        }
    }

    private X509ExtendedTrustManager signedBy(X509Certificate[] chain, String method) throws CertificateException {
        X509ExtendedTrustManager authorities = authorities();
        try {
            authorities.checkServerTrusted(chain, method);
            return authorities;
        } catch (CertificateException e) {
            throw new CertificateException(
                    "server's certificate must be signed by an authority of " + source() + ", was issued by "
                            + chain[0].getIssuerX500Principal() + " ("
                            + deepest(e).getMessage() + ")",
                    e);
        }
    }

    private X509ExtendedTrustManager authorities() throws CertificateException {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(file.isPresent() ? store(file.get()) : null);
            for (TrustManager each : factory.getTrustManagers()) {
                if (each instanceof X509ExtendedTrustManager found) {
                    return found;
                }
            }
            throw new CertificateException("this Java must know how to check certificates, does not");
        } catch (GeneralSecurityException | IOException e) {
            throw new CertificateException(
                    "authorities must be certificates in " + source() + ", could not be read: " + e, e);
        }
    }

    private static KeyStore store(Path file) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream pem = Files.newInputStream(file)) {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(pem);
            if (found.isEmpty()) {
                throw new CertificateException("it holds none");
            }
            for (Certificate each : found) {
                store.setCertificateEntry("authority-" + store.size(), each);
            }
        }
        return store;
    }

    private String source() {
        return file.map(Path::toString).orElse("this Java's own list");
    }

    private static String namesIn(X509Certificate certificate) throws CertificateException {
        Collection<List<?>> names = certificate.getSubjectAlternativeNames();
        if (names == null) {
            return certificate.getSubjectX500Principal().getName();
        }
        return names.stream()
                .filter(name -> HOST_NAMES.contains(name.get(0)))
                .map(name -> String.valueOf(name.get(1)))
                .toList()
                .toString();
    }

    private static Throwable deepest(Throwable thrown) {
        Throwable at = thrown;
        while (at.getCause() != null) {
            at = at.getCause();
        }
        return at;
    }
}
