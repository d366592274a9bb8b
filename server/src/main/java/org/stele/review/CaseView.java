package org.stele.review;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stele.evidence.Shelf.Card;
import org.stele.history.Version;
import org.stele.messages.Consent;
import org.stele.messages.Line;
import org.stele.messages.Message;
import org.stele.messages.Telling;
import org.stele.register.Fact;

/**
 * A case as its page shows it.
 *
 * @param obstacles what stands in the way of proposing it, as sentences
 * @param working   whether the reader is the one who is finding out now
 */
public record CaseView(Version<Case> current, List<Version<Case>> steps, @Nullable IncidentView incident, List<PersonView> persons,
        List<MessageView> messages, List<String> obstacles, boolean working) {

    /** One entry of a list to choose from. */
    public record Choice(String code, String label) {
    }

    /** The lists that the forms choose from, in the page's language, by the codebook in force. */
    public record Choices(List<Choice> sexes, List<Choice> statuses, List<Choice> groups, List<Choice> methods, List<Choice> weapons,
            List<Choice> parties, List<Choice> categories, List<Choice> channels, List<Choice> exclusions, List<Choice> responsibilities,
            List<Choice> yesNo, List<Choice> grades, List<Choice> matters, List<Choice> sourceKinds, List<Choice> workers) {

        /** What the codebook calls a reason to exclude; the code itself if it has none such any more. */
        public String exclusion(String code) {
            return label(exclusions, code);
        }

        public String sourceKind(String code) {
            return label(sourceKinds, code);
        }

        private static String label(List<Choice> choices, String code) {
            return choices.stream().filter(each -> each.code().equals(code)).map(Choice::label).findFirst().orElse(code);
        }
    }

    /** A form as it is to be shown: what stands in its fields, what is wrong with which, and what was refused of it as a whole. */
    public record Form(Map<String, List<String>> fields, Map<String, String> faults, String problem) {

        /** What stands in a field; empty if nothing. */
        public String of(String field) {
            List<String> values = fields.getOrDefault(field, List.of());
            return values.isEmpty() ? "" : values.getFirst();
        }

        public boolean has(String field, String value) {
            return fields.getOrDefault(field, List.of()).contains(value);
        }

        /** What is wrong with a field; empty if nothing is. */
        public String fault(String field) {
            return faults.getOrDefault(field, "");
        }
    }

    /** A person of the case. @param number from 1, as obstacles name the person */
    public record PersonView(int number, long finding, int version, String name, Finding<?> record, Comparison comparison, Form form, boolean open) {
    }

    /** The incident of the case. */
    public record IncidentView(long finding, int version, List<Fact> facts, Form form, boolean open) {
    }

    /** A message of the case. @param telling absent if it was erased, or cannot be read on this machine */
    public record MessageView(Message message, @Nullable Telling telling, List<Line> lines, List<Card> items, List<Version<Consent>> consents,
            Assessment assessment) {
    }
}
