package org.stele.places;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stele.history.Changes;

@Configuration(proxyBeanMethods = false)
class PlacesConfiguration {

    @Bean
    Places places(DataSource dataSource, Changes changes) {
        return new Places(dataSource, changes);
    }

    @Bean
    Boundaries boundaries(DataSource dataSource, Changes changes, Places places) {
        return new Boundaries(dataSource, changes, places);
    }

    @Bean
    Programmes programmes(Places places, Boundaries boundaries) {
        return new Programmes(places, boundaries);
    }
}
