package org.stele.review;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stele.access.Accounts;
import org.stele.access.Reader;
import org.stele.history.StaleVersion;
import org.stele.page.Page;

/** The queue: what came, where it stands, how old it is and who has how much of it. */
@Controller
class QueuePages {

    private static final int ON_A_PAGE = 50;

    private final Queue queue;
    private final Cases cases;
    private final Accounts accounts;

    QueuePages(Queue queue, Cases cases, Accounts accounts) {
        this.queue = queue;
        this.cases = cases;
        this.accounts = accounts;
    }

    @GetMapping("/{language:en|ar}/desk/queue")
    String queue(@ModelAttribute("page") Page page, @RequestParam(defaultValue = "") String state, @RequestParam(defaultValue = "") String matter,
            @RequestParam(defaultValue = "") String assignee, @RequestParam(defaultValue = "0") long after, Model model) {
        return show(page, state, matter, assignee, after, List.of(), 0, model);
    }

    /** One step for several cases, each a change of its own: what can be taken is taken, and the rest is named. */
    @PostMapping("/{language:en|ar}/desk/queue")
    String together(@ModelAttribute("page") Page page, @ModelAttribute("reader") Reader reader, @RequestParam MultiValueMap<String, String> all,
            @RequestParam String step, HttpServletResponse response, Model model) {
        List<String> problems = new ArrayList<>();
        int taken = 0;
        StepForm asked = new StepForm(step, new FormFields(all));
        for (String each : all.getOrDefault("case", List.of())) {
            String[] parts = each.split(":", 2);
            try {
                boolean known = step.equals("claim") || step.equals("hand-over") && ChoiceLists.workers(accounts).contains(asked.form().text("to"));
                if (!known) {
                    throw new CasePages.Incomplete("review.no-such-step");
                }
                cases.step(Long.parseLong(parts[0]), Integer.parseInt(parts[1]), asked.read(), reader.name(), all.getOrDefault("why", List.of("")).getFirst());
                taken++;
            } catch (Obstructed e) {
                problems.add(page.say("review.case", parts[0]) + ": " + String.join(" ", e.obstacles().stream().map(o -> CaseShelf.say(o, page)).toList()));
            } catch (StaleVersion e) {
                problems.add(page.say("review.case", parts[0]) + ": " + page.say("review.stale"));
            } catch (CasePages.Incomplete e) {
                problems.add(page.say(String.valueOf(e.getMessage())));
            }
        }
        if (!problems.isEmpty()) {
            response.setStatus(409);
        }
        return show(page, "", "", "", 0, problems, taken, model);
    }

    private String show(Page page, String state, String matter, String assignee, long after, List<String> problems, int taken, Model model) {
        FormFields asked = new FormFields(Map.of("state", List.of(state), "matter", List.of(matter)));
        Queue.Asked which = new Queue.Asked(state.isEmpty() ? null : asked.choice("state", CaseState.class, CaseState.RECEIVED),
                matter.isEmpty() ? null : asked.choice("matter", Matter.class, Matter.KILLING), assignee.isBlank() ? null : assignee, after);
        List<Queue.Line> lines = queue.lines(which, ON_A_PAGE + 1);
        List<Queue.Line> shown = lines.size() > ON_A_PAGE ? lines.subList(0, ON_A_PAGE) : lines;
        model.addAttribute("lines", shown);
        model.addAttribute("states", queue.states());
        model.addAttribute("loads", queue.loads());
        model.addAttribute("state", state);
        model.addAttribute("matter", matter);
        model.addAttribute("assignee", assignee);
        model.addAttribute("problems", problems);
        model.addAttribute("taken", taken);
        model.addAttribute("workers", ChoiceLists.workers(accounts));
        model.addAttribute("next", lines.size() > ON_A_PAGE ? page.to("/desk/queue?state=%s&matter=%s&assignee=%s&after=%d".formatted(Page.encode(state),
                Page.encode(matter), Page.encode(assignee), shown.getLast().id())) : "");
        return "review/queue";
    }
}
