package dev.keepline.renewal.outside;

import dev.keepline.carriers.Connector;
import dev.keepline.payments.Gateway;
import java.util.List;

/** The gateways and connectors this installation has, by name. */
public class Counterparts {

    private final List<Gateway> gateways;
    private final List<Connector> connectors;

    public Counterparts(List<Gateway> gateways, List<Connector> connectors) {
        this.gateways = List.copyOf(gateways);
        this.connectors = List.copyOf(connectors);
    }

    /** Whether anything can be paid and ordered over these two. */
    public boolean have(String gateway, String connector) {
        return gateways.stream().anyMatch(g -> g.id().equals(gateway))
                && connectors.stream().anyMatch(c -> c.id().equals(connector));
    }

    /** @throws IllegalStateException when a stored renewal names a gateway that is not installed any more */
    public Gateway gateway(String id) {
        return gateways.stream()
                .filter(g -> g.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no gateway is named " + id));
    }

    /** @throws IllegalStateException when a stored renewal names a connector that is not installed any more */
    public Connector connector(String id) {
        return connectors.stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no connector is named " + id));
    }
}
