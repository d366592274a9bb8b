package org.stele;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ModularityTests {
    /** Lowest first: a room may call those before it and nobody after it. */
    private static final List<String> ROOMS = List.of("language", "page", "database", "fixity", "witnessing", "ocfl", "sealing", "keys", "drawing", "document", "codebook", "access", "history",
            "uploading", "vault", "inspection", "evidence", "places", "register", "intake", "messages", "review", "statistics", "reports", "publication", "demonstration", "backup",
            "audit", "erasure", "commandline");

    private final ApplicationModules modules = ApplicationModules.of(SteleApplication.class,
            // A library under the same root, with a build of its own.
            DescribedPredicate.describe("libraries", (JavaClass each) -> each.getPackageName().startsWith("org.stele.tlog")));

    @Test
    void roomsUseEachOtherOnlyByTheirFrontDoors() {
        modules.verify();
        new Documenter(modules).writeModulesAsPlantUml();
    }

    @Test
    void callsGoDown() {
        assertThat(modules.stream().map(module -> module.getIdentifier().toString())).isSubsetOf(ROOMS);
        for (ApplicationModule module : modules) {
            int own = ROOMS.indexOf(module.getIdentifier().toString());
            assertThat(module.getDirectDependencies(modules).stream().map(each -> each.getTargetModule().getIdentifier().toString())).as(module.getIdentifier().toString())
                    .allSatisfy(used -> assertThat(ROOMS.indexOf(used)).as(used).isLessThan(own));
        }
    }
}
