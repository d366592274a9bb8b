package org.stele.access;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stele.page.Page;

/** Where administrators look after the accounts of others. */
@Controller
@ConditionalOnWebApplication
class AccountsPages {

    private final Accounts accounts;
    private final AccountRequests requests;

    AccountsPages(Accounts accounts, AccountRequests requests) {
        this.accounts = accounts;
        this.requests = requests;
    }

    @GetMapping("/{language:en|ar}/desk/accounts")
    String list(Model model) {
        return show("", "", model);
    }

    private String show(String half, String problem, Model model) {
        model.addAttribute("accounts", accounts.list());
        model.addAttribute("requests", requests.open());
        model.addAttribute("now", Instant.now());
        model.addAttribute("half", half);
        model.addAttribute("problem", problem);
        return "access/accounts";
    }

    @PostMapping("/{language:en|ar}/desk/accounts/requests")
    String ask(@ModelAttribute("reader") Reader reader, @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String reason, HttpServletResponse response, Model model) {
        try {
            return show(requests.ask(account.strip(), role.isEmpty() ? null : Role.of(role), reader.name(), reason), "", model);
        } catch (NotDone e) {
            response.setStatus(409);
            return show("", e.key(), model);
        }
    }

    @PostMapping("/{language:en|ar}/desk/accounts/requests/{number:[0-9]+}/{step:agree|withdraw}")
    String decide(@ModelAttribute("page") Page page, @ModelAttribute("reader") Reader reader, @PathVariable long number,
            @PathVariable String step,
            HttpServletResponse response, Model model) {
        try {
            if (step.equals("agree")) {
                return show(requests.agree(number, reader.name()), "", model);
            }
            requests.withdraw(number, reader.name());
            return "redirect:" + page.to("/desk/accounts");
        } catch (NotDone e) {
            response.setStatus(409);
            return show("", e.key(), model);
        }
    }

    /** One is enough to shut somebody out: that must be quick. Letting back in is done on the command line. */
    @PostMapping("/{language:en|ar}/desk/accounts/close")
    String close(@ModelAttribute("page") Page page, @ModelAttribute("reader") Reader reader,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String reason, HttpServletResponse response, Model model) {
        String problem = reason.isBlank() ? "access.request.why" : account.equals(reader.name()) ? "access.request.own"
                : accounts.find(account).isEmpty() ? "access.request.nobody" : "";
        if (!problem.isEmpty()) {
            response.setStatus(409);
            return show("", problem, model);
        }
        accounts.disable(account, new By(reader.name(), reason));
        return "redirect:" + page.to("/desk/accounts");
    }
}
