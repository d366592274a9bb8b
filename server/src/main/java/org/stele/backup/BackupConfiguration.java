package org.stele.backup;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.stele.database.BeforeUpgrade;
import org.stele.database.Database;
import org.stele.database.DataPlace;
import org.stele.keys.Keyring;
import org.stele.statistics.Statistics;
import org.stele.vault.BackupNews;

@Configuration(proxyBeanMethods = false)
class BackupConfiguration {
    @Bean
    BeforeUpgrade upgradeBackup(DataPlace place, Environment environment) {
        return new UpgradeBackup(place, environment);
    }

    @Bean
    BackupWork backupWork(ObjectProvider<Database> database, DataPlace place, ObjectProvider<Keyring> keyring,
            ObjectProvider<Statistics> statistics) {
        return new BackupWork(database, place.path(), keyring, statistics);
    }

    @Bean
    BackupNews backupNews(DataPlace place) {
        return new DeskNews(new StateFile(place.path()));
    }

    /** In the server only: a command does what it was called for. */
    @Bean
    @ConditionalOnWebApplication
    BackupSchedule backupSchedule(BackupWork work, Environment environment) {
        return new BackupSchedule(work, environment);
    }

    @Bean
    @ConditionalOnWebApplication
    BackupSocket backupSocket(DataPlace place, BackupWork work) {
        return new BackupSocket(place.path(), work);
    }
}
