package org.stele.erasure;

import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.stele.access.Accounts;
import org.stele.evidence.Inspections;
import org.stele.history.Changes;
import org.stele.vault.BytesOfItems;
import org.stele.vault.Copies;

@Configuration(proxyBeanMethods = false)
class ErasureConfiguration {

    @Bean
    @Lazy
    Erasures erasures(DataSource source, Changes changes, Accounts accounts, BytesOfItems bytes, Inspections inspections,
            ObjectProvider<Copies> copies) {
        return new Erasures(source, changes, accounts, new Planning(source, bytes), inspections,
                () -> copies.getObject().deletions());
    }
}
