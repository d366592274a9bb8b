package org.stele.history;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HistoryConfiguration {

    @Bean
    Changes changes(DataSource dataSource) {
        return new Changes(dataSource);
    }

    @Bean
    Versions versions(DataSource dataSource) {
        return new Versions(dataSource);
    }
}
