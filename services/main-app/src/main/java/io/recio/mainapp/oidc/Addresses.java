package io.recio.mainapp.oidc;

import java.net.URI;
import java.util.Set;

/** Which addresses may be gone to. */
final class Addresses {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private Addresses() {}

    /** Whether what is said there stays between the two: HTTPS, or a provider on this machine. */
    static boolean isSafe(URI address) {
        if (address.getHost() == null || address.getUserInfo() != null) {
            return false;
        }
        return "https".equals(address.getScheme())
                || "http".equals(address.getScheme()) && THIS_MACHINE.contains(address.getHost());
    }

    /** The page to show after the login: one of our own by its plain path, whatever else was wished the first. */
    static String page(String wished) {
        return wished.matches("/[a-z]{0,20}") ? wished : "/";
    }
}
