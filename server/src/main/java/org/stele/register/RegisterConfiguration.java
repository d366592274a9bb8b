package org.stele.register;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stele.history.Versions;

@Configuration(proxyBeanMethods = false)
class RegisterConfiguration {

    @Bean
    Victims victims(Versions versions) {
        return new Victims(versions);
    }

    @Bean
    Incidents incidents(Versions versions) {
        return new Incidents(versions);
    }

    @Bean
    Sources sources(Versions versions) {
        return new Sources(versions);
    }

    @Bean
    Codebooks codebooks(Versions versions) {
        return new Codebooks(versions);
    }

    @Bean
    Demonstrations demonstrations(DataSource dataSource) {
        return new Demonstrations(dataSource);
    }

    @Bean
    Statements statements(DataSource dataSource) {
        return new Statements(dataSource);
    }
}
