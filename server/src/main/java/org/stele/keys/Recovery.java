package org.stele.keys;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stele.database.Refusal;

/** The way back: makes recovery shares, seals the keys to them, and opens the keys again with three of them. */
public final class Recovery {
    private final Keyring keyring;

    public Recovery(Keyring keyring) {
        this.keyring = keyring;
    }

    /**
     * Makes a recovery identity, seals every key to it as well, and returns its five shares. They exist nowhere else: print them now. Earlier
     * shares stay good.
     *
     * @throws LockedCompartment if a key cannot be opened here to be sealed anew
     */
    public List<Share> makeShares() {
        Identity recovery = Identity.generate();
        List<Share> shares = RecoveryShares.split(recovery, new SecureRandom());
        if (!RecoveryShares.combine(shares.subList(1, 1 + Share.NEEDED)).recipient().equals(recovery.recipient())) {
            throw new IllegalStateException("the shares just made do not give the identity back");
        }
        KeyFolder folder = keyring.folder();
        folder.write(ShareRecord.FILE, ShareRecord.of(folder).with(recovery.recipient(), shares).text());
        sealTo(keyring.recipients().withRecovery(recovery.recipient()), keyring.serviceIdentity(), Map.of());
        return shares;
    }

    /** Seals every key to one more public key of age, whose private part somebody keeps elsewhere. */
    public void add(Recipient recipient) {
        if (!keyring.recipients().all().contains(recipient)) {
            sealTo(keyring.recipients().withRecovery(recipient), keyring.serviceIdentity(), Map.of());
        }
    }

    /**
     * Whether a share is right, by its fingerprint; notes the day on which it was found right.
     *
     * @throws WrongShare if it is of these keys' sets and wrong, or of a set that is not known here
     */
    public void check(Share share) {
        KeyFolder folder = keyring.folder();
        ShareRecord made = ShareRecord.of(folder);
        Optional<Boolean> right = made.knows(share);
        if (right.isEmpty()) {
            String sets = made.sets().isEmpty() ? "no shares were made" : String.join(", ", made.sets().stream().map(set -> setName(set.recipient())).toList());
            throw new WrongShare("Share " + share.number() + " is of set " + share.set() + ", which is not one of these keys' (" + sets + ")");
        }
        if (!right.get()) {
            throw new WrongShare("Share " + share.number() + " of set " + share.set() + " is wrong: it is not the one that was made");
        }
        folder.write(ShareRecord.FILE, made.checked(share, LocalDate.now(ZoneOffset.UTC)).text());
    }

    /**
     * Opens the keys with the identity that the shares give and seals them to the service identity of this machine, which is made if there is
     * none, so that it can read again. The recovery shares stay good.
     *
     * @param alsoRetired also takes back the versions that rotations gave up, to read copies made before
     * @throws WrongShare naming the share that is wrong
     */
    public void recover(List<Share> shares, boolean alsoRetired) {
        recover(RecoveryShares.combine(shares, keyring.folder().text(ShareRecord.FILE).orElse("")), alsoRetired);
    }

    /**
     * As above, with an identity that the keys are sealed to: the one that shares gave, or one that a partner keeps. The service identity
     * itself is put where it belongs.
     *
     * @throws LockedCompartment if the keys are not sealed to it; nothing was changed
     */
    public void recover(Identity identity, boolean alsoRetired) {
        KeyFolder folder = keyring.folder();
        if (keyring.recipients().service().equals(Optional.of(identity.recipient())) && !alsoRetired) {
            if (keyring.serviceIdentity().isEmpty()) {
                folder.write(ServiceIdentity.FILE, identity.fileText(ServiceIdentity.COMMENT));
            }
            return;
        }
        Map<String, byte[]> retired = new LinkedHashMap<>();
        if (alsoRetired) {
            for (String name : folder.retiredNames()) {
                retired.put(KeyFolder.unretired(name), keyring.opened(KeyFolder.compartmentOf(name), name, Optional.of(identity)));
            }
        }
        for (String name : folder.sealedNames()) {
            Arrays.fill(keyring.opened(KeyFolder.compartmentOf(name), name, Optional.of(identity)), (byte) 0);
        }
        Optional<Identity> here = keyring.serviceIdentity();
        Identity service = here.orElseGet(Identity::generate);
        if (here.isEmpty()) {
            folder.write(ServiceIdentity.FILE, service.fileText(ServiceIdentity.COMMENT));
        }
        sealTo(new Recipients(Optional.of(service.recipient()), keyring.recipients().recovery()), Optional.of(identity), retired);
        folder.retiredNames().stream().filter(name -> retired.containsKey(KeyFolder.unretired(name))).forEach(folder::delete);
    }

    /**
     * All are opened before the first is written, so that a key that does not open leaves everything as it was; and the list of recipients
     * comes last, so that it never names one to whom a key is not sealed yet.
     */
    private void sealTo(Recipients recipients, Optional<Identity> with, Map<String, byte[]> more) {
        KeyFolder folder = keyring.folder();
        Map<String, byte[]> secrets = new LinkedHashMap<>(more);
        for (String name : folder.sealedNames()) {
            secrets.put(name, keyring.opened(KeyFolder.compartmentOf(name), name, with));
        }
        if (secrets.isEmpty()) {
            throw new Refusal("There are no private keys in " + folder.path() + ": this machine holds public keys only. Do this where the private keys are.");
        }
        secrets.forEach((name, secret) -> {
            folder.write(name, Age.sealed(secret, recipients.all()));
            Arrays.fill(secret, (byte) 0);
        });
        folder.write(Recipients.FILE, recipients.text());
    }

    static String setName(Recipient recipient) {
        return Share.of(1, recipient, new byte[Identity.LENGTH]).set();
    }
}
