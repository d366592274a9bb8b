package org.stele.keys;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.stele.database.Refusal;

/**
 * The keys of one data folder. Wrapping needs public parts only; unwrapping opens the private part with the service identity when it is
 * first asked for, and keeps it in memory. Safe for any number of threads; a rotation by another process is seen at once.
 */
public final class Keyring {
    private final KeyFolder folder;
    private final Map<String, String> environment;
    private final Map<String, PublicPart> publicParts = new ConcurrentHashMap<>();
    private final Map<String, PrivatePart> privateParts = new ConcurrentHashMap<>();
    private final Map<Compartment, SealedFields> fields = new ConcurrentHashMap<>();

    private Keyring(KeyFolder folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /**
     * Opens the folder {@code keys} of a data folder. If there is none, makes it: a key for each compartment, sealed to a service identity
     * that is made too unless the environment gives one.
     *
     * @throws Refusal if the folder cannot be made or read, or is not whole; names what is missing
     */
    public static Keyring open(Path dataFolder) {
        return open(dataFolder, System.getenv());
    }

    static Keyring open(Path dataFolder, Map<String, String> environment) {
        KeyFolder folder = KeyFolder.in(dataFolder);
        if (!folder.isThere()) {
            NewKeys.make(dataFolder, environment);
        }
        for (Compartment each : Compartment.values()) {
            if (folder.versions(each).isEmpty()) {
                throw new Refusal("The key folder " + folder.path() + " is not whole: " + KeyFolder.publicName(each, 1)
                        + " is missing. Put it back from a backup; nothing was changed.");
            }
        }
        return new Keyring(folder, environment);
    }

    /** Whether the data folder has keys already, of any kind. */
    public static boolean isIn(Path dataFolder) {
        return KeyFolder.in(dataFolder).isThere();
    }

    /**
     * Wraps a data key for a compartment with the newest version of its key. Needs no secret: a machine that holds public parts only can do it.
     *
     * @param context what the key is for, e.g. the blob's name and digest; unwrapping with another context fails
     */
    public WrappedKey wrap(Compartment compartment, byte[] dataKey, String context) {
        return publicPart(compartment, version(compartment)).wrap(dataKey, context);
    }

    /**
     * The data key. The caller wipes it after use.
     *
     * @throws LockedCompartment if the private part is not to be had here
     * @throws WrongKey if it was wrapped by other keys than these, for another context, or altered
     */
    public byte[] unwrap(WrappedKey wrapped, String context) {
        return privatePart(wrapped).unwrap(wrapped, context);
    }

    /** Wraps again with the newest version of the compartment's key what an older one wrapped. */
    public WrappedKey rewrap(WrappedKey wrapped, String context) {
        byte[] dataKey = unwrap(wrapped, context);
        try {
            return wrap(wrapped.compartment(), dataKey, context);
        } finally {
            Arrays.fill(dataKey, (byte) 0);
        }
    }

    /** The newest version of a compartment's key, from 1: what {@link #wrap} uses. */
    public int version(Compartment compartment) {
        TreeSet<Integer> versions = folder.versions(compartment);
        if (versions.isEmpty()) {
            throw new Refusal("The key folder " + folder.path() + " holds no key of the compartment '" + compartment.code() + "' any more. Put it back from a backup.");
        }
        return versions.last();
    }

    /** Whether this machine can read what is in the compartment now. */
    public boolean canRead(Compartment compartment) {
        try {
            PublicPart newest = publicPart(compartment, version(compartment));
            privatePart(compartment, newest.version(), newest.fingerprint());
            return true;
        } catch (LockedCompartment e) {
            return false;
        }
    }

    /** Everybody to whom the private parts are sealed: recovery identities, and the service's own. */
    public List<Recipient> sealedTo() {
        return recipients().all();
    }

    /** The service identity, if it is on this machine. */
    public Optional<Identity> identity() {
        return serviceIdentity();
    }

    /** What tells a right recovery share from a wrong one; no secret. For {@link RecoveryShares#combine(List, String)}. */
    public String shareFingerprints() {
        return folder.text(ShareRecord.FILE).orElse("");
    }

    /** Whether nobody but the service itself can open these keys: then they are lost with this machine. */
    public boolean isWithoutRecovery() {
        return recipients().recovery().isEmpty();
    }

    /**
     * The secret keys for single fields of a compartment.
     *
     * @throws LockedCompartment if they are not to be had here
     */
    public SealedFields fields(Compartment compartment) {
        return fields.computeIfAbsent(compartment, each -> {
            byte[] secret = opened(each, KeyFolder.fieldsName(each));
            try {
                return SealedFields.parse(secret);
            } catch (GeneralSecurityException | RuntimeException e) {
                throw new Refusal("The key file " + folder.path().resolve(KeyFolder.fieldsName(each)) + " opens, but holds no key. Put it back from a backup.");
            } finally {
                Arrays.fill(secret, (byte) 0);
            }
        });
    }

    KeyFolder folder() {
        return folder;
    }

    Recipients recipients() {
        return folder.text(Recipients.FILE).map(Recipients::parse).orElseThrow(() -> new Refusal("The file " + folder.path().resolve(Recipients.FILE)
                + " is missing: it says to whom keys are sealed. Put it back from a backup."));
    }

    Optional<Identity> serviceIdentity() {
        return ServiceIdentity.find(folder, environment);
    }

    boolean isFromEnvironment() {
        return ServiceIdentity.fromEnvironment(environment).isPresent();
    }

    PublicPart publicPart(Compartment compartment, int version) {
        return publicParts.computeIfAbsent(KeyFolder.publicName(compartment, version), name -> {
            try {
                return PublicPart.parse(compartment, version, folder.text(name).orElseThrow(() -> new Refusal("The key file " + folder.path().resolve(name)
                        + " is missing. Put it back from a backup.")));
            } catch (GeneralSecurityException e) {
                throw new Refusal("The key file " + folder.path().resolve(name) + " is damaged. Put it back from a backup.", e);
            }
        });
    }

    private PrivatePart privatePart(WrappedKey wrapped) {
        return privatePart(wrapped.compartment(), wrapped.version(), wrapped.fingerprint());
    }

    private PrivatePart privatePart(Compartment compartment, int version, String fingerprint) {
        String name = KeyFolder.privateName(compartment, version);
        PrivatePart part = privateParts.get(name);
        if (part == null) {
            byte[] json = opened(compartment, name);
            try {
                part = PrivatePart.parse(compartment, version, json);
            } catch (GeneralSecurityException e) {
                throw new Refusal("The key file " + folder.path().resolve(name) + " opens, but holds no key. Put it back from a backup.");
            } finally {
                Arrays.fill(json, (byte) 0);
            }
            privateParts.putIfAbsent(name, part);
        }
        if (!part.publicPart().fingerprint().equals(fingerprint)) {
            throw new WrongKey("This was wrapped with key " + fingerprint + " of compartment '" + compartment.code() + "', version " + version
                    + ", but the key folder " + folder.path() + " holds key " + part.publicPart().fingerprint() + " under that name: these are not the keys it belongs to");
        }
        return part;
    }

    private byte[] opened(Compartment compartment, String name) {
        return opened(compartment, name, serviceIdentity());
    }

    /** A sealed file of the key folder, opened with the identity. The caller wipes it. */
    byte[] opened(Compartment compartment, String name, Optional<Identity> with) {
        byte[] sealed = folder.read(name).orElseThrow(() -> new LockedCompartment(compartment, whyMissing(name)));
        Identity identity = with.orElseThrow(() -> new LockedCompartment(compartment, "this machine has public keys only"));
        try {
            return Age.opened(sealed, List.of(identity));
        } catch (Age.NotForThisIdentity e) {
            throw new LockedCompartment(compartment, "the key file " + name + " is not sealed to " + identity.recipient());
        } catch (IOException e) {
            throw new Refusal("The key file " + folder.path().resolve(name) + " is damaged (" + e.getMessage() + "). Put it back from a backup.", e);
        }
    }

    private String whyMissing(String name) {
        return folder.read(name.replace(".private.age", ".retired.age")).isPresent()
                ? "this version of its key was rotated out, and only recovery shares open it ('stele keys recover --retired')"
                : "there is no file " + folder.path().resolve(name);
    }

    void forget(String name) {
        privateParts.remove(name);
    }

    @Override
    public String toString() {
        return "the keys in " + folder.path();
    }
}
