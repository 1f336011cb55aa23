package dev.keepline.settings;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The proxies of ours before this application, by network. Only what they say of a request is believed: anybody else can
 * write any address into a header.
 */
public final class Proxies {

    private final List<Network> networks;

    private Proxies(List<Network> networks) {
        this.networks = List.copyOf(networks);
    }

    /** @param bits that an address shares with this one to be in the network */
    private record Network(InetAddress address, int bits) {

        boolean has(InetAddress another) {
            var mine = address.getAddress();
            var other = another.getAddress();
            if (other.length != mine.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                if (((other[bit / 8] ^ mine[bit / 8]) & (0x80 >> (bit % 8))) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * Reads addresses and networks, separated by commas: {@code 127.0.0.1, 10.0.0.0/8, fd00::/8}. Names are not looked up.
     *
     * @throws IllegalArgumentException when one is neither
     */
    public static Proxies parse(String text) {
        return new Proxies(Stream.of(text.split(",", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .map(Proxies::network)
                .toList());
    }

    private static Network network(String text) {
        var parts = text.split("/", 2);
        var address = address(parts[0])
                .orElseThrow(() -> new IllegalArgumentException("what is no address and no network: " + text));
        int most = address.getAddress().length * 8;
        boolean plain = parts.length == 1;
        if (!plain && !parts[1].matches("[0-9]{1,3}")) {
            throw new IllegalArgumentException("what is no network: " + text);
        }
        int bits = plain ? most : Integer.parseInt(parts[1]);
        if (bits > most) {
            throw new IllegalArgumentException("what is no network: " + text);
        }
        return new Network(address, bits);
    }

    /** Whether there is none: nobody is believed then. */
    public boolean isEmpty() {
        return networks.isEmpty();
    }

    /** Whether it is the address of one of them. */
    public boolean trust(String address) {
        return address(address).filter(this::trust).isPresent();
    }

    private boolean trust(InetAddress address) {
        return networks.stream().anyMatch(network -> network.has(address));
    }

    /**
     * Where a request comes from: the last address on its way that is none of ours. What stands before that one in the
     * header, its sender may have made up.
     *
     * @param peer who connected to us
     * @param forwarded every value of {@code X-Forwarded-For}, in their order
     */
    public String from(String peer, List<String> forwarded) {
        if (!trust(peer)) {
            return peer;
        }
        var way = new ArrayList<String>();
        forwarded.forEach(value -> way.addAll(List.of(value.split(",", -1))));
        var nearest = peer;
        for (var hop : way.reversed()) {
            var address = address(withoutPort(hop.strip()));
            if (address.isEmpty()) {
                return nearest;
            }
            nearest = address.get().getHostAddress();
            if (!trust(address.get())) {
                return nearest;
            }
        }
        return nearest;
    }

    private static String withoutPort(String hop) {
        if (hop.startsWith("[")) {
            return hop.replaceFirst("^\\[([^\\]]*)\\](:[0-9]+)?$", "$1");
        }
        return hop.indexOf(':') == hop.lastIndexOf(':') ? hop.replaceFirst(":[0-9]+$", "") : hop;
    }

    private static Optional<InetAddress> address(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
