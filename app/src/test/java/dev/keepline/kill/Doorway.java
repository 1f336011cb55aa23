package dev.keepline.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * One address for a server that has another port in each of its lives. It only carries bytes: what breaks behind it breaks
 * before it, and while nothing is behind it nobody is let in.
 */
final class Doorway implements AutoCloseable {

    private final ServerSocket door;
    private volatile int behind;

    /** Leads nowhere yet. */
    Doorway() {
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("doorway").start(this::letIn);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Whoever comes from now on is led to that port. */
    void leadTo(int port) {
        behind = port;
    }

    private void letIn() {
        while (!door.isClosed()) {
            try {
                lead(door.accept());
            } catch (IOException _) {
                // The door was closed, which the loop sees.
            }
        }
    }

    private void lead(Socket outer) throws IOException {
        try {
            var inner = new Socket(InetAddress.getLoopbackAddress(), behind);
            carry(outer, inner);
            carry(inner, outer);
        } catch (IOException _) {
            outer.close(); // nobody there
        }
    }

    private static void carry(Socket from, Socket to) {
        Thread.ofVirtual().name("doorway-carries").start(() -> {
            try (from;
                    to) {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException _) {
                // One of the two is gone; both are closed.
            }
        });
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
