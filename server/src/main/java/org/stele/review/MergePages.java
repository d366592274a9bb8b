package org.stele.review;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stele.access.Reader;
import org.stele.history.StaleVersion;
import org.stele.history.Version;
import org.stele.history.VersionKey;
import org.stele.page.Page;
import org.stele.places.Places;
import org.stele.register.Codebooks;
import org.stele.register.Fact;
import org.stele.register.Facts;
import org.stele.register.RecordWords;
import org.stele.register.Victim;
import org.stele.register.Victims;

/** Two records that may be one person: side by side, proposed by one, agreed to by another, taken apart again. */
@Controller
class MergePages {

    private static final int MOST = 100;

    private final Merging merging;
    private final Victims victims;
    private final Codebooks codebooks;
    private final Places places;

    MergePages(Merging merging, Victims victims, Codebooks codebooks, Places places) {
        this.merging = merging;
        this.victims = victims;
        this.codebooks = codebooks;
        this.places = places;
    }

    @GetMapping("/{language:en|ar}/desk/merges")
    String merges(@ModelAttribute("page") Page page, @RequestParam(defaultValue = "") String merged, @RequestParam(defaultValue = "") String kept,
            Model model) {
        return show(page, merged, kept, "", model);
    }

    @PostMapping("/{language:en|ar}/desk/merges")
    String propose(@ModelAttribute("page") Page page, @ModelAttribute("reader") Reader reader, @RequestParam String merged, @RequestParam String kept,
            @RequestParam(defaultValue = "0") int version, @RequestParam(defaultValue = "") String why, HttpServletResponse response, Model model) {
        return doing(page, merged, kept, why, response, model,
                () -> {
                    FormFields form = new FormFields(Map.of("merged", List.of(merged), "kept", List.of(kept)));
                    Integer one = form.number("merged", 1, Integer.MAX_VALUE);
                    Integer other = form.number("kept", 1, Integer.MAX_VALUE);
                    if (one == null || other == null) {
                        throw new CasePages.Incomplete("review.no-such-victim");
                    }
                    merging.propose(new VersionKey(one, version), other, reader.name(), why.strip());
                });
    }

    @PostMapping("/{language:en|ar}/desk/merges/{id:[0-9]+}/decline")
    String decline(@ModelAttribute("page") Page page, @ModelAttribute("reader") Reader reader, @PathVariable long id,
            @RequestParam(defaultValue = "") String why, HttpServletResponse response, Model model) {
        return doing(page, "", "", why, response, model, () -> merging.decline(id, reader.name(), why.strip()));
    }

    @PostMapping("/{language:en|ar}/desk/merges/{id:[0-9]+}/{step:agree|undo}")
    String decide(@ModelAttribute("page") Page page, @ModelAttribute("reader") Reader reader, @PathVariable long id, @PathVariable String step,
            @RequestParam(defaultValue = "") String reason, @RequestParam(defaultValue = "") String why, HttpServletResponse response, Model model) {
        return doing(page, "", "", why, response, model, () -> {
            if (step.equals("agree")) {
                merging.agree(id, reason, reader.name(), why.strip());
            } else {
                merging.undo(id, reader.name(), why.strip());
            }
        });
    }

    private String doing(Page page, String merged, String kept, String why, HttpServletResponse response, Model model, Runnable work) {
        try {
            if (why.isBlank()) {
                throw new CasePages.Incomplete("review.needs-why");
            }
            work.run();
            return "redirect:" + page.to("/desk/merges");
        } catch (Obstructed e) {
            response.setStatus(409);
            return show(page, merged, kept, String.join(" ", e.obstacles().stream().map(each -> CaseShelf.say(each, page)).toList()), model);
        } catch (StaleVersion e) {
            response.setStatus(409);
            return show(page, merged, kept, page.say("review.stale"), model);
        } catch (CasePages.Incomplete e) {
            response.setStatus(422);
            return show(page, merged, kept, page.say(String.valueOf(e.getMessage())), model);
        }
    }

    private String show(Page page, String merged, String kept, String problem, Model model) {
        FormFields form = new FormFields(Map.of("merged", List.of(merged), "kept", List.of(kept)));
        Integer one = form.number("merged", 1, Integer.MAX_VALUE);
        Integer other = form.number("kept", 1, Integer.MAX_VALUE);
        List<FactPair> pairs = List.of();
        int version = 0;
        if (one != null && other != null && victims.current(one).isPresent() && victims.current(other).isPresent()) {
            Version<Victim> out = victims.current(one).orElseThrow();
            version = out.number();
            pairs = pairs(out.record(), victims.current(other).orElseThrow().record(), page);
        }
        model.addAttribute("merged", merged);
        model.addAttribute("kept", kept);
        model.addAttribute("version", version);
        model.addAttribute("pairs", pairs);
        model.addAttribute("problem", problem);
        model.addAttribute("proposed", merging.all(Merge.State.PROPOSED, MOST));
        model.addAttribute("done", merging.all(Merge.State.MERGED, MOST));
        model.addAttribute("choices", codebooks.inForce().map(each -> ChoiceLists.of(each.record().codebook(), page, List.of()).exclusions())
                .orElse(List.of()));
        return "review/merges";
    }

    private List<FactPair> pairs(Victim one, Victim other, Page page) {
        RecordWords words = new RecordWords(page, codebooks.inForce().orElseThrow().record().codebook(), places.gazetteer());
        List<Fact> left = Facts.of(one, words);
        List<Fact> right = Facts.of(other, words);
        List<FactPair> pairs = new ArrayList<>();
        for (Fact fact : left) {
            String beside = right.stream().filter(each -> each.label().equals(fact.label())).map(Fact::value).findFirst().orElse("–");
            if (!fact.value().equals("–") || !beside.equals("–")) {
                pairs.add(new FactPair(page.say(fact.label()), fact.value(), beside));
            }
        }
        return pairs;
    }
}
