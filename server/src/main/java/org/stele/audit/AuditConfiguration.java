package org.stele.audit;

import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stele.database.DataPlace;
import org.stele.evidence.Items;
import org.stele.evidence.Reading;
import org.stele.sealing.SealedRows;
import org.stele.sealing.Sequencer;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean
    CourtBundle courtBundle(DataSource dataSource, DataPlace place, Items items, Reading reading, Sequencer sequencer) {
        return new CourtBundle(dataSource, place, items, reading, new SealedRows(dataSource), sequencer, InstantSource.system());
    }
}
