package org.stele.publication;

import org.springframework.stereotype.Component;
import org.stele.language.Text;
import org.stele.page.Site;
import org.stele.register.Codebooks;
import org.stele.register.Demonstrations;

/** Whose site it is: what the codebook in force says. */
@Component
class PublicSite implements Site {

    private final Codebooks codebooks;
    private final Demonstrations demonstrations;

    PublicSite(Codebooks codebooks, Demonstrations demonstrations) {
        this.codebooks = codebooks;
        this.demonstrations = demonstrations;
    }

    @Override
    public Text organisation() {
        return codebooks.inForce().map(adopted -> adopted.record().codebook().organisation().name()).orElse(UNNAMED.organisation());
    }

    @Override
    public Text programme() {
        return codebooks.inForce().map(adopted -> adopted.record().codebook().title()).orElse(UNNAMED.programme());
    }

    @Override
    public boolean synthetic() {
        return demonstrations.isDemonstration();
    }
}
