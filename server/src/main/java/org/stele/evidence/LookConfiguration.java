package org.stele.evidence;

import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.stele.history.Changes;
import org.stele.inspection.Inspector;
import org.stele.keys.Keyring;
import org.stele.vault.Custody;
import org.stele.vault.Vault;

@Configuration(proxyBeanMethods = false)
class LookConfiguration {

    @Bean
    @Lazy
    Looking looking(DataSource source, Changes changes, Vault vault, Custody custody, Items items, Receiving receiving,
            Inspections inspections) {
        return new Looking(source, changes, vault, custody, items, receiving, inspections, new Inspector());
    }

    @Bean
    Inspections inspections(DataSource source, ObjectProvider<Keyring> keys) {
        return new Inspections(source, keys::getObject);
    }

    @Bean
    Similarities similarities(DataSource source, Inspections inspections) {
        return new Similarities(source, inspections);
    }

    /** In the server only: a command does what it was called for. */
    @Bean
    @ConditionalOnWebApplication
    LookSchedule lookSchedule(ObjectProvider<Looking> looking) {
        return new LookSchedule(looking::getObject);
    }
}
