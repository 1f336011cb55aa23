package dev.keepline.database;

import com.zaxxer.hikari.HikariDataSource;
import dev.keepline.settings.Check;
import dev.keepline.settings.Finding;
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
    record PoolProperties(@DefaultValue("16") int size) {
        PoolProperties {
            if (size < 2) {
                throw new IllegalArgumentException("keepline.pool.size needs at least 2, not " + size);
            }
        }
    }

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

    /** Whether this version of the program and the schema are of one time; the next start mends what is missing. */
    @Bean
    Check schema(Database database) {
        return new Check("schema", () -> {
            var distance = Migrations.distance(database);
            if (distance.unknown() > 0) {
                return new Finding.Wrong(
                        "a newer Keepline has changed the database in " + distance.unknown()
                                + " steps unknown to this one",
                        "Start the newer release; an older one does not go back.");
            }
            return distance.missing() == 0
                    ? new Finding.Fine("is this version's")
                    : new Finding.Wrong(
                            distance.missing() + " steps behind this version",
                            "Back up, then start this version: it makes them before anything else.");
        });
    }
}
