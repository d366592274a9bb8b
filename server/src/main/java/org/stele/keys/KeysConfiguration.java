package org.stele.keys;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.stele.database.DataPlace;

/** All lazy: who never touches anything encrypted does not wait for cryptography to load. */
@Configuration(proxyBeanMethods = false)
class KeysConfiguration {
    @Bean
    @Lazy
    Keyring keyring(DataPlace place, DataSource source) {
        var kept = new KeptFingerprints(source);
        if (!Keyring.isIn(place.path()) && !kept.isEmpty()) {
            throw kept.missing(KeyFolder.in(place.path()));
        }
        Keyring keyring = Keyring.open(place.path());
        kept.check(keyring);
        for (Compartment each : Compartment.values()) {
            kept.add(keyring.publicPart(each, keyring.version(each)));
        }
        return keyring;
    }

    @Bean
    @Lazy
    Recovery recovery(Keyring keyring) {
        return new Recovery(keyring);
    }

    @Bean
    @Lazy
    Rotation rotation(Keyring keyring, DataSource source, List<KeyHolder> holders) {
        return new Rotation(keyring, new KeptFingerprints(source), holders);
    }
}
