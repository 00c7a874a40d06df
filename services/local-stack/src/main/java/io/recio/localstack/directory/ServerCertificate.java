package io.recio.localstack.directory;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate for 127.0.0.1 and localhost, and the authority that signed it, made by the JDK's keytool when missing.
 *
 * @param server key store (PKCS #12) with the key under {@link #ALIAS}
 * @param trusted trust store (PKCS #12) with the authority alone
 * @param password of both
 */
public record ServerCertificate(Path server, Path trusted, String password) {

    public static final String ALIAS = "server";

    private static final String AUTHORITY = "authority";
    private static final String STORE_KIND = "PKCS12";

    /** The one of that name among the secrets. */
    public static ServerCertificate of(Secrets secrets, Path directory, String name) {
        ServerCertificate certificate = new ServerCertificate(
                directory.resolve(name + "-server.p12"),
                directory.resolve(name + "-trusted.p12"),
                secrets.secret(name + "-password"));
        if (!Files.exists(certificate.server) || !Files.exists(certificate.trusted)) {
            certificate.make(name);
        }
        return certificate;
    }

    /** For clients that trust the authority alone. */
    public SSLContext trusting() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(STORE_KIND);
        try (InputStream in = Files.newInputStream(trusted)) {
            store.load(in, password.toCharArray());
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private void make(String name) {
        try {
            Files.deleteIfExists(server);
            keytool(AUTHORITY, "CN=" + name + " authority", "-ext", "bc:c");
            keytool(ALIAS, "CN=" + name, "-signer", AUTHORITY, "-ext", "san=ip:127.0.0.1,dns:localhost");
            KeyStore made = KeyStore.getInstance(STORE_KIND);
            try (InputStream in = Files.newInputStream(server)) {
                made.load(in, password.toCharArray());
            }
            KeyStore trust = KeyStore.getInstance(STORE_KIND);
            trust.load(null, null);
            trust.setCertificateEntry(AUTHORITY, made.getCertificate(AUTHORITY));
            write(trust, trusted);
            // Nothing more is to be signed: the authority's key is not kept.
            made.deleteEntry(AUTHORITY);
            write(made, server);
        } catch (IOException e) {
            throw new UncheckedIOException("certificate cannot be written: " + server, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("certificate cannot be read back: " + server, e);
        }
    }

    private void write(KeyStore store, Path file) throws IOException, GeneralSecurityException {
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password.toCharArray());
        }
    }

    private void keytool(String alias, String owner, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "825",
                "-keystore",
                server.toString(),
                "-storetype",
                STORE_KIND,
                "-storepass:env",
                "RECIO_STORE_PASSWORD",
                "-alias",
                alias,
                "-dname",
                owner));
        command.addAll(List.of(more));
        ProcessBuilder keytool = new ProcessBuilder(command).redirectErrorStream(true);
        keytool.environment().put("RECIO_STORE_PASSWORD", password);
        Process process = keytool.start();
        String said = new String(process.getInputStream().readAllBytes());
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException("keytool must make " + owner + ", said: " + said.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a certificate was made", e);
        }
    }
}
