package org.stele.publication;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stele.codebook.Codebook;
import org.stele.language.Text;
import org.stele.page.Site;
import org.stele.register.Demonstrations;

/** Whose site it is: what the codebook in force says. */
@Component
class PublicSite implements Site {

    private final Answers answers;
    private final Demonstrations demonstrations;

    PublicSite(Answers answers, Demonstrations demonstrations) {
        this.answers = answers;
        this.demonstrations = demonstrations;
    }

    @Override
    public Text organisation() {
        return now().map(codebook -> codebook.organisation().name()).orElse(UNNAMED.organisation());
    }

    @Override
    public Text programme() {
        return now().map(Codebook::title).orElse(UNNAMED.programme());
    }

    private Optional<Codebook> now() {
        return answers.known(answers.moment(null));
    }

    @Override
    public boolean synthetic() {
        return demonstrations.isDemonstration();
    }
}
