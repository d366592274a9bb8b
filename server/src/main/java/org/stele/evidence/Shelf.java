package org.stele.evidence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.stele.access.Permission;
import org.stele.access.Reader;
import org.stele.history.Moment;
import org.stele.history.Version;
import org.stele.page.Page;

/** Items as lists and pages show them to a reader, of this room and of those above. */
@Component
public class Shelf {

    private final Items items;
    private final ObjectProvider<Subjects> subjects;

    Shelf(Items items, ObjectProvider<Subjects> subjects) {
        this.items = items;
        this.subjects = subjects;
    }

    /**
     * One item in a list.
     *
     * @param title what it is, or what its giver called it; for a confidential item only where the reader may know its sources
     * @param bytes how many it has
     */
    public record Card(long id, String address, String form, String title, boolean confidential, long bytes, java.time.Instant since) {
    }

    /**
     * A record that an item bears on.
     *
     * @param address empty where no page shows it
     */
    public record Link(String reference, String label, String address) {
    }

    /** The items attached to a record as it was known at a moment. */
    public List<Card> of(Reference subject, Moment moment, Page page, Reader reader) {
        return cards(items.attachedTo(subject, moment), page, reader);
    }

    /** Items as a page shows them. */
    public List<Card> cards(List<Version<Item>> versions, Page page, Reader reader) {
        return versions.stream().map(version -> card(version, page, reader)).toList();
    }

    Card card(Version<Item> version, Page page, Reader reader) {
        Item item = version.record();
        String title = !mayKnow(item, reader) ? page.say("evidence.withheld")
                : item.title() != null ? item.title()
                : items.provenances(version.id()).stream().map(each -> each.record().fileName()).filter(Objects::nonNull).findFirst().orElse("");
        return new Card(version.id(), page.to("/desk/evidence/" + version.id()), page.say("evidence.form." + item.form().code()), title, item.confidential(),
                items.blob(item).length(), version.from());
    }

    List<Link> links(List<Reference> references, Page page) {
        return references.stream().map(each -> new Link(each.toString(),
                subjects.stream().flatMap(all -> all.label(each, page.language()).stream()).findFirst().orElse(each.toString()),
                subjects.stream().flatMap(all -> all.address(each).stream()).findFirst().map(page::to).orElse(""))).toList();
    }

    /** Names of the kinds of sources by their codes. */
    Map<String, String> kinds(Page page) {
        Map<String, String> kinds = new LinkedHashMap<>();
        subjects.ifAvailable(all -> all.sourceKinds().forEach((code, name) -> kinds.put(code, page.say(name))));
        return kinds;
    }

    /** Whether a reader may know who gave an item and what is said of it. */
    static boolean mayKnow(Item item, Reader reader) {
        return !item.confidential() || reader.may(Permission.READ_SOURCES);
    }
}
