package org.stele.vault;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.stele.database.DataPlace;
import org.stele.history.Changes;
import org.stele.keys.KeyHolder;
import org.stele.keys.Keyring;

@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

    /** Enough for the embedded PostgreSQL to go on writing its log while the disk's owner makes room. */
    private static final long RESERVE = 256L << 20;

    /** Often enough to know of a store that changed its ways, and not so often that its owner pays for it. */
    private static final Duration PROBING = Duration.ofHours(1);

    /** Longer than any process can take between writing bytes and committing them. */
    private static final Duration GRACE = Duration.ofHours(24);

    @Bean
    @Lazy
    Folder mainLocation(DataPlace place, Environment environment) {
        return new Folder("main", place.folder("vault"), environment.getProperty("stele.vault.reserve", Long.class, RESERVE));
    }

    @Bean
    @Lazy
    Vault vault(DataSource source, Keyring keys, Folder mainLocation) {
        return new Vault(source, keys, mainLocation);
    }

    @Bean
    Blobs blobs(DataSource source) {
        return new Blobs(source);
    }

    @Bean
    @Lazy
    KeyHolder blobKeys(DataSource source) {
        return new BlobKeys(source);
    }

    @Bean
    Custody custody(DataSource source) {
        return new Custody(source);
    }

    /** Read at the start of the server, so that a fault in it is told then and not when a copy is missed. */
    @Bean
    CopyPlan copyPlan(DataPlace place) throws IOException {
        return CopyPlanFile.read(place.path().resolve(CopyPlanFile.NAME));
    }

    @Bean
    @Lazy
    Copies copies(DataSource source, Changes changes, Custody custody, Folder mainLocation, CopyPlan plan, Environment environment) {
        return new Copies(source, changes, custody, mainLocation, plan, System.getenv(),
                environment.getProperty("stele.vault.patience", Duration.class, Duration.ofSeconds(60)), PROBING);
    }

    @Bean
    @Lazy
    ByteCheck byteCheck(DataSource source, CopyPlan plan, DataPlace place) {
        return new ByteCheck(source, plan, place.folder("vault"));
    }

    /** In the server only: a command does what it was called for. */
    @Bean
    @ConditionalOnWebApplication
    CopySchedule copySchedule(ObjectProvider<Copies> copies) {
        return new CopySchedule(copies::getObject);
    }

    @Bean
    @ConditionalOnWebApplication
    OrphanSchedule orphanSchedule(ObjectProvider<Folder> main, Blobs blobs) {
        AtomicReference<Orphans> once = new AtomicReference<>();
        return new OrphanSchedule(() -> once.updateAndGet(open -> open != null ? open : new Orphans(main.getObject(), blobs, GRACE, System::nanoTime)));
    }
}
