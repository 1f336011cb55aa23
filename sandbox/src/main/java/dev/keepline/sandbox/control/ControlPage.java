package dev.keepline.sandbox.control;

import static dev.keepline.sandbox.Html.escape;

import dev.keepline.sandbox.Counterpart;
import dev.keepline.sandbox.Fault;
import dev.keepline.sandbox.FaultRule;
import dev.keepline.sandbox.Json;
import dev.keepline.sandbox.Request;
import dev.keepline.sandbox.RequestLog;
import dev.keepline.sandbox.Response;
import dev.keepline.sandbox.Routes;
import dev.keepline.sandbox.SandboxContext;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** The page for people: what is set, what was asked lately, and forms that do what the calls do. No scripts. */
final class ControlPage {

    private static final int SHOWN_REQUESTS = 25;

    private final SandboxContext context;
    private final List<Counterpart> counterparts;
    private final ControlActions actions;

    ControlPage(SandboxContext context, List<Counterpart> counterparts, ControlActions actions) {
        this.context = context;
        this.counterparts = counterparts;
        this.actions = actions;
    }

    void register(Routes routes) {
        routes.get("/", "page", request -> Response.html(200, page("")))
                .get("/control", "page", request -> Response.html(200, page("")))
                .post("/control/form/fault", "form", this::setFault)
                .post("/control/form/clear", "form", request -> {
                    context.faults().clear("*");
                    return Response.seeOther("/control");
                })
                .post("/control/form/clock", "form", request -> {
                    long hours =
                            Long.parseLong(request.form("hours").orElse("0").strip());
                    actions.advance(hours * 3_600);
                    return Response.seeOther("/control");
                });
    }

    private Response setFault(Request request) {
        ObjectNode rule = Json.object();
        String[] target = request.form("target").orElse("").split(" ", 2);
        rule.put("counterpart", target[0]);
        rule.put("operation", target.length == 2 ? target[1] : "*");
        rule.put("fault", request.form("fault").orElse(""));
        rule.put("delay_ms", Long.parseLong(request.form("delay_ms").orElse("0").strip()));
        rule.put("applied", request.form("applied").isPresent());
        String often = request.form("often").orElse("1").strip();
        if (often.endsWith("%")) {
            rule.put("rate", Double.parseDouble(often.substring(0, often.length() - 1)) / 100);
        } else {
            rule.put("times", Integer.parseInt(often));
        }
        try {
            actions.add(rule);
        } catch (IllegalArgumentException wrong) {
            return Response.html(400, page(String.valueOf(wrong.getMessage())));
        }
        return Response.seeOther("/control");
    }

