package io.recio.kalshi.auth;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a private key out of PEM text (RFC 7468). */
final class PemPrivateKey {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]*PRIVATE KEY)-----(.*?)-----END \\1-----", Pattern.DOTALL);
    private static final List<String> ALGORITHMS = List.of("RSA", "Ed25519");

    /** PKCS#8 version 0 and the algorithm rsaEncryption with NULL parameters (RFC 8017, appendix A.1). */
    private static final byte[] RSA_HEADER = {
        0x02,
        0x01,
        0x00,
        0x30,
        0x0d,
        0x06,
        0x09,
        0x2a,
        (byte) 0x86,
        0x48,
        (byte) 0x86,
        (byte) 0xf7,
        0x0d,
        0x01,
        0x01,
        0x01,
        0x05,
        0x00
    };

    private static final int SEQUENCE = 0x30;
    private static final int OCTET_STRING = 0x04;

    private PemPrivateKey() {}

    static PrivateKey parse(String pem) {
        Matcher block = BLOCK.matcher(pem);
        if (!block.find()) {
            throw new IllegalArgumentException("private key must be PEM (BEGIN … PRIVATE KEY), found no such block");
        }
        byte[] der = decode(block.group(2));
        return switch (block.group(1)) {
            case "RSA PRIVATE KEY" -> ofPkcs8(asPkcs8(der));
            case "PRIVATE KEY" -> ofPkcs8(der);
            default ->
                throw new IllegalArgumentException(
                        "private key must be RSA or Ed25519 and not encrypted, was " + block.group(1));
        };
    }

    private static byte[] decode(String body) {
        try {
            return Base64.getMimeDecoder().decode(body);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("private key must be base64 between its PEM lines, was not");
        }
    }

    private static PrivateKey ofPkcs8(byte[] der) {
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
            } catch (InvalidKeySpecException e) {
                // Not this kind; the next one may fit.
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Java runtime lacks " + algorithm, e);
            }
        }
        throw new IllegalArgumentException("private key must be RSA or Ed25519, was neither");
    }

    private static byte[] asPkcs8(byte[] pkcs1) {
        byte[] key = tagged(OCTET_STRING, pkcs1);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(RSA_HEADER);
        body.writeBytes(key);
        return tagged(SEQUENCE, body.toByteArray());
    }

    private static byte[] tagged(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        int length = content.length;
        if (length < 0x80) {
            out.write(length);
        } else if (length < 0x100) {
            out.write(0x81);
            out.write(length);
        } else {
            out.write(0x82);
            out.write(length >> 8);
            out.write(length);
        }
        out.writeBytes(content);
        return out.toByteArray();
    }
}
