package org.stele.evidence;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stele.access.Reader;
import org.stele.inspection.Claim;
import org.stele.inspection.Finding;
import org.stele.inspection.Member;
import org.stele.inspection.Shown;
import org.stele.keys.LockedCompartment;
import org.stele.page.Page;

/** What looks at items found, as the desk shows it to a reader. */
@Component
public class LookShelf {
    private static final int MEMBERS_SHOWN = 50;

    private final Inspections inspections;
    private final Similarities similarities;
    private final Items items;
    private final Shelf shelf;

    LookShelf(Inspections inspections, Similarities similarities, Items items, Shelf shelf) {
        this.inspections = inspections;
        this.similarities = similarities;
        this.items = items;
        this.shelf = shelf;
    }

    /** What there is to show. */
    public enum State { WAITING, SEEN, LOCKED, FORGOTTEN }

    /**
     * What is to be shown of a look.
     *
     * @param state   whether the item waits, was looked at, cannot be opened here, or was forgotten
     * @param open    whether the reader may know what the file says of itself
     * @param compared whether it can be held against others
     * @param stills  how many were taken of a film
     * @param likes   items that may show the same picture
     */
    public record Shelved(State state, boolean open, String type, String at, String isolation, boolean compared, int stills, List<Line> findings, List<Line> claims,
            List<String> members, int moreMembers, List<Like> likes) {
    }

    /**
     * A claim or a finding.
     *
     * @param about in the reader's language
     * @param value a claim as the file has it, in whatever language; a finding in words of the reader's
     * @param tag   where it stood; empty for a finding
     */
    public record Line(String about, String value, String tag) {
    }

    /** An item that may show the same picture. */
    public record Like(Shelf.Card card, String likeness) {
    }

    /** One of two to be compared: where the thumbnail is, and the item it was made of. */
    public record Side(String image, Shelf.Card card) {
    }

    Optional<Shelved> of(long id, Item item, Page page, Reader reader) {
        if (item.original() != null) {
            return Optional.empty();
        }
        Optional<Seen> found;
        try {
            found = inspections.latest(id);
        } catch (LockedCompartment locked) {
            return Optional.of(nothing(State.LOCKED));
        }
        if (found.isEmpty() || found.get().forgotten()) {
            return Optional.of(nothing(found.isEmpty() ? State.WAITING : State.FORGOTTEN));
        }
        Seen seen = found.get();
        boolean open = Shelf.mayKnow(item, reader);
        return Optional.of(new Shelved(State.SEEN, open, Shown.text(seen.type()), page.moment(seen.at()), seen.isolation().words(page.language()),
                seen.fingerprint() != null || seen.stills() > 0, seen.stills(),
                seen.findings().stream().map(each -> line(each, open, page)).toList(),
                open ? seen.claims().stream().map(each -> line(each, page)).toList() : List.of(),
                open ? seen.members().stream().limit(MEMBERS_SHOWN).map(Member::name).map(Shown::text).toList() : List.of(),
                Math.max(0, seen.members().size() - MEMBERS_SHOWN), likes(id, page, reader)));
    }

    private static Shelved nothing(State state) {
        return new Shelved(state, false, "", "", "", false, 0, List.of(), List.of(), List.of(), 0, List.of());
    }

    List<Like> likes(long id, Page page, Reader reader) {
        return similarities.of(id).stream().flatMap(each -> items.find(each.item()).stream()
                .map(version -> new Like(shelf.card(version, page, reader), words(each, page)))).toList();
    }

    /** How alike two are. */
    static String words(Similarities.Likeness likeness, Page page) {
        return likeness.film() ? page.say("inspection.share", likeness.percent()) : page.say("inspection.distance", likeness.distance());
    }

    private static Line line(Claim claim, Page page) {
        return new Line(page.say("inspection.about." + code(claim.about())), Shown.text(claim.value()), Shown.text(claim.tag()));
    }

    private static Line line(Finding finding, boolean open, Page page) {
        return new Line(page.say("inspection.finding." + code(finding.kind())), open ? finding.words(page.language()) : "", "");
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
