package org.stele.keys;

import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HpkePublicKey;
import com.google.crypto.tink.RegistryConfiguration;
import java.security.GeneralSecurityException;
import org.stele.fixity.Digest;

/** One version of a compartment's key as anyone may know it: enough to wrap, not to unwrap. */
record PublicPart(Compartment compartment, int version, String fingerprint, KeysetHandle keyset) {
    static PublicPart of(Compartment compartment, int version, KeysetHandle keyset) {
        byte[] point = ((HpkePublicKey) keyset.getPrimary().getKey()).getPublicKeyBytes().toByteArray();
        return new PublicPart(compartment, version, Digest.of(point).sha256().substring(0, 8), keyset);
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
