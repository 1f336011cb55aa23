package dev.keepline.kill;

import dev.keepline.KeeplineApplication;
import dev.keepline.database.Database;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.QuoteId;
import dev.keepline.kernel.RenewalId;
import dev.keepline.renewal.Consent;
import dev.keepline.renewal.Interventions;
import dev.keepline.renewal.Renewals;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The whole application in a process that dies where it is told to. It is told by lines on its standard input:
 *
 * <ul>
 *   <li>{@code go}: until then it is made but takes no work up, so that it can stand by while another still lives;
 *   <li>{@code arm POINT}: die there;
 *   <li>{@code hold POINT}: wait there until the line {@code on};
 *   <li>{@code end}: end in order;
 *   <li>{@code start ACCOUNT QUOTE VERSION}: somebody agrees to a quote;
 *   <li>{@code return ACCOUNT RENEWAL}: the operator has given the money back outside the gateway.
 * </ul>
 */
final class Killable {

    private static final BufferedReader WORDS =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));

    private Killable() {}

    /** Takes the database's address, owner and password, then the settings. */
    public static void main(String[] args) {
        try {
            live(args);
        } catch (IOException | RuntimeException failure) {
            failure.printStackTrace(System.out);
        }
        Runtime.getRuntime().halt(1); // or whoever started us is gone
    }

    private static void live(String... args) throws IOException {
        var database = new Database(args[0], args[1], args[2]);
        var gallows = new Gallows();
        var application = new SpringApplication(KeeplineApplication.class);
        application.setRegisterShutdownHook(false);
        application.addInitializers(prepared -> {
            var context = (GenericApplicationContext) prepared;
            context.registerBean(Database.class, () -> database);
            context.registerBean(Gate.class, Gate::new);
            context.getBeanFactory().addBeanPostProcessor(gallows);
        });
        var settings = List.of(args).subList(3, args.length);
        var running = application.run(settings.toArray(String[]::new));
        say("going");
        for (var line = WORDS.readLine(); line != null; line = WORDS.readLine()) {
            obey(new ArrayList<>(List.of(line.split(" "))), gallows, running);
        }
    }

    private static void obey(List<String> words, Gallows gallows, ApplicationContext running) {
        switch (words.getFirst()) {
            case "arm" -> {
                gallows.arm(words.get(1));
                say("armed " + words.get(1));
            }
            case "hold" -> {
                gallows.hold(words.get(1));
                say("holding " + words.get(1));
            }
            case "on" -> gallows.on();
            case "end" -> Runtime.getRuntime().exit(0);
            case "start" -> {
                var consent = new Consent(String.join(" ", words.subList(3, words.size())), true, "en");
                var renewals = running.getBean(Renewals.class);
                say("started " + renewals.start(AccountId.parse(words.get(1)), QuoteId.parse(words.get(2)), consent));
            }
            case "return" -> {
                var word = new Interventions.Word("the card is closed", "wire 7");
                var id = RenewalId.parse(words.get(2));
                say("returned "
                        + running.getBean(Interventions.class)
                                .act(AccountId.parse(words.get(1)), id, Interventions.Action.RETURNED, word));
            }
            default -> throw new IllegalArgumentException(String.join(" ", words));
        }
    }

    static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    /** Opened by the first line, before the web server listens and jobs are taken up. */
    private static final class Gate implements SmartLifecycle {

        private volatile boolean open;

        @Override
        public void start() {
            say("standing by");
            try {
                open = "go".equals(WORDS.readLine());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            if (!open) {
                Runtime.getRuntime().halt(0);
            }
        }

        @Override
        public void stop() {
            open = false;
        }

        @Override
        public boolean isRunning() {
            return open;
        }

        @Override
        public int getPhase() {
            return 0;
        }
    }
}
