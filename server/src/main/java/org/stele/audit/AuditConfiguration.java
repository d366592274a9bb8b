package org.stele.audit;

import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stele.database.DataPlace;
import org.stele.evidence.Items;
import org.stele.evidence.Reading;
import org.stele.reports.EditionCheck;
import org.stele.reports.Editions;
import org.stele.sealing.SealedRows;
import org.stele.sealing.Sequencer;
import org.stele.sealing.Verification;
import org.stele.vault.ByteCheck;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean
    LastAudit lastAudit(DataPlace place) {
        return new LastAudit(place);
    }

    @Bean
    Audit audit(DataSource dataSource, DataPlace place, Verification verification, Editions editions, EditionCheck editionCheck, ObjectProvider<ByteCheck> bytes, LastAudit last) {
        return new Audit(verification, new EditionAudit(editions, editionCheck), new ByteAudit(dataSource, bytes::getObject), new VouchedCheckpoints(place), last,
                InstantSource.system());
    }

    @Bean
    CourtBundle courtBundle(DataSource dataSource, DataPlace place, Items items, Reading reading, Sequencer sequencer) {
        return new CourtBundle(dataSource, place, items, reading, new SealedRows(dataSource), sequencer, InstantSource.system());
    }
}
