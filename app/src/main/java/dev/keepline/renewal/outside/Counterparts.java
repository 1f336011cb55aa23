package dev.keepline.renewal.outside;

import dev.keepline.carriers.Connector;
import dev.keepline.payments.Gateway;
import java.util.List;
import java.util.Optional;

/** The gateways and connectors this installation has, by name. */
public class Counterparts {

    private final List<Gateway> gateways;
    private final List<Connector> connectors;

    public Counterparts(List<Gateway> gateways, List<Connector> connectors) {
        this.gateways = List.copyOf(gateways);
        this.connectors = List.copyOf(connectors);
    }

    /** Where a card is paid with: the first gateway there is. Empty where nothing can be paid. */
    public Optional<Gateway> cards() {
        return gateways.stream().findFirst();
    }

    /** A connector, where it is installed. */
    public Optional<Connector> find(String connector) {
        return connectors.stream().filter(c -> c.id().equals(connector)).findFirst();
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
        return find(id).orElseThrow(() -> new IllegalStateException("no connector is named " + id));
    }
}
