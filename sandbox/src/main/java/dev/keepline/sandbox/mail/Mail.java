package dev.keepline.sandbox.mail;

import dev.keepline.sandbox.Counterpart;
import dev.keepline.sandbox.Fault;
import dev.keepline.sandbox.Json;
import dev.keepline.sandbox.Response;
import dev.keepline.sandbox.Routes;
import dev.keepline.sandbox.SandboxContext;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;

/** The mail server as a counterpart: SMTP on a port of its own, its inbox under /mail/. */
public final class Mail implements Counterpart {

    private final Inbox inbox;
    private final SmtpServer server;

    /** Listens at once, on {@code --smtp-port} or on a free port. */
    public Mail(SandboxContext context) {
        this.inbox = new Inbox(context.store(), context.clock());
        this.server = new SmtpServer(inbox, context.faults(), port(context));
    }

    private static int port(SandboxContext context) {
        String given = context.options().setting("smtp-port", "0");
        try {
            return Integer.parseInt(given);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("--smtp-port needs a number, not " + given, notANumber);
        }
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public void register(Routes routes) {
        new InboxPages(inbox).register(routes);
    }

    @Override
    public void registerControl(Routes routes) {
        routes.get("", "control", _ -> Response.json(200, Json.object().put("smtp_port", server.port())));
        routes.get("/messages", "control", request -> {
            String to = request.query("to").orElse("");
            ArrayNode all = Json.array();
            inbox.newest().stream()
                    .filter(letter -> to.isEmpty() || letter.to().equalsIgnoreCase(to))
                    .forEach(letter -> all.add(letter.json()));
            return Response.json(200, all);
        });
        routes.delete("/messages", "control", _ -> {
            inbox.clear();
            return Response.json(200, Json.object().put("status", "ok"));
        });
    }

    @Override
    public List<String> otherOperations() {
        return List.of(SmtpServer.RECEIVE);
    }

    /** Faults of SMTP's operation {@code receive}; the inbox's pages know none. */
    @Override
    public Set<Fault> ownFaults() {
        return EnumSet.allOf(Fault.class);
    }

    @Override
    public Response failure(int status) {
        return Response.text(status, "There is nothing here.");
    }

    @Override
    public String controlSection() {
        long count = inbox.newest().size();
        return """
                <section><h2>Mail</h2><p>SMTP on port <code>%d</code>. <a href="/mail/">The inbox</a> holds %d letters.
                Addresses that begin with <code>bounce</code> are refused for good. Faults of <code>receive</code>: %s.</p>
                </section>
                """.formatted(
                        server.port(),
                        count,
                        SmtpServer.FAULTS.stream().map(Fault::wire).collect(Collectors.joining(", ")));
    }

    @Override
    public void close() {
        server.close();
    }
}
