package dev.keepline.renewal.outside;

import dev.keepline.carriers.Connector;
import dev.keepline.payments.Gateway;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The gateways and connectors this installation has, by name. */
@Component
public class Counterparts {

    private final List<Gateway> gateways;
    private final List<Connector> connectors;

    Counterparts(ObjectProvider<Gateway> gateways, ObjectProvider<Connector> connectors) {
        this.gateways = gateways.orderedStream().toList();
        this.connectors = connectors.orderedStream().toList();
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
