package org.stele.evidence;

import java.util.Map;
import java.util.Optional;
import org.stele.language.Language;
import org.stele.language.Text;

/** What the rooms above know of things that evidence refers to. Without such a bean references are taken as they are. */
public interface Subjects {

    /** How a page calls the record; empty if there is no such record. */
    Optional<String> label(Reference reference, Language language);

    /** Where the desk shows it, without the language; empty if nowhere. */
    Optional<String> address(Reference reference);

    /** Codes and names of the kinds of sources that the codebook in force has, in its order; empty if there is no codebook. */
    Map<String, Text> sourceKinds();
}
