package org.stele.codebook;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What must hold between the parts of a codebook, once each part has been read. */
final class Consistency {

    /** Where a death goes of whose circumstances nothing closer is known; the register relies on it in every programme. */
    private static final String NOT_SPECIFIED = "not-specified";

    private final Codebook codebook;
    private final Codes codes;
    private final Faults faults;

    Consistency(Codebook codebook, Codes codes, Faults faults) {
        this.codebook = codebook;
        this.codes = codes;
        this.faults = faults;
    }

    void check() {
        parties();
        categories();
        alliances();
        ladder();
    }

    private void parties() {
        Set<String> above = new HashSet<>();
        for (Party party : codebook.parties()) {
            int line = codes.lineOf("party", party.code());
            if (party.code().equals(Codebook.OTHER_PARTIES)) {
                faults.at(line, "'%s' is no party: it is where undetermined deaths are counted; describe it under 'other-parties'".formatted(party.code()));
            }
            if (party.validFrom() != null && party.validTo() != null && party.validFrom().isAfter(party.validTo())) {
                faults.at(line, "party '%s' is valid from %s to %s, which is never: exchange or correct the days"
                        .formatted(party.code(), party.validFrom(), party.validTo()));
            }
            if (inCircle(party)) {
                faults.at(line, "party '%s' is part of itself, by way of its 'part-of': cut the circle".formatted(party.code()));
            } else if (party.parent() != null && !above.contains(party.parent()) && codebook.party(party.parent()).isPresent()) {
                faults.at(line, "party '%s' stands above the party it is part of: move it below '%s'".formatted(party.code(), party.parent()));
            }
            withinParent(party, line);
            above.add(party.code());
        }
    }

    private boolean inCircle(Party party) {
        Set<String> seen = new HashSet<>();
        Optional<Party> next = Optional.of(party);
        while (next.isPresent() && next.get().parent() != null) {
            if (next.get().parent().equals(party.code())) {
                return true;
            }
            if (!seen.add(next.get().code())) {
                return false;
            }
            next = codebook.party(next.get().parent());
        }
        return false;
    }

    private void withinParent(Party party, int line) {
        if (party.parent() == null) {
            return;
        }
        codebook.party(party.parent()).ifPresent(parent -> {
            boolean tooEarly = parent.validFrom() != null && (party.validFrom() == null || party.validFrom().isBefore(parent.validFrom()));
            boolean tooLate = parent.validTo() != null && (party.validTo() == null || party.validTo().isAfter(parent.validTo()));
            if (tooEarly || tooLate) {
                faults.at(line, "party '%s' is valid on days on which '%s', which it is part of, is not: narrow its 'valid-from' and 'valid-to'"
                        .formatted(party.code(), parent.code()));
            }
        });
    }

    private void categories() {
        String list = "category of other parties";
        Map<Integer, String> byPrecedence = new HashMap<>();
        for (OtherCategory category : codebook.otherParties()) {
            String before = byPrecedence.putIfAbsent(category.precedence(), category.code());
            if (before != null) {
                faults.at(codes.lineOf(list, category.code()), "the categories '%s' and '%s' have the same precedence %d, so it is open which wins: give each its own"
                        .formatted(before, category.code(), category.precedence()));
            }
        }
        Optional<OtherCategory> rest = codebook.otherCategory(NOT_SPECIFIED);
        if (rest.isEmpty()) {
            faults.at(codebook.otherParties().stream().mapToInt(category -> codes.lineOf(list, category.code())).max().orElse(1),
                    "'other-parties' lacks the category '%s': add it, for deaths of which nothing closer is known".formatted(NOT_SPECIFIED));
        } else if (codebook.otherParties().stream().anyMatch(category -> category.precedence() > rest.get().precedence())) {
            faults.at(codes.lineOf(list, NOT_SPECIFIED), "the category '%s' must yield to every other: give it the highest precedence number".formatted(NOT_SPECIFIED));
        }
    }

    private void alliances() {
        for (Alliance alliance : codebook.alliances()) {
            int line = codes.lineOf("alliance", alliance.code());
            if (alliance.parties().stream().distinct().count() < 2 || Set.copyOf(alliance.parties()).size() < alliance.parties().size()) {
                faults.at(line, "alliance '%s' must name two or more different parties".formatted(alliance.code()));
            }
            for (String code : alliance.parties()) {
                codebook.party(code).filter(party -> party.parent() != null).ifPresent(part -> faults.at(line,
                        "alliance '%s' names '%s', which is a part of '%s': name main parties".formatted(alliance.code(), code, part.parent())));
            }
        }
    }

    private void ladder() {
        int rank = 0;
        for (SourceKind kind : codebook.sourceKinds()) {
            if (kind.rank() < rank) {
                faults.at(codes.lineOf("source kind", kind.code()), "source kind '%s' has rank %d below one of rank %d: list the best first"
                        .formatted(kind.code(), kind.rank(), rank));
            }
            rank = Math.max(rank, kind.rank());
        }
    }
}
