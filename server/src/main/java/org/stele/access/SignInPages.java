package org.stele.access;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The door of the desk. */
@Controller
class SignInPages {

    @GetMapping("/{language:en|ar}/sign-in")
    String signIn(@RequestParam(defaultValue = "") String failed, Model model) {
        model.addAttribute("problem", failed.equals("wait") ? "access.wait" : failed.isEmpty() ? "" : "access.wrong");
        return "access/sign-in";
    }

    @GetMapping("/{language:en|ar}/desk")
    String desk() {
        return "access/home";
    }
}
