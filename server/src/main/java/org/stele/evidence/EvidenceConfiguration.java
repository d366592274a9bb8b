package org.stele.evidence;

import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.stele.history.Changes;
import org.stele.history.Versions;
import org.stele.vault.Blobs;
import org.stele.vault.BytesOfItems;
import org.stele.vault.Custody;
import org.stele.vault.Vault;

@Configuration(proxyBeanMethods = false)
class EvidenceConfiguration {

    @Bean
    Items evidenceItems(DataSource source, Changes changes, Versions versions, Blobs blobs, Custody custody) {
        return new Items(source, changes, versions, blobs, custody);
    }

    /** The vault and its keys are opened when the first bytes come or go, so that they cost no start. */
    @Bean
    @Lazy
    Receiving receiving(Changes changes, Vault vault, Custody custody, Items items, ObjectProvider<Subjects> subjects) {
        return new Receiving(changes, vault, custody, items, subjects);
    }

    @Bean
    @Lazy
    Corrections corrections(Changes changes, Versions versions, Custody custody, Items items, Receiving receiving) {
        return new Corrections(changes, versions, custody, items, receiving);
    }

    @Bean
    @Lazy
    Reading reading(Changes changes, Vault vault, Custody custody, Items items) {
        return new Reading(changes, vault, custody, items, InstantSource.system());
    }

    @Bean
    @Lazy
    Carrying carrying(DataSource source, Changes changes, Vault vault, Custody custody, Items items, Reading reading) {
        return new Carrying(source, changes, vault, custody, items, reading);
    }

    /** What is made from what was made from an original goes with it too. */
    @Bean
    BytesOfItems bytesOfItems(Items items) {
        return item -> DeletedBytes.of(items, item);
    }
}
