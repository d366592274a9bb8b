package org.stele.evidence;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stele.access.Reader;
import org.stele.history.Version;
import org.stele.keys.LockedCompartment;
import org.stele.page.Missing;
import org.stele.page.Page;
import org.stele.vault.Act;

/**
 * Two pictures side by side, as thumbnails that this program made itself: an original is never shown by the browser. Each thumbnail is
 * read, and recorded as read, before it is shown.
 */
@Controller
class LookPages {

    private final Items items;
    private final ObjectProvider<Looking> looking;
    private final ObjectProvider<Reading> reading;
    private final Similarities similarities;
    private final Shelf shelf;

    LookPages(Items items, ObjectProvider<Looking> looking, ObjectProvider<Reading> reading, Similarities similarities, Shelf shelf) {
        this.items = items;
        this.looking = looking;
        this.reading = reading;
        this.similarities = similarities;
        this.shelf = shelf;
    }

    @PostMapping("/{language:en|ar}/desk/evidence/{id:[0-9]+}/comparisons")
    String compare(@ModelAttribute("page") Page page, @ModelAttribute("reader") Reader reader, @PathVariable long id, @RequestParam(defaultValue = "0") long other,
            @RequestParam(defaultValue = "") String reason, HttpServletResponse response, Model model) throws IOException {
        Similarities.Likeness likeness = similarities.of(id).stream().filter(each -> each.item() == other).findFirst()
                .orElseThrow(() -> new Missing("These two items are not alike"));
        model.addAttribute("id", id);
        model.addAttribute("likeness", LookShelf.words(likeness, page));
        try {
            model.addAttribute("sides", List.of(side(id, reason, page, reader), side(other, reason, page, reader)));
            model.addAttribute("problem", "");
        } catch (Unsound needed) {
            response.setStatus(422);
            model.addAttribute("sides", List.of());
            model.addAttribute("problem", page.say("evidence.needs-reason"));
        } catch (LockedCompartment locked) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            model.addAttribute("sides", List.of());
            model.addAttribute("problem", page.say("evidence.locked"));
        }
        return "evidence/compare";
    }

    private LookShelf.Side side(long id, String reason, Page page, Reader reader) throws IOException {
        Version<Item> thumbnail = looking.getObject().thumbnail(id).orElseThrow(() -> new Missing("Item " + id + " has no thumbnail"));
        try (Opened opened = reading.getObject().open(thumbnail.id(), Act.READ, reader.name(), reason)) {
            return new LookShelf.Side(page.to("/desk/evidence/" + thumbnail.id() + "/views/" + opened.event()), shelf.card(items.current(id), page, reader));
        }
    }

    /** A thumbnail, on a reading that was begun and recorded. Only what this program itself made is ever shown by a browser. */
    @GetMapping("/{language:en|ar}/desk/evidence/{id:[0-9]+}/views/{event:[0-9]+}")
    void view(@ModelAttribute("reader") Reader reader, @PathVariable long id, @PathVariable long event, HttpServletResponse response) throws IOException {
        Version<Item> item = items.find(id).filter(each -> Looking.isView(each.record())).orElseThrow(() -> new Missing("There is no such view"));
        try (Opened opened = reading.getObject().goOn(item.id(), event, reader.name()).orElseThrow(() -> new Missing("There is no such reading of yours, or it is over"))) {
            response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setContentType("image/jpeg");
            response.setContentLengthLong(opened.blob().length());
            Channels.newInputStream(opened.bytes()).transferTo(response.getOutputStream());
        }
    }
}
