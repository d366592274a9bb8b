package org.stele.keys;

import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HpkePublicKey;
import com.google.crypto.tink.RegistryConfiguration;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/** One version of a compartment's key as anyone may know it: enough to wrap, not to unwrap. */
record PublicPart(Compartment compartment, int version, String fingerprint, KeysetHandle keyset) {
    static PublicPart of(Compartment compartment, int version, KeysetHandle keyset) {
        try {
            byte[] point = ((HpkePublicKey) keyset.getPrimary().getKey()).getPublicKeyBytes().toByteArray();
            String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(point));
            return new PublicPart(compartment, version, digest.substring(0, 8), keyset);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static PublicPart parse(Compartment compartment, int version, String json) throws GeneralSecurityException {
        Hpke.register();
        return of(compartment, version, TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(json));
    }

    String json() {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(keyset);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    WrappedKey wrap(byte[] dataKey, String context) {
        try {
            return WrappedKey.of(this, keyset.getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class).encrypt(dataKey, Hpke.context(compartment, version, context)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("wrapping failed", e);
        }
    }
}
