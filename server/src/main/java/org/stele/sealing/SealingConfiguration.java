package org.stele.sealing;

import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.stele.database.DataPlace;

@Configuration(proxyBeanMethods = false)
class SealingConfiguration {

    @Bean
    Sealing sealing(DataSource dataSource) {
        return new Sealing(dataSource);
    }

    @Bean
    Sequencer sequencer(DataSource dataSource, DataPlace place) {
        return new Sequencer(dataSource, place);
    }

    @Bean
    LogStates logStates(DataSource dataSource) {
        return new LogStates(dataSource);
    }

    @Bean
    Verification verification(DataSource dataSource, Sequencer sequencer) {
        return new Verification(dataSource, sequencer);
    }

    /** Not only when somebody asks for it: whatever a command writes is published before it ends. */
    @Bean
    @Lazy(false)
    @ConditionalOnProperty(name = "stele.publish-log", matchIfMissing = true)
    Publishing publishing(Sealing sealing, Sequencer sequencer, DataPlace place) {
        return new Publishing(sealing, sequencer, place);
    }
}
