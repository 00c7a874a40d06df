package io.recio.localstack.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatabaseRelayTest {

    private static final int PATIENCE_MILLIS = 5_000;
    private static final int SHORT_MILLIS = 200;

    private ServerSocket database;
    private DatabaseRelay relay;

    @BeforeEach
    void listen() throws IOException {
        database = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        database.setSoTimeout(PATIENCE_MILLIS);
        relay = DatabaseRelay.to(database.getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        relay.close();
        database.close();
    }

    @Test
    void passesBytesBothWays() throws IOException {
        try (Socket client = connect();
                Socket server = database.accept()) {
            client.getOutputStream().write(1);
            assertThat(server.getInputStream().read()).isEqualTo(1);
            server.getOutputStream().write(2);
            assertThat(client.getInputStream().read()).isEqualTo(2);
        }
    }

    @Test
    void holdsBytesWhileCutAndDeliversThemLate() throws IOException {
        try (Socket client = connect();
                Socket server = database.accept()) {
            server.setSoTimeout(SHORT_MILLIS);
            relay.cut();

            client.getOutputStream().write(7);

            assertThatThrownBy(() -> server.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
            server.setSoTimeout(PATIENCE_MILLIS);
            relay.mend();
            assertThat(server.getInputStream().read()).isEqualTo(7);
        }
    }

    @Test
    void letsNobodyNewThroughWhileCut() throws IOException {
        database.setSoTimeout(SHORT_MILLIS);
        relay.cut();
        try (Socket client = connect()) {
            assertThatThrownBy(() -> database.accept()).isInstanceOf(SocketTimeoutException.class);
            relay.mend();
            database.setSoTimeout(PATIENCE_MILLIS);
            try (Socket server = database.accept()) {
                server.getOutputStream().write(3);
                assertThat(client.getInputStream().read()).isEqualTo(3);
            }
        }
    }

    private Socket connect() throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), relay.port());
        client.setSoTimeout(PATIENCE_MILLIS);
        return client;
    }
}
