package io.recio.simulator.kalshi.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The public keys that may sign, read when first used: {@code <key id>.pem} may read and write, {@code <key
 * id>.read.pem} may only read.
 */
public final class KeyRing {

    private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9_-]{1,100}");
    private static final Pattern ARMOUR = Pattern.compile("-----[A-Z ]+-----|\\s");
    private static final List<String> ALGORITHMS = List.of("RSA", "Ed25519");

    /**
     * A key.
     *
     * @param mayWrite whether it may change anything
     */
    record Key(PublicKey publicKey, boolean mayWrite) {}

    private final Optional<Path> directory;
    private final Map<String, Key> keys = new ConcurrentHashMap<>();

    public KeyRing(Optional<Path> directory) {
        this.directory = directory;
    }

    /** The key of that id, none when no file of that name holds one. */
    Optional<Key> key(String id) {
        if (!KEY_ID.matcher(id).matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(keys.computeIfAbsent(id, this::read));
    }

    private @Nullable Key read(String id) {
        return file(id + ".pem")
                .map(file -> new Key(parse(file), true))
                .or(() -> file(id + ".read.pem").map(file -> new Key(parse(file), false)))
                .orElse(null);
    }

    private Optional<Path> file(String name) {
        return directory.map(path -> path.resolve(name)).filter(Files::isRegularFile);
    }

    private static PublicKey parse(Path file) {
        try {
            byte[] encoded = Base64.getDecoder()
                    .decode(ARMOUR.matcher(Files.readString(file)).replaceAll(""));
            for (String algorithm : ALGORITHMS) {
                try {
                    return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(encoded));
                } catch (GeneralSecurityException ignored) {
                    // Not a key of this algorithm: the next one may know it.
                    continue;
                }
            }
            throw new IllegalArgumentException("key file must hold an RSA or Ed25519 public key: " + file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read key file " + file, e);
        }
    }
}
