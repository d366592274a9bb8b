package org.stele.messages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stele.evidence.UploadStream;
import org.stele.messages.Held.Why;
import org.stele.page.Page;

/** The public form by which anyone documents a victim, or reports an error on a public page. No account, no session, no cookie. */
@Controller
final class TellPages {

    private final ObjectProvider<Reception> reception;
    private final ObjectProvider<FormFiles> files;
    private final FormLimits limits;

    TellPages(ObjectProvider<Reception> reception, ObjectProvider<FormFiles> files, FormLimits limits) {
        this.reception = reception;
        this.files = files;
        this.limits = limits;
    }

    @GetMapping("/{language:en|ar}/tell")
    String open(@ModelAttribute("page") Page page, HttpServletResponse response, Model model) {
        return show(page, Typed.nothing(), null, response, model);
    }

    /** The same form, opened by "something is wrong here" on a page. */
    @GetMapping("/{language:en|ar}/correct")
    String correct(@ModelAttribute("page") Page page, @RequestParam(defaultValue = "") String about, HttpServletResponse response, Model model) {
        return show(page, new Typed(Map.of("about", about)), null, response, model);
    }

    @PostMapping("/{language:en|ar}/tell")
    String told(@ModelAttribute("page") Page page, HttpServletRequest request, HttpServletResponse response, Model model) throws IOException {
        Map<String, String> fields = SentForm.fields();
        Sending sending = new Sending(page.language(), reception.getObject(), files);
        try {
            Typed typed = SentForm.read(request, fields, sending::file);
            String todo = typed.of("do");
            if (!todo.isEmpty() && !todo.equals("send")) {
                return show(page, arranged(typed, todo), null, response, model);
            }
            sending.text(typed);
            model.addAttribute("receipt", Receipt.typed(typed.of("receipt")).orElseThrow());
            model.addAttribute("sent", sending.sent());
        } catch (Held held) {
            UploadStream.drain(request);
            return show(page, new Typed(fields), held, response, model);
        }
        Discreet.page(response);
        return "messages/receipt";
    }

    /** What the other buttons do: nothing is sent, and nothing typed is lost. */
    private static Typed arranged(Typed typed, String todo) {
        if (todo.equals("add-person")) {
            return typed.withOnePersonMore();
        }
        return todo.matches("remove-person-[0-9]{1,2}") ? typed.withoutPerson(Integer.parseInt(todo.replaceAll("\\D", ""))) : typed;
    }

    private String show(Page page, Typed typed, @Nullable Held held, HttpServletResponse response, Model model) {
        Discreet.page(response);
        if (held != null) {
            response.setStatus(held.why().status());
            if (held.why() == Why.WAIT) {
                response.setHeader("Retry-After", String.valueOf(held.seconds()));
            }
        }
        boolean old = held != null && held.why() == Why.OLD;
        // A form that is too old gets a new token under its receipt; one that is not ours gets a new receipt too.
        FormToken token = reception.getObject().token(typed).map(known -> old ? reception.getObject().open(known.receipt()) : known)
                .orElseGet(() -> reception.getObject().open(Receipt.fresh()));
        model.addAttribute("form", new OpenForm(page, typed, held, token, limits));
        return "messages/tell";
    }
}
