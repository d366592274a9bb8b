package org.stele.keys;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the keys stand: what this machine can read, who could bring the keys back, and what is dangerous about it. No secret.
 *
 * @param folder where the key files are
 * @param service where the service identity comes from: {@code file}, {@code environment} or {@code none}
 * @param recovery public keys besides the service's to which the keys are sealed
 * @param warnings sentences for a person; empty if all is well
 */
public record KeyStatus(String folder, List<Lock> compartments, String service, List<String> recovery, List<ShareSet> shareSets, List<String> warnings) {
    /** @param retired older versions that only recovery shares open */
    public record Lock(String compartment, int version, String fingerprint, boolean readable, List<Integer> retired) {
    }

    /** @param checked for each share in order the day on which it was last typed in and found right, or null */
    public record ShareSet(String set, int needed, List<@Nullable LocalDate> checked) {
        long proven() {
            return checked.stream().filter(day -> day != null).count();
        }
    }

    public static KeyStatus of(Keyring keyring) {
        KeyFolder folder = keyring.folder();
        List<Lock> locks = new ArrayList<>();
        for (Compartment each : Compartment.values()) {
            int version = keyring.version(each);
            List<Integer> retired = folder.versions(each).stream().filter(old -> folder.read(KeyFolder.retiredName(each, old)).isPresent()).toList();
            locks.add(new Lock(each.code(), version, keyring.publicPart(each, version).fingerprint(), keyring.canRead(each), retired));
        }
        Recipients recipients = keyring.recipients();
        List<ShareSet> sets = ShareRecord.of(folder).sets().stream().filter(set -> recipients.recovery().contains(set.recipient()))
                .map(set -> new ShareSet(Recovery.setName(set.recipient()), Share.NEEDED,
                        new ArrayList<@Nullable LocalDate>(set.shares().stream().map(known -> known.checked().orElse(null)).toList()))).toList();
        Optional<String> inFile = folder.secretText(ServiceIdentity.FILE);
        String service = keyring.serviceIdentity().isEmpty() ? "none" : keyring.isFromEnvironment() ? "environment" : inFile.isPresent() ? "file" : "none";
        return new KeyStatus(folder.path().toString(), List.copyOf(locks), service, recipients.recovery().stream().map(Recipient::text).toList(), sets,
                warnings(locks, service, recipients, sets));
    }

    private static List<String> warnings(List<Lock> locks, String service, Recipients recipients, List<ShareSet> sets) {
        List<String> warnings = new ArrayList<>();
        if (recipients.recovery().isEmpty()) {
            warnings.add("NOBODY CAN BRING THESE KEYS BACK. If this machine is lost, everything encrypted is lost with it, backups included. "
                    + "Make recovery shares now: stele keys shares");
        }
        for (ShareSet set : sets) {
            if (set.proven() < set.needed()) {
                warnings.add("Of the shares of set " + set.set() + ", " + set.proven() + " have been typed in and found right; " + set.needed()
                        + " are needed to recover. Check each once it is written down: stele keys check");
            }
        }
        if (service.equals("none")) {
            warnings.add("This machine has public keys only: things can be put in, and nothing can be read here.");
        } else if (locks.stream().anyMatch(lock -> !lock.readable())) {
            warnings.add("Not everything can be read here: " + String.join(", ", locks.stream().filter(lock -> !lock.readable()).map(Lock::compartment).toList()) + ".");
        }
        return List.copyOf(warnings);
    }
}
