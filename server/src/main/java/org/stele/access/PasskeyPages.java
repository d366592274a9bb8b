package org.stele.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.stele.page.Page;

/** What the script of the pages asks when a passkey is made or shown. What was asked of the device is good for one answer. */
@RestController
@ConditionalOnWebApplication
class PasskeyPages {

    private static final String MAKING = PasskeyPages.class.getName() + ".making";
    private static final String SHOWING = PasskeyPages.class.getName() + ".showing";
    private static final int LONGEST_LABEL = 60;

    private final Accounts accounts;
    private final SecondFactors factors;
    private final RelyingParty party;
    private final DeskOrigin origin;
    private final Entrance entrance;
    private final Again again;
    private final InstantSource clock = InstantSource.system();

    PasskeyPages(Accounts accounts, SecondFactors factors, DeskOrigin origin, Entrance entrance, Again again) {
        this.accounts = accounts;
        this.factors = factors;
        this.party = new RelyingParty(factors.passkeys());
        this.origin = origin;
        this.entrance = entrance;
        this.again = again;
    }

    @PostMapping(path = "/{language:en|ar}/desk/account/passkeys/options", produces = MediaType.APPLICATION_JSON_VALUE)
    String askForNew(@ModelAttribute("reader") Reader reader, HttpServletRequest request) {
        PublicKeyCredentialCreationOptions options = party.toMake(origin(request), reader.name());
        request.getSession().setAttribute(MAKING, options);
        return RelyingParty.json(options);
    }

    @PostMapping("/{language:en|ar}/desk/account/passkeys")
    Map<String, String> make(@ModelAttribute("page") Page page, @ModelAttribute("reader") Reader reader,
            @RequestParam(defaultValue = "") String label,
            @RequestBody String answer, HttpServletRequest request, HttpServletResponse response) {
        var asked = (PublicKeyCredentialCreationOptions) taken(MAKING, request);
        String called = label.isBlank() ? "—" : label.strip().substring(0, Math.min(LONGEST_LABEL, label.strip().length()));
        Account changed = accounts.change(reader.name(), "made a passkey", new By(reader.name(), "at the desk"),
                () -> party.make(origin(request), asked, answer, called));
        entrance.stays(changed, request, response);
        entrance.proven(changed, Proof.PASSKEY, clock.instant(), request, response);
        return Map.of("next", page.to("/desk/account"));
    }

    @PostMapping(path = "/{language:en|ar}/sign-in/passkey/options", produces = MediaType.APPLICATION_JSON_VALUE)
    String askToShow(HttpServletRequest request) {
        PublicKeyCredentialRequestOptions options = party.toShow(origin(request));
        request.getSession().setAttribute(SHOWING, options);
        return RelyingParty.json(options);
    }

    @PostMapping("/{language:en|ar}/sign-in/passkey")
    Map<String, String> show(@ModelAttribute("page") Page page, @RequestBody String answer, HttpServletRequest request,
            HttpServletResponse response) {
        var asked = (PublicKeyCredentialRequestOptions) taken(SHOWING, request);
        Account account = accounts.find(party.shown(origin(request), asked, answer)).filter(Account::open).orElseThrow(() ->
                new NotDone("access.passkey.wrong"));
        entrance.proven(account, Proof.PASSKEY, clock.instant(), request, response);
        return Map.of("next", again.onwards(page, request, response));
    }

    private URI origin(HttpServletRequest request) {
        return origin.of(request).orElseThrow(() -> new NotDone("access.passkey.nowhere"));
    }

    private static Object taken(String key, HttpServletRequest request) {
        Object asked = request.getSession().getAttribute(key);
        request.getSession().removeAttribute(key);
        if (asked == null) {
            throw new NotDone("access.passkey.wrong");
        }
        return asked;
    }

    /** The script says that it did not work, in words of its page. */
    @ExceptionHandler(NotDone.class)
    ResponseEntity<Void> notDone() {
        return ResponseEntity.unprocessableContent().build();
    }
}
