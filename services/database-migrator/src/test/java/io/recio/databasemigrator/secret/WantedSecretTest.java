package io.recio.databasemigrator.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WantedSecretTest {

    @ParameterizedTest
    @CsvSource({"RSA, RSA, SHA256withRSA", "ED25519, Ed25519, Ed25519"})
    void makesTwoHalvesOfOnePair(KeyKind kind, String algorithm, String signing) throws GeneralSecurityException {
        Map<String, String> pair =
                WantedSecret.keyPair("recio-scripts", kind).content().get();
        KeyFactory keys = KeyFactory.getInstance(algorithm);
        PrivateKey mine =
                keys.generatePrivate(new PKCS8EncodedKeySpec(der(pair.get("private-key.pem"), "PRIVATE KEY")));
        PublicKey theirs = keys.generatePublic(new X509EncodedKeySpec(der(pair.get("public-key.pem"), "PUBLIC KEY")));
        byte[] message = {1, 2, 3};
        Signature sign = Signature.getInstance(signing);
        sign.initSign(mine);
        sign.update(message);
        byte[] signed = sign.sign();
        sign.initVerify(theirs);
        sign.update(message);
        assertThat(sign.verify(signed)).isTrue();
    }

    private static byte[] der(String pem, String title) {
        assertThat(pem).startsWith("-----BEGIN " + title + "-----\n").endsWith("\n-----END " + title + "-----\n");
        assertThat(pem.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(64));
        return Base64.getMimeDecoder()
                .decode(pem.replace("-----BEGIN " + title + "-----", "").replace("-----END " + title + "-----", ""));
    }
}
