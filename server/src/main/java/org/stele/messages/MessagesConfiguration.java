package org.stele.messages;

import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.stele.database.DataPlace;
import org.stele.evidence.Receiving;
import org.stele.history.Changes;
import org.stele.history.Versions;
import org.stele.keys.Keyring;
import org.stele.register.Codebooks;

@Configuration(proxyBeanMethods = false)
class MessagesConfiguration {

    @Bean
    Consents consents(DataSource source, Changes changes, Versions versions) {
        return new Consents(source, changes, versions);
    }

    @Bean
    @Lazy
    MessageKeys messageKeys(DataSource source, Keyring keyring) {
        return new MessageKeys(source, keyring);
    }

    /** The keys are opened when the first message comes or is read, so that they cost no start. */
    @Bean
    @Lazy
    Messages messages(DataSource source, Changes changes, MessageKeys keys, Consents consents, ObjectProvider<MessageListener> listeners) {
        return new Messages(source, changes, keys, consents, listeners);
    }

    @Bean
    FormLimits formLimits(Environment environment) {
        return FormLimits.of(environment);
    }

    @Bean
    Flood flood(FormLimits limits) {
        return new Flood(limits, InstantSource.system());
    }

    @Bean
    @Lazy
    Reception reception(Messages messages, DataPlace place, Flood flood, FormLimits limits, Codebooks codebooks) {
        return new Reception(messages, new FormTokens(FormKey.in(place), InstantSource.system()), flood, limits, codebooks, InstantSource.system());
    }

    @Bean
    @Lazy
    FormFiles formFiles(Receiving receiving, Messages messages, Consents consents, Flood flood, FormLimits limits) {
        return new FormFiles(receiving, messages, consents, flood, limits);
    }

    @Bean
    @Lazy
    Return returns(Reception reception, Messages messages, Consents consents) {
        return new Return(reception, messages, consents);
    }
}