    private String page(String problem) {
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <title>Keepline sandbox: control</title><style>%s</style></head><body>
                <header><p class="band">Sandbox. No real card, carrier or money is behind this.</p>
                <h1>Keepline sandbox</h1>
                <p>Counterparts that speak the vendors' protocols for tests and demonstrations:
                %s. Sandbox time is <b>%s</b> (%d h ahead).</p></header>
                <main>%s%s%s%s%s</main></body></html>
                """.formatted(
                        STYLE,
                        counterparts.stream()
                                .map(each -> "<code>" + context.baseUrl() + "/" + escape(each.name()) + "</code>")
                                .collect(Collectors.joining(", ")),
                        context.clock().instant().toString().substring(0, 19) + "Z",
                        context.clock().offset().toHours(),
                        problem.isEmpty() ? "" : "<p role=\"alert\" class=\"problem\">" + escape(problem) + "</p>",
                        faultsInForce(),
                        forms(),
                        counterparts.stream().map(Counterpart::controlSection).collect(Collectors.joining()),
                        requests());
    }

    private String faultsInForce() {
        List<FaultRule> rules = context.faults().list();
        if (rules.isEmpty()) {
            return "<section><h2>Faults in force</h2><p>None. Both counterparts behave.</p></section>";
        }
        String rows = rules.stream()
                .map(rule -> "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>"
                        .formatted(
                                escape(rule.counterpart()),
                                escape(rule.operation()),
                                rule.fault().wire(),
                                rule.rate() > 0
                                        ? Math.round(rule.rate() * 100) + "% of calls"
                                        : "next " + rule.times()))
                .collect(Collectors.joining());
        return """
                <section><h2>Faults in force</h2><table><thead><tr><th scope="col">Counterpart</th>
                <th scope="col">Operation</th><th scope="col">Fault</th><th scope="col">How often</th></tr></thead>
                <tbody>%s</tbody></table>
                <form method="post" action="/control/form/clear"><button>Clear all faults</button></form></section>
                """.formatted(rows);
    }

    private String forms() {
        String targets = counterparts.stream()
                .flatMap(each -> Stream.concat(
                                Stream.of("*"), actions.operations().getOrDefault(each.name(), List.of()).stream())
                        .map(operation -> "<option value=\"%s %s\">%s: %s</option>"
                                .formatted(
                                        escape(each.name()),
                                        escape(operation),
                                        escape(each.name()),
                                        operation.equals("*") ? "every call" : escape(operation))))
                .collect(Collectors.joining());
        String faults = Stream.of(Fault.values())
                .map(fault -> "<option value=\"%s\">%s: %s</option>"
                        .formatted(fault.wire(), fault.wire(), escape(fault.meaning())))
                .collect(Collectors.joining());
        return """
                <section><h2>Set a fault</h2><form method="post" action="/control/form/fault">
                <label>Call <select name="target">%s</select></label>
                <label>Fault <select name="fault">%s</select></label>
                <label>How often <input name="often" value="1" size="5" aria-describedby="often-hint">
                <small id="often-hint">a number of calls, or a share such as 20%%</small></label>
                <label>Delay in ms <input name="delay_ms" value="0" size="7" inputmode="numeric"></label>
                <label class="check"><input type="checkbox" name="applied"> do the work first (delay, 500)</label>
                <button>Set fault</button></form></section>
                <section><h2>Move the clock</h2><form method="post" action="/control/form/clock">
                <label>Forward by hours <input name="hours" value="24" size="6" inputmode="numeric"></label>
                <button>Move forward</button></form></section>
                """.formatted(targets, faults);
    }

    private String requests() {
        List<RequestLog.Entry> recent =
                actions.requests().recent("*", SHOWN_REQUESTS).reversed();
        String rows = recent.stream()
                .map(entry -> "<tr><td>%s</td><td>%s</td><td><code>%s %s</code></td><td>%s</td><td>%s</td></tr>"
                        .formatted(
                                entry.at().toString().substring(11, 19),
                                escape(entry.counterpart()),
                                escape(entry.request().method()),
                                escape(entry.request().path()),
                                entry.status() == 0 ? "none" : Integer.toString(entry.status()),
                                entry.fault()))
                .collect(Collectors.joining());
        return """
                <section><h2>Latest requests</h2><table><thead><tr><th scope="col">UTC</th>
                <th scope="col">Counterpart</th><th scope="col">Request</th><th scope="col">Answer</th>
                <th scope="col">Fault</th></tr></thead><tbody>%s</tbody></table></section>
                """.formatted(rows);
    }

    private static final String STYLE = """
            :root{color-scheme:light dark}
            body{font:16px/1.5 system-ui,sans-serif;margin:0;background:Canvas;color:CanvasText}
            header,main{max-width:64rem;margin:0 auto;padding:0 1.25rem}
            .band{background:#7a4100;color:#fff;margin:0 -1.25rem;padding:.5rem 1.25rem;font-weight:600}
            section{border:1px solid #8886;border-radius:.75rem;padding:0 1.25rem 1.25rem;margin:1.25rem 0;overflow-x:auto}
            table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.35rem .6rem;border-bottom:1px solid #8884}
            form{display:flex;flex-wrap:wrap;gap:1rem;align-items:end;margin-top:.75rem}
            label{display:grid;gap:.25rem;font-weight:600}label.check{display:flex;font-weight:400}
            select,input,button{font:inherit;padding:.4rem .6rem;max-width:100%;min-width:0}
            .problem{border:2px solid #b3261e;border-radius:.5rem;padding:.5rem 1rem}
            """;
}
