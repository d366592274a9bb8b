package org.stele.reports;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.stele.codebook.Codebook;
import org.stele.codebook.Group;
import org.stele.document.Span;
import org.stele.language.Lists;

/**
 * The section on deaths due to torture and on the groups a report pays attention to.
 *
 * @param drawing for drawings, whose figures the list of figures leaves to the file
 */
record TortureAndGroups(Writing writing, Writing drawing, Ground ground, Sections sections, String source) {

    /** Whether the programme counts any way of killing as torture: one that does not has nothing to say of it, and no zero either. */
    static boolean countsTorture(Codebook codebook) {
        return !codebook.counting().tortureMethods().isEmpty();
    }

    /** The groups that reports have a section for, at zero too (R10). */
    static List<Group> groups(Codebook codebook) {
        return codebook.groups().stream().filter(Group::ownSection).toList();
    }

    void write() {
        boolean torture = countsTorture(writing.codebook());
        List<Group> groups = groups(writing.codebook());
        if (!torture && groups.isEmpty()) {
            return;
        }
        String names = Lists.and(groups.stream().map(group -> group.name().in(writing.language())).toList(), writing.language());
        sections.section("torture-and-groups", writing.fill("section-torture-and-groups", Map.of("groups", names,
                "some", !torture ? "none" : groups.isEmpty() ? "torture" : "groups")));
        if (torture) {
            torture();
        }
        for (Group group : groups) {
            sections.lettered("group-" + group.code(), writing.fill("section-group", Map.of("group", group.name().in(writing.language()))));
            sections.paragraph(GroupSentences.group(writing, group));
            sections.list(GroupSentences.byParty(writing, group.code()));
        }
    }

    private void torture() {
        sections.lettered("torture", writing.fill("section-torture", Map.of()));
        sections.paragraph(TortureSentences.toll(writing));
        sections.add(Charts.months(drawing, "chart-torture-months", "torture-deaths", source));
        sections.paragraph(TollSentences.monthUnknown(writing, "torture-deaths"));
        sections.paragraph(TortureSentences.comment(writing));
        sections.add(Charts.parties(drawing, "chart-torture-parties", "torture-deaths", source));
        sections.paragraph(TortureSentences.share(writing));
        if (writing.figure("torture-deaths").value() > 0) {
            sections.say("torture-distribution");
            sections.paragraph(List.of(Span.strong(sections.marked(0, writing.fill("listed-main", Map.of())))));
            sections.list(TortureSentences.mainParties(writing));
            TortureSentences.other(writing).ifPresent(other -> sections.paragraph(Stream.concat(Stream.of(Span.strong(sections.marked(1, ""))), other.stream()).toList()));
        }
        if (!ground.cases().isEmpty()) {
            sections.heading3("cases", writing.fill("section-cases", Map.of()));
            ground.cases().forEach(victim -> sections.paragraph(CaseNarrative.tell(writing, ground, victim.record())));
        }
    }
}
