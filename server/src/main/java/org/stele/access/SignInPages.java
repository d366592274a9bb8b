package org.stele.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stele.page.Page;

/** The door of the desk, and the door within it that asks for a fresh proof. The form of the first is read by {@link SignIn}. */
@Controller
@ConditionalOnWebApplication
class SignInPages {

    private final DeskOrigin origin;
    private final Again again;
    private final HeldForms held;

    SignInPages(DeskOrigin origin, Again again, HeldForms held) {
        this.origin = origin;
        this.again = again;
        this.held = held;
    }

    @GetMapping("/{language:en|ar}/sign-in")
    String signIn(@RequestParam(defaultValue = "") String failed, HttpServletRequest request, HttpServletResponse response, Model model) {
        ContentPolicy.allowOwnScript(response);
        model.addAttribute("problem", failed.equals("wait") ? "access.wait" : failed.isEmpty() ? "" : "access.wrong");
        model.addAttribute("passkeys", origin.of(request).isPresent());
        model.addAttribute("held", held.waits(request));
        return "access/sign-in";
    }

    @GetMapping("/{language:en|ar}/desk")
    String desk() {
        return "access/home";
    }

    @GetMapping("/{language:en|ar}/desk/again")
    String again(@RequestParam(defaultValue = "") String failed, HttpServletRequest request, HttpServletResponse response, Model model) {
        ContentPolicy.allowOwnScript(response);
        model.addAttribute("problem", failed.equals("wait") ? "access.wait" : failed.isEmpty() ? "" : "access.wrong-code");
        model.addAttribute("passkeys", origin.of(request).isPresent());
        return "access/again";
    }

    @PostMapping("/{language:en|ar}/desk/again")
    String proveAgain(@ModelAttribute("page") Page page, @ModelAttribute("reader") Reader reader,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request, HttpServletResponse response) {
        return "redirect:" + again.byCode(page, reader.name(), code.strip(), request, response);
    }

    /** What was sent when the sign-in had run out: shown, and sent by its writer. */
    @GetMapping("/{language:en|ar}/desk/held")
    String held(@ModelAttribute("page") Page page, HttpServletRequest request, Model model) {
        Optional<HeldForm> form = held.shown(request);
        form.ifPresent(there -> model.addAttribute("form", there));
        return form.isPresent() ? "access/held" : "redirect:" + page.to("/desk");
    }
}
