package org.stele.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts single values of a table (AES-256-GCM, bound to table, column and row) and makes blind marks by which an exact value can be
 * found without being readable. Both need the compartment's secret keys: a machine with public parts only cannot.
 */
public final class SealedFields {
    private static final String MAC = "HmacSHA256";
    private static final int MARK_BYTES = 16;
    private final Aead aead;
    private final SecretKeySpec markKey;

    private SealedFields(Aead aead, SecretKeySpec markKey) {
        this.aead = aead;
        this.markKey = markKey;
    }

    /** Where a value stands; what is sealed for one place does not open at another. */
    public record Place(String table, String column, long row) {
        private byte[] bytes() {
            return (table + "|" + column + "|" + row).getBytes(StandardCharsets.UTF_8);
        }
    }

    public byte[] seal(String value, Place place) {
        try {
            return aead.encrypt(value.getBytes(StandardCharsets.UTF_8), place.bytes());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing a field failed", e);
        }
    }

    /** @throws WrongKey if the value was altered, sealed for another place, or by other keys */
    public String open(byte[] sealed, Place place) {
        try {
            return new String(aead.decrypt(sealed, place.bytes()), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new WrongKey("A sealed value does not open as " + place.column + " of row " + place.row + " of " + place.table
                    + ": it was altered, or it belongs elsewhere");
        }
    }

    /**
     * The same 32 hexadecimal digits for the same value of the same column, and nothing that leads back to the value without the key.
     * Finds exact values only: bring them into one spelling first. Equal values are seen to be equal.
     */
    public String mark(String table, String column, String value) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(markKey);
            byte[] mark = mac.doFinal((table + "|" + column + "|" + value).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mark, 0, MARK_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + MAC, e);
        }
    }

    /** New secret keys as a text of two lines; wiped by the caller. */
    static byte[] generate() {
        try {
            AeadConfig.register();
            byte[] mark = new byte[32];
            new SecureRandom().nextBytes(mark);
            String keyset = TinkJsonProtoKeysetFormat.serializeKeyset(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM), InsecureSecretKeyAccess.get());
            return (Base64.getEncoder().encodeToString(mark) + "\n" + keyset).getBytes(StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key could not be generated", e);
        }
    }

    static SealedFields parse(byte[] text) throws GeneralSecurityException {
        AeadConfig.register();
        String[] lines = new String(text, StandardCharsets.UTF_8).split("\n", 2);
        byte[] mark = Base64.getDecoder().decode(lines[0]);
        try {
            KeysetHandle keyset = TinkJsonProtoKeysetFormat.parseKeyset(lines[1], InsecureSecretKeyAccess.get());
            return new SealedFields(keyset.getPrimitive(RegistryConfiguration.get(), Aead.class), new SecretKeySpec(mark, MAC));
        } finally {
            Arrays.fill(mark, (byte) 0);
        }
    }
}
