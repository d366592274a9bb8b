package org.stele.keys;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HybridConfig;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** The one kind of key pair used here: HPKE (RFC 9180), X25519, HKDF-SHA-256, AES-256-GCM, as Tink does it. */
final class Hpke {
    private Hpke() {
    }

    /** Tells Tink of hybrid encryption; costs some tenths of a second the first time, so only when a key is really used. */
    static void register() throws GeneralSecurityException {
        HybridConfig.register();
    }

    static KeysetHandle generate() {
        try {
            register();
            HpkeParameters parameters = HpkeParameters.builder()
                    .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                    .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                    .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                    .setVariant(HpkeParameters.Variant.NO_PREFIX)
                    .build();
            return KeysetHandle.newBuilder().addEntry(KeysetHandle.generateEntryFromParameters(parameters).withRandomId().makePrimary()).build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key could not be generated", e);
        }
    }

    /** What a wrapped key is bound to besides its place: a ciphertext moved to another compartment, version or blob does not open. */
    static byte[] context(Compartment compartment, int version, String context) {
        return ("stele wrapped key 1|" + compartment.code() + "|" + version + "|" + context).getBytes(StandardCharsets.UTF_8);
    }
}
