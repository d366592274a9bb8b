package org.stele.evidence;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
import org.stele.vault.Copies;

/** The desk's pages of evidence: the list, and an item with where it came from and its chain of custody. */
@Controller
class EvidencePages {

    private static final int ON_A_PAGE = 50;

    private final Items items;
    private final Shelf shelf;
    private final LookShelf looks;
    private final ObjectProvider<Reading> reading;
    private final ObjectProvider<Subjects> subjects;
    private final ObjectProvider<Corrections> corrections;
    private final ObjectProvider<Copies> copies;

    EvidencePages(Items items, Shelf shelf, LookShelf looks, ObjectProvider<Reading> reading, ObjectProvider<Subjects> subjects, ObjectProvider<Corrections> corrections,
            ObjectProvider<Copies> copies) {
        this.items = items;
        this.shelf = shelf;
        this.looks = looks;
        this.reading = reading;
        this.subjects = subjects;
        this.corrections = corrections;
        this.copies = copies;
    }

    @GetMapping("/{language:en|ar}/desk/evidence")
    String list(@ModelAttribute("page") Page page, @ModelAttribute("reader") Reader reader, @RequestParam(defaultValue = "0") long below, Model model) {
        List<Version<Item>> found = items.latest(below, ON_A_PAGE);
        model.addAttribute("count", items.count());
        model.addAttribute("found", shelf.cards(found, page, reader));
        model.addAttribute("next", found.size() < ON_A_PAGE ? "" : page.to("/desk/evidence?below=" + found.getLast().id()));
        return "evidence/list";
    }

    @GetMapping("/{language:en|ar}/desk/evidence/{id:[0-9]+}")
    String item(@ModelAttribute("page") Page page, @ModelAttribute("reader") Reader reader, @PathVariable long id, Model model) {
        return show(page, reader, id, "", model);
    }

    /** Begins a reading: it is recorded here, and the bytes are behind the address that follows. */
    @PostMapping("/{language:en|ar}/desk/evidence/{id:[0-9]+}/readings")
    String read(@ModelAttribute("page") Page page, @ModelAttribute("reader") Reader reader, @PathVariable long id,
            @RequestParam(defaultValue = "") String reason, HttpServletResponse response, Model model) throws IOException {
        try (Opened opened = reading.getObject().open(id, Act.READ, reader.name(), reason)) {
            return "redirect:" + page.to("/desk/evidence/" + id + "/readings/" + opened.event());
        } catch (Items.NoSuchItem e) {
            throw new Missing("There is no such item");
        } catch (Unsound e) {
            response.setStatus(422);
            return show(page, reader, id, page.say("evidence.needs-reason"), model);
        } catch (LockedCompartment e) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return show(page, reader, id, page.say("evidence.locked"), model);
        }
    }

    @PostMapping("/{language:en|ar}/desk/evidence/{id:[0-9]+}/attachments")
    String attach(@ModelAttribute("page") Page page, @ModelAttribute("reader") Reader reader, @PathVariable long id,
            @RequestParam(defaultValue = "") String subject, @RequestParam(defaultValue = "false") boolean undo, @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response, Model model) {
        try {
            Reference reference = Reference.of(subject.strip());
            boolean known = subjects.stream().allMatch(all -> all.label(reference, page.language()).isPresent());
            if (reason.isBlank() || !known) {
                throw new Unsound(Map.of(reason.isBlank() ? "reason" : "attach", Fault.of(reason.isBlank() ? "missing.reason" : "no-record", subject)));
            }
            if (undo) {
                items.detach(id, reference, reader.name(), reason.strip());
            } else {
                items.attach(id, reference, reader.name(), reason.strip());
            }
            return "redirect:" + page.to("/desk/evidence/" + id);
        } catch (Items.NoSuchItem e) {
            throw new Missing("There is no such item");
        } catch (Unsound e) {
            response.setStatus(422);
            return show(page, reader, id, page.say(e.faults().containsKey("reason") ? "evidence.needs-reason" : "evidence.no-record", subject), model);
        }
    }

    private String show(Page page, Reader reader, long id, String problem, Model model) {
        Version<Item> version = items.find(id).orElseThrow(() -> new Missing("There is no such item"));
        boolean open = Shelf.mayKnow(version.record(), reader);
        model.addAttribute("problem", problem);
        model.addAttribute("card", shelf.card(version, page, reader));
        model.addAttribute("blob", items.blob(version.record()));
        model.addAttribute("item", version.record());
        model.addAttribute("open", open);
        List<Version<Provenance>> provenances = open ? items.provenances(id) : List.of();
        model.addAttribute("provenances", provenances);
        model.addAttribute("before", provenances.stream().filter(each -> each.number() > 1)
                .collect(Collectors.toMap(Version::id, each -> corrections.getObject().before(each.id()))));
        model.addAttribute("kinds", shelf.kinds(page));
        model.addAttribute("attached", shelf.links(items.attachments(id), page));
        model.addAttribute("made", shelf.cards(items.madeFrom(id), page, reader));
        model.addAttribute("look", looks.of(id, version.record(), page, reader).orElse(null));
        model.addAttribute("copies", copies.getObject().of(version.record().blob()));
        model.addAttribute("chain", ChainLine.of(items.chain(version), page, open));
        return "evidence/item";
    }
}
