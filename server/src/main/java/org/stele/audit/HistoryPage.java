package org.stele.audit;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.stele.database.DataPlace;
import org.stele.sealing.Publishing;
import org.stele.sealing.Sequencer;

/** The desk's page on the history itself: how long the sealed log is, who vouches for it, and when it was last verified. */
@Controller
class HistoryPage {

    private final DataSource dataSource;
    private final DataPlace place;
    private final Sequencer sequencer;
    private final LastAudit last;
    private final ObjectProvider<Publishing> publishing;

    HistoryPage(DataSource dataSource, DataPlace place, Sequencer sequencer, LastAudit last, ObjectProvider<Publishing> publishing) {
        this.dataSource = dataSource;
        this.place = place;
        this.sequencer = sequencer;
        this.last = last;
        this.publishing = publishing;
    }

    @GetMapping("/{language:en|ar}/desk/history")
    String history(Model model) {
        Publishing running = publishing.getIfAvailable();
        model.addAttribute("log", LogStanding.now(dataSource, place));
        model.addAttribute("key", sequencer.verifier().orElse(""));
        model.addAttribute("verified", last.read().orElse(null));
        model.addAttribute("troubles", running == null ? List.of() : running.troubles());
        return "audit/history";
    }
}
