package org.stele.backup;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.stele.database.BeforeUpgrade;
import org.stele.database.DataPlace;

@Configuration(proxyBeanMethods = false)
class BackupConfiguration {
    @Bean
    BeforeUpgrade upgradeBackup(DataPlace place, Environment environment) {
        return new UpgradeBackup(place, environment);
    }
}
