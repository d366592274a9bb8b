package org.stele.keys;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** One version of a compartment's key, whole. Its text is a secret: it lies on disk only sealed. */
final class PrivatePart {
    private final PublicPart publicPart;
    private final KeysetHandle keyset;
    private final HybridDecrypt decrypt;

    private PrivatePart(Compartment compartment, int version, KeysetHandle keyset) throws GeneralSecurityException {
        this.publicPart = PublicPart.of(compartment, version, keyset.getPublicKeysetHandle());
        this.keyset = keyset;
        this.decrypt = keyset.getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class);
    }

    static PrivatePart generate(Compartment compartment, int version) {
        try {
            return new PrivatePart(compartment, version, Hpke.generate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key could not be generated", e);
        }
    }

    static PrivatePart parse(Compartment compartment, int version, byte[] json) throws GeneralSecurityException {
        Hpke.register();
        return new PrivatePart(compartment, version, TinkJsonProtoKeysetFormat.parseKeyset(new String(json, StandardCharsets.UTF_8), InsecureSecretKeyAccess.get()));
    }

    byte[] json() {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get()).getBytes(StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    PublicPart publicPart() {
        return publicPart;
    }

    byte[] unwrap(WrappedKey wrapped, String context) {
        try {
            return decrypt.decrypt(wrapped.bytes(), Hpke.context(wrapped.compartment(), wrapped.version(), context));
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new WrongKey("A wrapped key of compartment '" + wrapped.compartment().code() + "', version " + wrapped.version()
                    + ", does not open for " + context + ": it was altered, or it belongs to something else");
        }
    }
}
