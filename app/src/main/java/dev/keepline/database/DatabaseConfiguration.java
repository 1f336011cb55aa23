package dev.keepline.database;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The pool over the database that was opened and migrated before this context started. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseConfiguration.PoolProperties.class)
class DatabaseConfiguration {

    /** @param size connections at most */
    @ConfigurationProperties("keepline.pool")
    record PoolProperties(@DefaultValue("16") int size) {}

    @Bean
    HikariDataSource dataSource(Database database, PoolProperties pool) {
        return ConnectionPool.open(database, pool.size());
    }

    @Bean
    TransactionTemplate transactionTemplate(PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }

    @Bean
    Transactions transactions(TransactionTemplate template) {
        return new Transactions(template);
    }
}
