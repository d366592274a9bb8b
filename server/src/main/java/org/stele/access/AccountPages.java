package org.stele.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stele.page.Page;

/** The page on which everybody looks after what they sign in with. */
@Controller
@ConditionalOnWebApplication
class AccountPages {

    private static final String SECRET = AccountPages.class.getName() + ".secret";

    private final Accounts accounts;
    private final SecondFactors factors;
    private final DeskOrigin origin;
    private final Entrance entrance;
    private final InstantSource clock = InstantSource.system();

    AccountPages(Accounts accounts, SecondFactors factors, DeskOrigin origin, Entrance entrance) {
        this.accounts = accounts;
        this.factors = factors;
        this.origin = origin;
        this.entrance = entrance;
    }

    @GetMapping("/{language:en|ar}/desk/account")
    String account(@ModelAttribute("reader") Reader reader, HttpServletRequest request, HttpServletResponse response, Model model) {
        return show(reader, "", List.of(), request, response, model);
    }

    private String show(Reader reader, String problem, List<String> codes, HttpServletRequest request, HttpServletResponse response,
            Model model) {
        ContentPolicy.allowOwnScript(response);
        Account account = accounts.find(reader.name()).orElseThrow();
        model.addAttribute("account", account);
        model.addAttribute("authenticator", factors.hasAuthenticator(account.name()));
        model.addAttribute("codesLeft", factors.recoveryCodesLeft(account.name()));
        model.addAttribute("passkeys", factors.passkeys().of(account.name()));
        model.addAttribute("passkeysWork", origin.of(request).isPresent());
        model.addAttribute("problem", problem);
        model.addAttribute("codes", codes);
        if (!problem.isEmpty()) {
            response.setStatus(422);
        }
        return "access/account";
    }

    /** A secret for a new app: kept in the session until the app has shown a code of it. */
    @GetMapping("/{language:en|ar}/desk/account/authenticator")
    String authenticator(@ModelAttribute("page") Page page, @ModelAttribute("reader") Reader reader, HttpServletRequest request,
            Model model) {
        return offer(page, reader, "", secret(request), model);
    }

    private static byte[] secret(HttpServletRequest request) {
        if (request.getSession().getAttribute(SECRET) instanceof byte[] begun) {
            return begun;
        }
        byte[] secret = SecondFactors.newSecret();
        request.getSession().setAttribute(SECRET, secret);
        return secret;
    }

    private static String offer(Page page, Reader reader, String problem, byte[] secret, Model model) {
        model.addAttribute("key", Totp.base32(secret).replaceAll("(.{4})(?=.)", "$1 "));
        model.addAttribute("picture", QrCode.svg(SecondFactors.address(reader.name(), secret), page.say("access.qr")));
        model.addAttribute("problem", problem);
        return "access/authenticator";
    }

    @PostMapping("/{language:en|ar}/desk/account/authenticator")
    String confirm(@ModelAttribute("page") Page page, @ModelAttribute("reader") Reader reader, @RequestParam(defaultValue = "") String code,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        byte[] secret = secret(request);
        Account changed;
        try {
            changed = factors.confirm(reader.name(), secret, code.replace(" ", ""), own(reader));
        } catch (NotDone e) {
            response.setStatus(422);
            return offer(page, reader, e.key(), secret, model);
        }
        request.getSession().removeAttribute(SECRET);
        entrance.stays(changed, request, response);
        entrance.proven(changed, Proof.CODE, clock.instant(), request, response);
        return factors.recoveryCodesLeft(reader.name()) > 0 ? "redirect:" + page.to("/desk/account") : newCodes(reader, request, response,
                model);
    }

    @PostMapping("/{language:en|ar}/desk/account/codes")
    String newCodes(@ModelAttribute("reader") Reader reader, HttpServletRequest request, HttpServletResponse response, Model model) {
        if (!accounts.find(reader.name()).orElseThrow().enrolled()) {
            return show(reader, "access.codes.first", List.of(), request, response, model);
        }
        List<String> codes = factors.newRecoveryCodes(reader.name(), own(reader));
        entrance.stays(accounts.find(reader.name()).orElseThrow(), request, response);
        return show(reader, "", codes, request, response, model);
    }

    @PostMapping("/{language:en|ar}/desk/account/password")
    String password(@ModelAttribute("page") Page page, @ModelAttribute("reader") Reader reader,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        String problem = !Passwords.hasLength(password) ? "access.password.length" : Passwords.isCommon(reader.name(), password)
                ? "access.password.common" : "";
        if (!problem.isEmpty()) {
            return show(reader, problem, List.of(), request, response, model);
        }
        accounts.setPassword(reader.name(), password, own(reader));
        entrance.stays(accounts.find(reader.name()).orElseThrow(), request, response);
        return "redirect:" + page.to("/desk/account");
    }

    @PostMapping("/{language:en|ar}/desk/account/passkeys/remove")
    String removePasskey(@ModelAttribute("page") Page page, @ModelAttribute("reader") Reader reader,
            @RequestParam(defaultValue = "") String id,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        try {
            entrance.stays(factors.removePasskey(reader.name(), id, own(reader)), request, response);
        } catch (NotDone e) {
            return show(reader, e.key(), List.of(), request, response, model);
        }
        return "redirect:" + page.to("/desk/account");
    }

    private static By own(Reader reader) {
        return new By(reader.name(), "at the desk");
    }
}
