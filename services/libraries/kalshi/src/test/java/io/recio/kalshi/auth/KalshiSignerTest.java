package io.recio.kalshi.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recio.kalshi.FakeClock;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KalshiSignerTest {

    private static final String PATH = "/trade-api/v2/portfolio/balance";
    private static final PSSParameterSpec PSS =
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);

    /** Made once: finding the primes takes seconds. */
    private static final KeyPair RSA = keyPair("RSA");

    private static final KeyPair EDWARDS = keyPair("Ed25519");

    private final FakeClock clock = FakeClock.at("2026-11-22T17:00:00.123Z");

    @Test
    void signsTimeMethodAndPathWithRsaPss() throws Exception {
        Map<String, String> headers = signer(RSA.getPrivate()).headers("GET", PATH);

        assertThat(headers)
                .containsEntry("KALSHI-ACCESS-KEY", "key-1")
                .containsEntry("KALSHI-ACCESS-TIMESTAMP", "1795366800123");
        Signature verifier = Signature.getInstance("RSASSA-PSS");
        verifier.setParameter(PSS);
        verifier.initVerify(RSA.getPublic());
        verifier.update("1795366800123GET/trade-api/v2/portfolio/balance".getBytes(StandardCharsets.UTF_8));
        assertThat(verifier.verify(signature(headers))).isTrue();
    }

    @Test
    void signsTheSameTextWithEd25519() throws Exception {
        Map<String, String> headers = signer(EDWARDS.getPrivate()).headers("DELETE", PATH);

        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(EDWARDS.getPublic());
        verifier.update("1795366800123DELETE/trade-api/v2/portfolio/balance".getBytes(StandardCharsets.UTF_8));
        assertThat(verifier.verify(signature(headers))).isTrue();
    }

    @Test
    void findsTheKindOfKeyByParsing() {
        assertThat(KalshiCredentials.ofPem(
                                "k", pem("PRIVATE KEY", RSA.getPrivate().getEncoded()))
                        .privateKey())
                .isEqualTo(RSA.getPrivate());
        assertThat(KalshiCredentials.ofPem(
                                "k", pem("PRIVATE KEY", EDWARDS.getPrivate().getEncoded()))
                        .privateKey())
                .isEqualTo(EDWARDS.getPrivate());
        assertThat(KalshiCredentials.ofPem("k", pem("RSA PRIVATE KEY", pkcs1(RSA.getPrivate())))
                        .privateKey())
                .isEqualTo(RSA.getPrivate());
    }

    @Test
    void refusesOtherKeysWithoutRepeatingThem() {
        KeyPair curve = keyPair("EC");

        assertThatThrownBy(() -> KalshiCredentials.ofPem(
                        "k", pem("PRIVATE KEY", curve.getPrivate().getEncoded())))
                .hasMessage("private key must be RSA or Ed25519, was neither");
        assertThatThrownBy(() -> KalshiCredentials.ofPem("k", pem("ENCRYPTED PRIVATE KEY", new byte[] {1})))
                .hasMessage("private key must be RSA or Ed25519 and not encrypted, was ENCRYPTED PRIVATE KEY");
        assertThatThrownBy(() -> KalshiCredentials.ofPem("k", "secret"))
                .hasMessage("private key must be PEM (BEGIN … PRIVATE KEY), found no such block");
    }

    @Test
    void printsNeitherTheKeyNorItsWholeId() {
        KalshiCredentials credentials = new KalshiCredentials("0a1b2c3d-4e5f-6789", EDWARDS.getPrivate());

        assertThat(credentials).hasToString("API key 0a1b2c3d… (EdDSA)");
    }

    @Test
    void givesASignatureMadeAheadOnceItsTimeHasCome() throws Exception {
        KalshiSigner signer = signer(EDWARDS.getPrivate());
        Runnable preparing = signer.signAhead("POST", PATH);
        preparing.run();
        assertThat(times(signer, "POST", PATH, 2)).containsExactly("1795366800000", "1795366800123");
        clock.advance(Duration.ofMillis(1_000));
        Map<String, String> headers = signer.headers("POST", PATH);
        assertThat(headers).containsEntry("KALSHI-ACCESS-TIMESTAMP", "1795366801000");
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(EDWARDS.getPublic());
        verifier.update("1795366801000POST/trade-api/v2/portfolio/balance".getBytes(StandardCharsets.UTF_8));
        assertThat(verifier.verify(signature(headers))).isTrue();
        assertThat(times(signer, "POST", PATH, 3)).containsExactly("1795366800750", "1795366800500", "1795366801123");
    }

    @Test
    void makesNoSignatureAgainThatWasGivenOut() {
        KalshiSigner signer = signer(EDWARDS.getPrivate());
        Runnable preparing = signer.signAhead("POST", PATH);
        preparing.run();
        assertThat(times(signer, "POST", PATH, 1)).containsExactly("1795366800000");
        preparing.run();
        assertThat(times(signer, "POST", PATH, 1)).containsExactly("1795366800123");
    }

    @Test
    void signsAtOnceWhereNothingFreshWasMadeAhead() {
        KalshiSigner signer = signer(EDWARDS.getPrivate());
        signer.signAhead("POST", PATH).run();
        assertThat(times(signer, "GET", PATH, 1)).containsExactly("1795366800123");
        assertThat(times(signer, "POST", PATH + "/x", 1)).containsExactly("1795366800123");
        clock.advance(Duration.ofMillis(1_778));
        assertThat(times(signer, "POST", PATH, 1)).containsExactly("1795366801901");
        clock.advance(Duration.ofMillis(-1_300));
        assertThat(times(signer, "POST", PATH, 1)).containsExactly("1795366800500");
    }

    @Test
    void givesNothingMadeAheadWithAKeyThatWasReplaced() {
        AtomicReference<KalshiCredentials> key = new AtomicReference<>(new KalshiCredentials("old", RSA.getPrivate()));
        KalshiSigner signer = new KalshiSigner(key::get, clock);
        Runnable preparing = signer.signAhead("POST", PATH);
        preparing.run();
        key.set(new KalshiCredentials("new", EDWARDS.getPrivate()));
        assertThat(signer.headers("POST", PATH))
                .containsEntry("KALSHI-ACCESS-KEY", "new")
                .containsEntry("KALSHI-ACCESS-TIMESTAMP", "1795366800123");
        clock.advance(Duration.ofMillis(200));
        preparing.run();
        assertThat(signer.headers("POST", PATH))
                .containsEntry("KALSHI-ACCESS-KEY", "new")
                .containsEntry("KALSHI-ACCESS-TIMESTAMP", "1795366800250");
    }

    @Test
    void addsNoHeadersWithoutAKey() {
        assertThat(KalshiSigner.unsigned(clock).headers("GET", PATH)).isEmpty();
    }

    private static List<String> times(KalshiSigner signer, String method, String path, int calls) {
        return IntStream.range(0, calls)
                .mapToObj(call -> signer.headers(method, path).get("KALSHI-ACCESS-TIMESTAMP"))
                .toList();
    }

    private KalshiSigner signer(PrivateKey key) {
        return new KalshiSigner(CredentialSource.fixed(new KalshiCredentials("key-1", key)), clock);
    }

    private static KeyPair keyPair(String algorithm) {
        try {
            return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] signature(Map<String, String> headers) {
        return Base64.getDecoder().decode(headers.get("KALSHI-ACCESS-SIGNATURE"));
    }

    private static String pem(String label, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }

    /** The PKCS#1 part of a PKCS#8 key of 2048 bits: what follows its 26 bytes of wrapping. */
    private static byte[] pkcs1(PrivateKey key) {
        return Arrays.copyOfRange(key.getEncoded(), 26, key.getEncoded().length);
    }
}
