package org.stele.evidence;

import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stele.page.Page;
import org.stele.vault.CustodyEvent;

/**
 * One link of the chain of custody as a person reads it.
 *
 * @param what   what was done, in the page's language
 * @param detail what else is to be known of it
 */
public record ChainLine(Instant at, String what, String premis, boolean good, String detail, String by, String reason) {

    private static final Pattern SAID = Pattern.compile("(provenance|correction of provenance|attached to|no longer attached to|item) (\\d+|[a-z]+:\\d+)(: .*)?", Pattern.DOTALL);

    /** @param open whether the reader may know what concerns sources: reasons tell of them */
    static List<ChainLine> of(List<CustodyEvent> chain, Page page, boolean open) {
        return chain.stream().map(event -> new ChainLine(event.at(),
                event.location() == null ? page.say("evidence.act." + event.act().code())
                        : page.say("evidence.at", page.say("evidence.act." + event.act().code()), event.location()),
                event.act().premis(), event.good(), detail(event.detail(), page), event.by(), open ? event.reason() : page.say("evidence.withheld"))).toList();
    }

    private static String detail(String detail, Page page) {
        Matcher parts = SAID.matcher(detail);
        return switch (detail) {
            case "confidential from now on" -> page.say("evidence.detail.confidential");
            case "no longer confidential" -> page.say("evidence.detail.not-confidential");
            default -> parts.matches() ? page.say("evidence.detail." + parts.group(1).replace(' ', '-'), parts.group(2))
                    + (parts.group(3) == null ? "" : parts.group(3)) : detail;
        };
    }
}
