package org.stele.codebook;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.stele.language.Text;

/**
 * The declared definitions of one programme: everything about a country or an organisation that a rule may depend on.
 * Printed, by code and version, with every result.
 *
 * @param code         short name of the programme, for example {@code syria}
 * @param version      the editors' own version mark; unique within a programme
 * @param issued       the day from which the organisation holds this version to be its rule
 * @param title        name of the programme
 * @param organisation who publishes
 * @param counting     thresholds, bases and inclusion rules
 * @param parties      the parties as a tree; a parent stands before its children, and list order is print order
 * @param otherParties the sub-categories of "other parties", in print order
 * @param alliances    named sets of parties, for sentences about two or more of them together
 * @param methods      how people are killed
 * @param weapons      with what
 * @param groups       protected and reported groups
 * @param exclusions   reasons for recording a death and not counting it
 * @param sourceKinds  kinds of source, best first
 * @param channels     how a family was told of a death in custody
 * @param placeLevels  names of the levels of places, widest first; the first is the level reports are given by
 * @param wording      house wording: named texts that reports and pages use
 */
public record Codebook(
        String code,
        String version,
        LocalDate issued,
        Text title,
        Organisation organisation,
        CountingRules counting,
        List<Party> parties,
        List<OtherCategory> otherParties,
        List<Alliance> alliances,
        List<Term> methods,
        List<Term> weapons,
        List<Group> groups,
        List<Term> exclusions,
        List<SourceKind> sourceKinds,
        List<Term> channels,
        List<PlaceLevel> placeLevels,
        Wording wording) {

    /** Code under which deaths of undetermined responsibility are counted, in every programme. */
    public static final String OTHER_PARTIES = "other";

    public Codebook {
        parties = List.copyOf(parties);
        otherParties = List.copyOf(otherParties);
        alliances = List.copyOf(alliances);
        methods = List.copyOf(methods);
        weapons = List.copyOf(weapons);
        groups = List.copyOf(groups);
        exclusions = List.copyOf(exclusions);
        sourceKinds = List.copyOf(sourceKinds);
        channels = List.copyOf(channels);
        placeLevels = List.copyOf(placeLevels);
    }

    public Optional<Party> party(String code) {
        return parties.stream().filter(party -> party.code().equals(code)).findFirst();
    }

    /** The main parties: those without a parent, valid on the day, in print order. */
    public List<Party> mainParties(LocalDate on) {
        return parties.stream().filter(party -> party.parent() == null && party.validOn(on)).toList();
    }

    /** The main party a party belongs to: itself, or the root above it.
     *  @throws IllegalArgumentException for a code the codebook does not have */
    public Party mainPartyOf(String code) {
        Party party = party(code).orElseThrow(() ->
                new IllegalArgumentException("The codebook " + this.code + " " + version + " has no party '" + code + "'"));
        return party.parent() == null ? party : mainPartyOf(party.parent());
    }

    public Optional<OtherCategory> otherCategory(String code) {
        return otherParties.stream().filter(category -> category.code().equals(code)).findFirst();
    }

    public Optional<Term> method(String code) {
        return Term.find(methods, code);
    }

    public Optional<Term> weapon(String code) {
        return Term.find(weapons, code);
    }

    public Optional<Group> group(String code) {
        return groups.stream().filter(group -> group.code().equals(code)).findFirst();
    }

    public Optional<Term> exclusion(String code) {
        return Term.find(exclusions, code);
    }

    public Optional<Term> channel(String code) {
        return Term.find(channels, code);
    }

    public Optional<SourceKind> sourceKind(String code) {
        return sourceKinds.stream().filter(kind -> kind.code().equals(code)).findFirst();
    }

    public Optional<Alliance> alliance(String code) {
        return alliances.stream().filter(alliance -> alliance.code().equals(code)).findFirst();
    }

    /** The direct parts of a party, in print order. */
    public List<Party> partsOf(String code) {
        return parties.stream().filter(party -> code.equals(party.parent())).toList();
    }

    /** The number of the level of places with this code, from 1; empty if there is none. */
    public OptionalInt levelNumber(String code) {
        return IntStream.rangeClosed(1, placeLevels.size()).filter(number -> placeLevels.get(number - 1).code().equals(code)).findFirst();
    }

    /** House wording with the numbers of the counting rules put in.
     *  @throws IllegalArgumentException naming the text that is missing */
    public Text text(String name) {
        Text text = wording.get(name);
        return new Text(counting.putInto(text.en()), counting.putInto(text.ar()));
    }
}
