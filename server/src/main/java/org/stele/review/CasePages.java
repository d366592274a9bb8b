package org.stele.review;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stele.access.Accounts;
import org.stele.access.Reader;
import org.stele.history.StaleVersion;
import org.stele.history.Version;
import org.stele.messages.Messages;
import org.stele.page.Missing;
import org.stele.page.Page;
import org.stele.register.Incident;
import org.stele.register.Victim;
import org.stele.review.CaseView.Form;

/** The page of a case, and what is done on it. A form that is refused is shown again with everything that was typed. */
@Controller
class CasePages {

    static final String GROUND = "ground.";

    private final Cases cases;
    private final Findings findings;
    private final CaseShelf shelf;
    private final ObjectProvider<Messages> messages;
    private final Accounts accounts;

    CasePages(Cases cases, Findings findings, CaseShelf shelf, ObjectProvider<Messages> messages, Accounts accounts) {
        this.cases = cases;
        this.findings = findings;
        this.shelf = shelf;
        this.messages = messages;
        this.accounts = accounts;
    }

    @GetMapping("/{language:en|ar}/desk/cases/{id:[0-9]+}")
    String show(@ModelAttribute("page") Page page, @ModelAttribute("reader") Reader reader, @PathVariable long id, Model model) {
        return show(page, reader, id, "", null, model);
    }

    /** The steps of who works on a case. */
    @PostMapping("/{language:en|ar}/desk/cases/{id:[0-9]+}/steps")
    String step(@ModelAttribute("page") Page page, @ModelAttribute("reader") Reader reader, @PathVariable long id, @RequestParam int version,
            @RequestParam String step, @RequestParam(defaultValue = "") String why, @RequestParam MultiValueMap<String, String> all,
            HttpServletResponse response, Model model) {
        return step(page, reader, id, version, new StepForm(step, new FormFields(all)), false, why, response, model);
    }

    /** The steps of a second person. */
    @PostMapping("/{language:en|ar}/desk/cases/{id:[0-9]+}/decisions")
    String decide(@ModelAttribute("page") Page page, @ModelAttribute("reader") Reader reader, @PathVariable long id, @RequestParam int version,
            @RequestParam String step, @RequestParam(defaultValue = "") String why, @RequestParam MultiValueMap<String, String> all,
            HttpServletResponse response, Model model) {
        return step(page, reader, id, version, new StepForm(step, new FormFields(all)), true, why, response, model);
    }

    private String step(Page page, Reader reader, long id, int version, StepForm asked, boolean deciding, String why, HttpServletResponse response,
            Model model) {
        return doing(page, reader, id, null, response, model, () -> {
            if (asked.decides() != deciding) {
                throw new Incomplete("review.no-such-step");
            }
            if (asked.needsWhy() && why.isBlank()) {
                throw new Incomplete("review.needs-why");
            }
            if (asked.step().equals("hand-over") && !ChoiceLists.workers(accounts).contains(asked.form().text("to"))) {
                throw new Incomplete("review.needs.to");
            }
            cases.step(id, version, asked.read(), reader.name(), why);
        });
    }

    @PostMapping("/{language:en|ar}/desk/cases/{id:[0-9]+}/matter")
    String matter(@ModelAttribute("page") Page page, @ModelAttribute("reader") Reader reader, @PathVariable long id, @RequestParam String matter,
            @RequestParam(defaultValue = "") String why, HttpServletResponse response, Model model) {
        return doing(page, reader, id, null, response, model, () -> {
            if (why.isBlank()) {
                throw new Incomplete("review.needs-why");
            }
            cases.about(id, new FormFields(Map.of("matter", List.of(matter))).choice("matter", Matter.class, Matter.KILLING), reader.name(), why.strip());
        });
    }

