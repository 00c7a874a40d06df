package io.recio.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recio.localstack.refusal.Refused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void namesTheTakenPortAndWhoWantedIt() throws IOException {
        Ports ports = Ports.free(StackShape.WHOLE);
        int port = ports.of("trade-manager");
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(taken.getLocalPort()).isEqualTo(port);
            assertThatThrownBy(() -> ports.requireFree(Set.of("main-app", "trade-manager")))
                    .isInstanceOf(Refused.class)
                    .hasMessage("port " + port
                            + " (trade-manager) is taken by another program; end it, or use --free-ports");
        }
    }

    @Test
    void givesEachProcessAPortOfItsOwn() {
        Ports ports = Ports.free(StackShape.WHOLE);

        assertThat(new HashSet<>(ports.byName().values())).hasSize(15);
        assertThat(ports.byName().keySet())
                .isEqualTo(Ports.usual(StackShape.WHOLE).byName().keySet());
    }

    @Test
    void keepsToThePortsOfTheDesign() {
        assertThat(Ports.usual(StackShape.WHOLE).of("postgres")).isEqualTo(54321);
        assertThat(Ports.usual(StackShape.WHOLE).of("symbol-price-watchdog-eth"))
                .isEqualTo(8008);
        assertThat(Ports.usual(StackShape.WHOLE).of("main-app")).isEqualTo(3000);
    }
}
