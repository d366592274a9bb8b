package org.stele.messages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.stele.evidence.UploadStream;
import org.stele.messages.Held.Fault;
import org.stele.messages.Held.Why;
import org.stele.page.Page;

/**
 * Where somebody comes back with the receipt code: it is sent in the body of every request, stands in no address, and is all that is asked for.
 * It has 80 random bits, so guesses need no counting.
 */
@Controller
final class AgainPages {

    private final ObjectProvider<Return> returns;
    private final ObjectProvider<FormFiles> files;
    private final FormLimits limits;

    AgainPages(ObjectProvider<Return> returns, ObjectProvider<FormFiles> files, FormLimits limits) {
        this.returns = returns;
        this.files = files;
        this.limits = limits;
    }

    @GetMapping("/{language:en|ar}/tell/again")
    String ask(@ModelAttribute("page") Page page, HttpServletResponse response, Model model) {
        return ask(page, Typed.nothing(), null, response, model);
    }

    @PostMapping("/{language:en|ar}/tell/again")
    String answer(@ModelAttribute("page") Page page, HttpServletRequest request, HttpServletResponse response, Model model) throws IOException {
        Map<String, String> fields = SentForm.fields();
        Returning returning = new Returning(returns.getObject(), files);
        Held held = null;
        try {
            returning.finish(SentForm.read(request, fields, returning::file));
        } catch (Held e) {
            UploadStream.drain(request);
            held = e;
        }
        Typed typed = new Typed(fields);
        Optional<Message> message = returns.getObject().find(typed);
        if (message.isEmpty()) {
            Held unknown = Held.fields(Map.of("receipt", new Fault("no-code", 0)));
            return ask(page, typed, held == null || held.why() == Why.FIELDS ? unknown : held, response, model);
        }
        answered(response, held);
        // What was taken is not shown as if it were still to be sent.
        Typed shown = held == null ? new Typed(Map.of("receipt", typed.of("receipt"))) : typed;
        model.addAttribute("form", new OpenForm(page, shown, held, returns.getObject().open(shown, held), limits));
        model.addAttribute("conversation", returns.getObject().conversation(message.get()));
        model.addAttribute("done", returning.done());
        model.addAttribute("sent", returning.sent());
        return "messages/conversation";
    }

    private String ask(Page page, Typed typed, @Nullable Held held, HttpServletResponse response, Model model) {
        answered(response, held);
        model.addAttribute("form", new OpenForm(page, typed, held, returns.getObject().none(), limits));
        return "messages/again";
    }

    private static void answered(HttpServletResponse response, @Nullable Held held) {
        Discreet.page(response);
        if (held != null) {
            response.setStatus(held.why().status());
        }
    }
}
