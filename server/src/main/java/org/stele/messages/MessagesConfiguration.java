package org.stele.messages;

import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.stele.history.Changes;
import org.stele.history.Versions;
import org.stele.keys.Keyring;

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
}