    @PostMapping("/{language:en|ar}/desk/cases/{id:[0-9]+}/persons/{finding:[0-9]+}")
    String person(@ModelAttribute("page") Page page, @ModelAttribute("reader") Reader reader, @PathVariable long id, @PathVariable long finding,
            @RequestParam int version, @RequestParam MultiValueMap<String, String> all, HttpServletResponse response, Model model) {
        Version<Finding<Victim>> now = of(file(id).victims(), finding);
        FormFields form = new FormFields(all);
        Victim next = VictimForm.read(form, now.record().content(), shelf.codebook(), shelf.places().gazetteer());
        return found(page, reader, id, finding, form, all, response, model, () -> {
            findings.revise(finding, version, next, grounds(all), reader.name());
            told(id, finding, all, reader);
        });
    }

    @PostMapping("/{language:en|ar}/desk/cases/{id:[0-9]+}/persons")
    String addPerson(@ModelAttribute("page") Page page, @ModelAttribute("reader") Reader reader, @PathVariable long id,
            @RequestParam(defaultValue = "") String victim, HttpServletResponse response, Model model) {
        return doing(page, reader, id, null, response, model, () -> {
            if (victim.isBlank()) {
                findings.add(id, Drafts.nobody(), List.of(), reader.name());
            } else {
                Integer known = new FormFields(Map.of("victim", List.of(victim))).number("victim", 1, Integer.MAX_VALUE);
                if (known == null) {
                    throw new Incomplete("review.no-such-victim");
                }
                findings.bringIn(id, known, List.of(), reader.name());
            }
        });
    }

    @PostMapping("/{language:en|ar}/desk/cases/{id:[0-9]+}/persons/{finding:[0-9]+}/removal")
    String removePerson(@ModelAttribute("page") Page page, @ModelAttribute("reader") Reader reader, @PathVariable long id, @PathVariable long finding,
            @RequestParam int version, @RequestParam(defaultValue = "") String why, HttpServletResponse response, Model model) {
        of(file(id).victims(), finding);
        return doing(page, reader, id, null, response, model, () -> {
            if (why.isBlank()) {
                throw new Incomplete("review.needs-why");
            }
            findings.takeOut(finding, version, reader.name(), why.strip());
        });
    }

    @PostMapping("/{language:en|ar}/desk/cases/{id:[0-9]+}/incident")
    String incident(@ModelAttribute("page") Page page, @ModelAttribute("reader") Reader reader, @PathVariable long id, @RequestParam int version,
            @RequestParam MultiValueMap<String, String> all, HttpServletResponse response, Model model) {
        Version<Finding<Incident>> now = file(id).incident().orElseThrow(() -> new Missing("This case has no finding yet"));
        FormFields form = new FormFields(all);
        Incident next = IncidentForm.read(form, now.record().content(), shelf.codebook(), shelf.places().gazetteer());
        return found(page, reader, id, now.id(), form, all, response, model,
                () -> findings.reviseIncident(now.id(), version, next, grounds(all), reader.name()));
    }

    @PostMapping("/{language:en|ar}/desk/cases/{id:[0-9]+}/messages/{message:[0-9]+}/assessment")
    String assess(@ModelAttribute("page") Page page, @ModelAttribute("reader") Reader reader, @PathVariable long id, @PathVariable long message,
            @RequestParam MultiValueMap<String, String> all, @RequestParam(defaultValue = "") String why, HttpServletResponse response, Model model) {
        FormFields form = new FormFields(all);
        Integer restsOn = form.number("rests-on", 1, Integer.MAX_VALUE);
        return doing(page, reader, id, null, response, model, () -> findings.assess(id, new Assessment(message,
                form.choice("reliability", Grade.class, Grade.UNKNOWN), form.choice("credibility", Grade.class, Grade.UNKNOWN),
                restsOn == null || restsOn == message ? null : restsOn.longValue()), reader.name(), why));
    }

