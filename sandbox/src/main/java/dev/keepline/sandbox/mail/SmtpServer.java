package dev.keepline.sandbox.mail;

import dev.keepline.sandbox.Fault;
import dev.keepline.sandbox.FaultRule;
import dev.keepline.sandbox.Faults;
import dev.keepline.sandbox.SandboxFailure;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** SMTP on the loopback address. */
final class SmtpServer implements AutoCloseable {

    /** The operation faults are set for. */
    static final String RECEIVE = "receive";

    /** What can go wrong with it. */
    static final Set<Fault> FAULTS = EnumSet.of(Fault.STATUS_429, Fault.STATUS_500, Fault.DROP_AFTER, Fault.DELAY);

    private static final int LARGEST = 10_000_000;
    private static final int NO_SUCH_MAILBOX = 550;
    private static final int TRY_LATER = 451;
    private static final int BUSY = 450;

    private final Inbox inbox;
    private final Faults faults;
    private final SMTPServer server;

    SmtpServer(Inbox inbox, Faults faults, int port) {
        this.inbox = inbox;
        this.faults = faults;
        this.server = SMTPServer.port(port)
                .bindAddress(InetAddress.ofLiteral("127.0.0.1"))
                .hostName("sandbox.invalid")
                .softwareName("Keepline sandbox")
                .maxMessageSize(LARGEST)
                .messageHandlerFactory(Delivery::new)
                .build();
        try {
            server.start();
        } catch (RuntimeException taken) {
            throw new SandboxFailure(
                    "The sandbox's mail server cannot listen on 127.0.0.1:" + port
                            + ". Stop what uses the port, or choose another --smtp-port.",
                    taken);
        }
    }

    int port() {
        return server.getPortAllocated();
    }

    @Override
    public void close() {
        server.stop();
    }

    /** One letter coming in. */
    private final class Delivery implements MessageHandler {

        private final List<String> recipients = new ArrayList<>();

        Delivery(MessageContext context) {}

        @Override
        public void from(String sender) {}

        @Override
        public void recipient(String address) throws RejectException {
            if (address.toLowerCase(Locale.ROOT).startsWith("bounce")) {
                throw new RejectException(NO_SUCH_MAILBOX, "5.1.1 No such mailbox");
            }
            recipients.add(address);
        }

        @Override
        public @Nullable String data(InputStream data) throws RejectException, IOException {
            byte[] raw = data.readAllBytes();
            Optional<FaultRule> struck = faults.take("mail", RECEIVE, FAULTS);
            if (struck.isPresent()) {
                strike(struck.get(), raw);
                return null;
            }
            keep(raw);
            return null;
        }

        private void strike(FaultRule rule, byte[] raw) throws RejectException, IOException {
            switch (rule.fault()) {
                case STATUS_429 -> throw new RejectException(BUSY, "4.2.1 Too many letters, come back later");
                case STATUS_500 -> throw new RejectException(TRY_LATER, "4.3.0 Local error, come back later");
                case DELAY -> {
                    pause(rule.delayOr(3_000).toMillis());
                    keep(raw);
                }
                default -> {
                    keep(raw);
                    throw new IOException("connection dropped on demand");
                }
            }
        }

        private void keep(byte[] raw) {
            String text = new String(raw, StandardCharsets.ISO_8859_1);
            recipients.forEach(address -> inbox.add(address, text));
        }

        @Override
        public void done() {}
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
