package io.recio.databasemigrator.secret;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;

/** The kinds of key pairs a release uses. */
enum KeyKind {
    /** Our account at the simulator. */
    ED25519("Ed25519", 255),
    /** Tokens of scripts. */
    RSA("RSA", 2048);

    private final String algorithm;
    private final int bits;

    KeyKind(String algorithm, int bits) {
        this.algorithm = algorithm;
        this.bits = bits;
    }

    KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK makes keys of " + algorithm, e);
        }
    }
}
