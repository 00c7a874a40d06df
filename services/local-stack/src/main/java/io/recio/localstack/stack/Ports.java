package io.recio.localstack.stack;

import io.recio.localstack.refusal.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Which process of the stack listens where on 127.0.0.1, by name. */
public record Ports(Map<String, Integer> byName) {

    public static final String POSTGRES = "postgres";
    public static final String CONTROL = "local-stack";
    public static final String SIMULATOR_TLS = "exchange-simulator-tls";

    private static final int LOWEST_FREE = 16_384;
    private static final int EPHEMERAL = 32_768;
    private static final int TRIES = 50;

    public Ports {
        byName = Map.copyOf(byName);
    }

    /** The usual ports (DESIGN, section 2). */
    public static Ports usual(StackShape shape) {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put(POSTGRES, 54321);
        ports.put(CONTROL, 8101);
        ports.put(ServiceSpec.SIMULATOR.name(), ServiceSpec.SIMULATOR.port());
        if (shape.exchangesByTls()) {
            ports.put(SIMULATOR_TLS, 8443);
        }
        shape.services().forEach(spec -> ports.put(spec.name(), spec.port()));
        return new Ports(ports);
    }

    /**
     * As many ports that are free at this moment, below those that systems give to outgoing connections: a process that is
     * started again must find its own still free.
     */
    public static Ports free(StackShape shape) {
        Map<String, Integer> ports = new LinkedHashMap<>();
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (String name : usual(shape).byName.keySet()) {
                ServerSocket socket = bindBelowEphemeral();
                held.add(socket);
                ports.put(name, socket.getLocalPort());
            }
            for (ServerSocket socket : held) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no free ports on 127.0.0.1", e);
        }
        return new Ports(ports);
    }

    private static ServerSocket bindBelowEphemeral() throws IOException {
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST_FREE, EPHEMERAL);
            try {
                return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
            } catch (BindException e) {
                // Somebody else's: try another.
            }
        }
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    public int of(String name) {
        Integer port = byName.get(name);
        if (port == null) {
            throw new IllegalArgumentException("no port is planned for " + name);
        }
        return port;
    }

    /**
     * Tries each port.
     *
     * @param wanted names of the processes that are about to listen
     * @throws Refused naming the first port that is taken and who wanted it
     */
    public void requireFree(Set<String> wanted) {
        for (String name : wanted.stream().sorted().toList()) {
            int port = of(name);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                socket.setReuseAddress(true);
            } catch (BindException e) {
                throw new Refused(
                        "port " + port + " (" + name + ") is taken by another program; end it, or use --free-ports", e);
            } catch (IOException e) {
                throw new UncheckedIOException("port " + port + " cannot be tried", e);
            }
        }
    }
}
