package org.stele.keys;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is known of the shares that were made, so that each can be checked by itself: fingerprints and when one was last typed in rightly,
 * nothing of their content. One line for each set: {@code age1… fingerprint fingerprint@2026-11-24 …} in the order of their numbers.
 */
record ShareRecord(List<Set> sets) {
    static final String FILE = "shares";

    record Set(Recipient recipient, List<Known> shares) {
    }

    record Known(String fingerprint, Optional<LocalDate> checked) {
        static Known parse(String word) {
            String[] parts = word.split("@", 2);
            return new Known(parts[0], parts.length == 1 ? Optional.empty() : Optional.of(LocalDate.parse(parts[1])));
        }

        String text() {
            return fingerprint + checked.map(day -> "@" + day).orElse("");
        }
    }

    static ShareRecord of(KeyFolder folder) {
        return parse(folder.text(FILE).orElse(""));
    }

    static ShareRecord parse(String text) {
        List<Set> sets = new ArrayList<>();
        for (String line : text.lines().map(String::strip).filter(each -> !each.isEmpty() && !each.startsWith("#")).toList()) {
            List<String> words = List.of(line.split("\\s+"));
            sets.add(new Set(new Recipient(words.getFirst()), words.stream().skip(1).map(Known::parse).toList()));
        }
        return new ShareRecord(List.copyOf(sets));
    }

    String text() {
        return "# Fingerprints of the recovery shares, in order: they tell a right share from a wrong one, and nothing else.\n"
                + sets.stream().map(set -> set.recipient() + " " + set.shares().stream().map(Known::text).collect(Collectors.joining(" ")) + "\n")
                        .collect(Collectors.joining());
    }

    ShareRecord with(Recipient recipient, List<Share> shares) {
        List<Set> more = new ArrayList<>(sets);
        more.add(new Set(recipient, shares.stream().map(share -> new Known(share.fingerprint(), Optional.empty())).toList()));
        return new ShareRecord(List.copyOf(more));
    }

    ShareRecord checked(Share share, LocalDate day) {
        return new ShareRecord(sets.stream().map(set -> new Set(set.recipient(), set.shares().stream()
                .map(known -> known.fingerprint().equals(share.fingerprint()) ? new Known(known.fingerprint(), Optional.of(day)) : known).toList())).toList());
    }

    /** Whether the share is one that was made; empty if its set is not known here. */
    Optional<Boolean> knows(Share share) {
        return sets.stream().filter(set -> share.belongsTo(set.recipient())).findFirst()
                .map(set -> share.number() <= set.shares().size() && set.shares().get(share.number() - 1).fingerprint().equals(share.fingerprint()));
    }
}