    @PostMapping("/{language:en|ar}/desk/cases/{id:[0-9]+}/messages/{message:[0-9]+}/questions")
    String ask(@ModelAttribute("page") Page page, @ModelAttribute("reader") Reader reader, @PathVariable long id, @PathVariable long message,
            @RequestParam(defaultValue = "") String words, HttpServletResponse response, Model model) {
        return doing(page, reader, id, null, response, model, () -> {
            if (words.isBlank() || !file(id).messages().contains(message)) {
                throw new Incomplete("review.needs-words");
            }
            messages.getObject().ask(message, words, reader.name());
        });
    }

    private CaseFile file(long id) {
        try {
            return cases.file(id);
        } catch (CaseFile.NoSuchCase e) {
            throw new Missing(String.valueOf(e.getMessage()));
        }
    }

    private void told(long id, long finding, MultiValueMap<String, String> all, Reader reader) {
        if (all.containsKey("told-shown")) {
            List<Told> told = new ArrayList<>();
            all.getOrDefault("told", List.of()).forEach(each -> {
                String[] parts = each.split(":", 2);
                told.add(new Told(Long.parseLong(parts[0]), Integer.parseInt(parts[1])));
            });
            Version<Finding<Victim>> now = of(file(id).victims(), finding);
            findings.toldBy(finding, now.number(), told, reader.name());
        }
    }

    private static Map<String, String> grounds(MultiValueMap<String, String> all) {
        Map<String, String> grounds = new TreeMap<>();
        all.forEach((field, values) -> {
            if (field.startsWith(GROUND)) {
                grounds.put(field.substring(GROUND.length()), values.getFirst());
            }
        });
        return grounds;
    }

    private String found(Page page, Reader reader, long id, long finding, FormFields form, MultiValueMap<String, String> all,
            HttpServletResponse response, Model model, Runnable work) {
        if (form.faults().isEmpty()) {
            return doing(page, reader, id, new CaseShelf.Refused(finding, new Form(all, Map.of(), "")), response, model, work);
        }
        Map<String, String> faults = new HashMap<>();
        form.faults().forEach((field, fault) -> faults.put(field, page.say("review.fault." + fault.kind(), fault.parameters().toArray())));
        response.setStatus(422);
        return show(page, reader, id, page.say("review.faults", faults.size()), new CaseShelf.Refused(finding, new Form(all, faults, "")), model);
    }

    /** Does something and shows the case, or says on it what stood in the way. */
    private String doing(Page page, Reader reader, long id, CaseShelf.@Nullable Refused sent, HttpServletResponse response, Model model, Runnable work) {
        file(id);
        BiConsumer<Integer, String> refused = (status, problem) -> {
            response.setStatus(status);
            show(page, reader, id, problem, sent, model);
        };
        try {
            work.run();
            return "redirect:" + page.to("/desk/cases/" + id);
        } catch (Obstructed e) {
            refused.accept(409, String.join(" ", e.obstacles().stream().map(each -> CaseShelf.say(each, page)).toList()));
        } catch (StaleVersion e) {
            refused.accept(409, page.say("review.stale"));
        } catch (Incomplete e) {
            refused.accept(422, page.say(e.getMessage()));
        }
        return "review/case";
    }

    private String show(Page page, Reader reader, long id, String problem, CaseShelf.@Nullable Refused refused, Model model) {
        file(id);
        model.addAttribute("view", shelf.view(id, page, reader, refused));
        model.addAttribute("problem", problem);
        model.addAttribute("choices", ChoiceLists.of(shelf.codebook(), page, ChoiceLists.workers(accounts)));
        return "review/case";
    }

    private static <R> Version<Finding<R>> of(List<Version<Finding<R>>> all, long finding) {
        return all.stream().filter(each -> each.id() == finding).findFirst().orElseThrow(() -> new Missing("This case has no such finding"));
    }

    /** Something that must be said was not. Its message is the key of the sentence that says so. */
    static final class Incomplete extends RuntimeException {
        Incomplete(String key) {
            super(key);
        }
    }
}
