package org.stele.uploading;

import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.stele.database.DataPlace;

@Configuration(proxyBeanMethods = false)
class UploadingConfiguration {

    /** As for the vault: enough for the embedded PostgreSQL to go on writing its log while the disk's owner makes room. */
    private static final long RESERVE = 256L << 20;

    @Bean
    @Lazy
    Uploads uploads(DataSource source, DataPlace place, Environment environment) {
        return new Uploads(new UploadRows(source), new PartFiles(place.folder("uploads"), environment.getProperty("stele.vault.reserve", Long.class, RESERVE)),
                InstantSource.system());
    }

    @Bean
    @Lazy
    Tus tus(Uploads uploads) {
        return new Tus(uploads);
    }

    /** In the server only: a command does what it was called for. */
    @Bean
    @ConditionalOnWebApplication
    UploadClearing uploadClearing(ObjectProvider<Uploads> uploads) {
        return new UploadClearing(uploads::getObject);
    }
}
