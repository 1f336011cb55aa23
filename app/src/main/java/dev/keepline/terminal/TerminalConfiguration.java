package dev.keepline.terminal;

import dev.keepline.identity.StaffAccounts;
import dev.keepline.settings.KeeplineProperties;
import dev.keepline.support.StaffActions;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The commands, with the terminal to print on. */
@Configuration(proxyBeanMethods = false)
class TerminalConfiguration {

    @Bean
    StaffCommand staffCommand(
            StaffAccounts staff, StaffActions actions, KeeplineProperties settings, InstantSource clock) {
        return new StaffCommand(staff, actions, settings, clock, System.out);
    }
}
