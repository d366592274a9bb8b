package org.stele.keys;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** From an identity to five shares of which any three bring it back, and from three shares to the identity. Pure. */
public final class RecoveryShares {
    private RecoveryShares() {
    }

    static List<Share> split(Identity identity, SecureRandom random) {
        byte[] secret = identity.secret();
        byte[][] values = Shamir.split(secret, Share.NEEDED, Share.MADE, random);
        Arrays.fill(secret, (byte) 0);
        List<Share> shares = new ArrayList<>();
        for (int number = 1; number <= values.length; number++) {
            shares.add(Share.of(number, identity.recipient(), values[number - 1]));
        }
        return List.copyOf(shares);
    }

    /** {@link #combine(List, String)} where nothing is known of the shares but themselves. */
    public static Identity combine(List<Share> shares) {
        return combine(shares, "");
    }

    /**
     * The identity that these shares are of.
     *
     * @param known the file {@code shares} of the key folder, which tells right shares from forged ones; may be empty
     * @throws WrongShare if they are too few, of different sets, or one of them is wrong; names it where that can be known
     */
    public static Identity combine(List<Share> shares, String known) {
        ShareRecord made = ShareRecord.parse(known);
        SequencedMap<Integer, Share> given = new LinkedHashMap<>();
        for (Share each : shares) {
            Share same = given.putIfAbsent(each.number(), each);
            if (same != null && !same.fingerprint().equals(each.fingerprint())) {
                throw new WrongShare("Two different shares call themselves number " + each.number() + " (sets " + same.set() + " and " + each.set() + ")");
            }
            if (!each.set().equals(shares.getFirst().set())) {
                throw new WrongShare("Share " + each.number() + " is of set " + each.set() + ", but share " + shares.getFirst().number() + " is of set "
                        + shares.getFirst().set() + ": they were made at different times and do not go together");
            }
            if (!made.sets().isEmpty() && !made.knows(each).orElse(false)) {
                throw new WrongShare("Share " + each.number() + " of set " + each.set() + " is wrong: it is not one that was made for these keys");
            }
        }
        if (given.size() < Share.NEEDED) {
            throw new WrongShare(Share.NEEDED + " different shares are needed; there " + (given.size() == 1 ? "is 1" : "are " + given.size()));
        }
        return search(List.copyOf(given.values()));
    }

    /** Three right shares give the identity whose public key the set is named after. With more than three, the one that is wrong shows. */
    private static Identity search(List<Share> shares) {
        for (int a = 0; a < shares.size(); a++) {
            for (int b = a + 1; b < shares.size(); b++) {
                for (int c = b + 1; c < shares.size(); c++) {
                    Identity found = of(List.of(shares.get(a), shares.get(b), shares.get(c)));
                    if (shares.getFirst().belongsTo(found.recipient())) {
                        refuseOutsiders(found, List.of(shares.get(a), shares.get(b), shares.get(c)), shares);
                        return found;
                    }
                }
            }
        }
        throw new WrongShare("One of the shares " + shares.stream().map(Share::number).toList() + " of set " + shares.getFirst().set()
                + " is wrong, though its checksum is right: somebody made it up. With one more share it can be told which");
    }

    private static void refuseOutsiders(Identity identity, List<Share> right, List<Share> all) {
        for (Share each : all) {
            if (!right.contains(each) && !of(List.of(right.get(0), right.get(1), each)).recipient().equals(identity.recipient())) {
                throw new WrongShare("Share " + each.number() + " of set " + each.set() + " is wrong, though its checksum is right: somebody made it up. Leave it out");
            }
        }
    }

    private static Identity of(List<Share> three) {
        var values = new LinkedHashMap<Integer, byte[]>();
        three.forEach(share -> values.put(share.number(), share.value()));
        byte[] secret = Shamir.combine(values);
        try {
            return Identity.of(secret);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }
}
