package org.stele.messages;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stele.messages.Held.Fault;
import org.stele.page.Page;

/**
 * The public form as its template sees it.
 *
 * @param held why it came back; null when it is opened
 */
public record OpenForm(Page page, Typed typed, @Nullable Held held, FormToken issued, FormLimits limits) {

    public String value(String field) {
        return typed.of(field);
    }

    /** What is wrong with a field, in words; empty for nothing. */
    public String fault(String field) {
        Fault fault = held == null ? null : held.faults().get(field);
        return fault == null ? "" : page.say("messages.fault." + fault.code(), fault.limit());
    }

    /** Names of the fields with which something is wrong, in the order of the form. */
    public List<String> faulty() {
        return held == null ? List.of() : List.copyOf(held.faults().keySet());
    }

    /** What a field is called, with the number of the person it is of. */
    public String name(String field) {
        String code = field.replaceAll("\\.[0-9]+$", "");
        String label = page.say("messages.field." + code);
        return code.equals(field) ? label : page.say("messages.of-person", label, Integer.valueOf(field.substring(code.length() + 1)));
    }

    /** Why it came back; empty when it is opened, or only arranged anew. */
    public String why() {
        return held == null ? "" : page.say("messages.held." + held.why().code(), held.seconds());
    }

    /** Ids of what describes a field, for readers of screens; null for nothing. */
    public @Nullable String describedBy(String field, boolean hint) {
        String ids = (hint ? field + "-hint" : "") + (fault(field).isEmpty() ? "" : " " + field + "-fault");
        return ids.isBlank() ? null : ids.strip();
    }

    public @Nullable String invalid(String field) {
        return fault(field).isEmpty() ? null : "true";
    }

    public String receipt() {
        return issued.receipt().code();
    }

    /** The public page that is reported to be wrong; empty for a message of other things. */
    public String about() {
        return typed.about();
    }

    public boolean held(int person) {
        return typed.held(person);
    }

    public int persons() {
        return typed.persons();
    }

    public boolean mayAddPerson() {
        return typed.persons() < FormLimits.MOST_PERSONS;
    }

    public String token() {
        return issued.text();
    }

    public int bits() {
        return issued.bits();
    }

    public int mostFiles() {
        return limits.files();
    }

    public long mostMegabytes() {
        return limits.fileMegabytes();
    }

    public long gigabytesPerHour() {
        return limits.bytesPerHour() >> 30;
    }
}
