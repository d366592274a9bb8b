package org.stele.keys;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.stele.database.DataPlace;

@Configuration(proxyBeanMethods = false)
class KeysConfiguration {
    @Bean
    @Lazy
    Keyring keyring(DataPlace place) {
        return Keyring.open(place.path());
    }
}
