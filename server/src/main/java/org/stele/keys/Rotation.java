package org.stele.keys;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives a compartment a new key and exchanges what the old one wrapped; the encrypted bytes themselves are not touched. Then the old
 * private part is sealed to the recovery shares alone: a thief of the service identity gets nothing from it any more, and copies made
 * before the rotation can still be opened by three trustees.
 */
public final class Rotation {
    private final Keyring keyring;
    private final KeptFingerprints kept;
    private final List<KeyHolder> holders;

    Rotation(Keyring keyring, KeptFingerprints kept, List<KeyHolder> holders) {
        this.keyring = keyring;
        this.kept = kept;
        this.holders = List.copyOf(holders);
    }

    /**
     * What a rotation did.
     *
     * @param exchanged how many wrapped keys, by holder
     * @param retired the older versions whose private part this machine gave up
     */
    public record Done(Compartment compartment, int version, Map<String, Long> exchanged, List<Integer> retired) {
    }

    /**
     * One that was cut off is simply repeated: it makes another version and exchanges what is left.
     *
     * @throws LockedCompartment if the old private part cannot be opened here
     */
    public Done rotate(Compartment compartment) {
        KeyFolder folder = keyring.folder();
        if (!keyring.canRead(compartment)) {
            throw new LockedCompartment(compartment, "only who can read it can give it another key");
        }
        int newest = keyring.version(compartment) + 1;
        Recipients recipients = keyring.recipients();
        PrivatePart key = PrivatePart.generate(compartment, newest);
        NewKeys.writePrivate(folder, key, recipients.all());
        kept.add(key.publicPart());
        NewKeys.writePublic(folder, key.publicPart());
        Map<String, Long> exchanged = new LinkedHashMap<>();
        for (KeyHolder holder : holders) {
            exchanged.put(holder.name(), holder.exchange(compartment, newest, keyring::rewrap));
        }
        return new Done(compartment, newest, exchanged, retire(compartment, newest, recipients));
    }

    /** Only where somebody else can still open it; else what was copied before would be lost. */
    private List<Integer> retire(Compartment compartment, int newest, Recipients recipients) {
        List<Integer> retired = new ArrayList<>();
        if (recipients.recovery().isEmpty()) {
            return retired;
        }
        KeyFolder folder = keyring.folder();
        for (int version : folder.versions(compartment).headSet(newest)) {
            String name = KeyFolder.privateName(compartment, version);
            Optional<byte[]> sealed = folder.read(name);
            if (sealed.isPresent()) {
                byte[] plain = keyring.opened(compartment, name, keyring.serviceIdentity());
                folder.write(KeyFolder.retiredName(compartment, version), Age.sealed(plain, recipients.recovery()));
                Arrays.fill(plain, (byte) 0);
                folder.delete(name);
                keyring.forget(name);
                retired.add(version);
            }
        }
        return List.copyOf(retired);
    }
}
