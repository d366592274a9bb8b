package org.stele.register;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.stele.history.Changes;
import org.stele.history.Moment;
import org.stele.page.Missing;
import org.stele.page.Page;
import org.stele.page.Unanswerable;
import org.stele.places.Gazetteer;
import org.stele.places.Place;
import org.stele.places.Places;

/** The desk's list of incidents, by place and time. */
@Controller
class IncidentList {

    private static final int LENGTH = 50;

    private final Incidents incidents;
    private final Codebooks codebooks;
    private final Places places;
    private final Changes changes;
    private final Lookup lookup;

    IncidentList(Incidents incidents, Codebooks codebooks, Places places, Changes changes, Lookup lookup) {
        this.incidents = incidents;
        this.codebooks = codebooks;
        this.places = places;
        this.changes = changes;
        this.lookup = lookup;
    }

    @GetMapping("/{language:en|ar}/desk/incidents")
    String list(@ModelAttribute("page") Page page, @RequestParam(defaultValue = "") String place, @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to, @RequestParam(name = "page", defaultValue = "1") int number, Model model) {
        day(from);
        day(to);
        Moment moment = changes.latest();
        Gazetteer gazetteer = places.gazetteer(moment);
        RecordWords words = new RecordWords(page, codebooks.inForce().orElseThrow(() -> new Missing("The register has no codebook yet")).record().codebook(), gazetteer);
        Lookup.Page found = lookup.incidents(place.isEmpty() ? List.of() : within(gazetteer, place), from, to, (Math.max(number, 1) - 1L) * LENGTH, LENGTH);
        Map<Long, Happening> happenings = new HashMap<>();
        incidents.current(found.ids()).forEach(version -> happenings.put(version.id(), Happening.of(version, words)));
        String address = page.to("/desk/incidents") + "?place=" + Page.encode(place) + "&from=" + from + "&to=" + to + "&page=";
        model.addAttribute("happenings", found.ids().stream().map(happenings::get).toList());
        model.addAttribute("widest", gazetteer.level(1));
        model.addAttribute("level", page.say(words.codebook().placeLevels().getFirst().name()));
        model.addAttribute("place", place);
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        model.addAttribute("previous", number > 1 ? address + (number - 1) : "");
        model.addAttribute("next", found.more() ? address + (number + 1) : "");
        return "register/incidents";
    }

    private static List<String> within(Gazetteer gazetteer, String place) {
        List<String> codes = new ArrayList<>(List.of(place));
        for (int i = 0; i < codes.size(); i++) {
            codes.addAll(gazetteer.within(codes.get(i)).stream().map(Place::code).toList());
        }
        return codes;
    }

    private static void day(String text) {
        try {
            if (!text.isEmpty()) {
                LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            throw new Unanswerable("The day '" + text + "' is none: write for example 2020-12-01.", e);
        }
    }
}
