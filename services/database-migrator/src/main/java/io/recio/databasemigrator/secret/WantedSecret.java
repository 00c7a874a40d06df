package io.recio.databasemigrator.secret;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A secret that must exist.
 *
 * @param keys what it must hold
 * @param content new values, asked for only when it is missing
 */
record WantedSecret(String name, Set<String> keys, Supplier<Map<String, String>> content) {

    private static final int PASSWORD_BYTES = 24;
    private static final int PEM_LINE = 64;

    static WantedSecret login(String name, String user) {
        return new WantedSecret(
                name, Set.of("username", "password"), () -> Map.of("username", user, "password", randomPassword()));
    }

    static WantedSecret password(String name) {
        return new WantedSecret(name, Set.of("password"), () -> Map.of("password", randomPassword()));
    }

    /** PEM, the private half as PKCS #8. */
    static WantedSecret keyPair(String name, KeyKind kind) {
        return new WantedSecret(name, Set.of("private-key.pem", "public-key.pem"), () -> {
            KeyPair pair = kind.generate();
            return Map.of(
                    "private-key.pem", pem("PRIVATE KEY", pair.getPrivate().getEncoded()),
                    "public-key.pem", pem("PUBLIC KEY", pair.getPublic().getEncoded()));
        });
    }

    /** Letters and digits only, so that no shell, URL or properties file takes one for its own. */
    private static String randomPassword() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String pem(String title, byte[] der) {
        String body = Base64.getMimeEncoder(PEM_LINE, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + title + "-----\n" + body + "\n-----END " + title + "-----\n";
    }
}
