package org.stele.inspection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one look at a file found. Where the look was cut short a {@link Finding} says so, and the rest is what was found until then.
 *
 * @param type the media type that the bytes show, {@code application/octet-stream} where they show none
 * @param claimedType the media type that the name's ending promises, or null where it promises none
 * @param fingerprint of the picture, turned as it is meant to be seen; null for what is no picture or could not be decoded
 * @param thumbnail at most 512 pixels on a side; null as above
 * @param stills of a film, one a second; empty where there are none or nothing here can take them
 * @param text what a page or letter says, without markup; null for other kinds
 * @param members of an archive, at most 1,000
 * @param findings what a person should know before relying on the file
 * @param isolation how the process that opened the file was held
 * @param took time of the clock
 */
public record Inspection(String type, @Nullable String claimedType, List<Claim> claims, @Nullable Fingerprint fingerprint, @Nullable View thumbnail,
        List<Still> stills, @Nullable String text, List<Member> members, List<Finding> findings, Held isolation, Duration took) {

    public Inspection {
        claims = List.copyOf(claims);
        stills = List.copyOf(stills);
        members = List.copyOf(members);
        findings = List.copyOf(findings);
    }

    /** Whether there is a finding of this kind. */
    public boolean has(Finding.Kind kind) {
        return findings.stream().anyMatch(finding -> finding.kind() == kind);
    }

    /** The values claimed about something, in the order in which they stood. */
    public List<String> claimed(Claim.About about) {
        return claims.stream().filter(claim -> claim.about() == about).map(Claim::value).toList();
    }

    /** The same with another finding. */
    Inspection with(Finding finding) {
        List<Finding> more = new ArrayList<>(findings);
        more.add(finding);
        return new Inspection(type, claimedType, claims, fingerprint, thumbnail, stills, text, members, more, isolation, took);
    }

    /** The same with the stills of a film. */
    Inspection with(Stills.Taken taken) {
        List<Finding> more = new ArrayList<>(findings);
        more.addAll(taken.findings());
        return new Inspection(type, claimedType, claims, fingerprint, thumbnail, taken.stills(), text, members, more, isolation, took);
    }
}
