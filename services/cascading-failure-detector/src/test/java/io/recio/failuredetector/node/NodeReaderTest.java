package io.recio.failuredetector.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.metrics.v1beta1.NodeMetricsBuilder;
import io.fabric8.kubernetes.api.model.metrics.v1beta1.NodeMetricsListBuilder;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In front of a mock API server. */
@EnableKubernetesMockClient(crud = true)
class NodeReaderTest {

    private static final String METRICS = "/apis/metrics.k8s.io/v1beta1/nodes";
    private static final String STATE_METRICS = """
            # HELP kube_node_status_allocatable The allocatable for different resources of a node.
            # TYPE kube_node_status_allocatable gauge
            kube_node_status_allocatable{node="worker-1",resource="cpu",unit="core"} 3.92
            kube_node_status_allocatable{node="worker-1",resource="memory",unit="byte"} 8.0e+09
            kube_node_status_allocatable{node="worker-1",resource="pods",unit="integer"} 110
            kube_node_status_condition{node="worker-1",condition="DiskPressure",status="true"} 1
            kube_node_status_condition{node="worker-1",condition="DiskPressure",status="false"} 0
            kube_node_status_condition{node="worker-1",condition="MemoryPressure",status="true"} 0
            kube_node_status_condition{node="worker-1",condition="MemoryPressure",status="false"} 1
            kube_node_status_condition{node="worker-1",condition="Ready",status="true"} 1
            kube_node_status_condition{node="worker-2",condition="Ready",status="unknown"} 1
            kube_pod_info{node="worker-1",pod="x"} 1
            """;

    KubernetesMockServer server;
    KubernetesClient client;
    private KubernetesClient once;

    /** A client as the service has it: it asks once. */
    @BeforeEach
    void askOnce() {
        once = new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(client.getConfiguration())
                        .withRequestRetryBackoffLimit(0)
                        .build())
                .build();
    }

    @AfterEach
    void stop() {
        once.close();
    }

    @Test
    void readsUsageAndWhatThereIs() {
        client.resource(new NodeBuilder()
                        .withNewMetadata()
                        .withName("worker-1")
                        .endMetadata()
                        .withNewStatus()
                        .withAllocatable(Map.of("cpu", new Quantity("3920m"), "memory", new Quantity("8Gi")))
                        .addNewCondition()
                        .withType("DiskPressure")
                        .withStatus("True")
                        .endCondition()
                        .addNewCondition()
                        .withType("MemoryPressure")
                        .withStatus("False")
                        .endCondition()
                        .addNewCondition()
                        .withType("Ready")
                        .withStatus("Unknown")
                        .endCondition()
                        .endStatus()
                        .build())
                .create();
        metrics();
        assertThat(read())
                .containsExactly(new NodeFigures(
                        "worker-1",
                        Optional.of(1_234L),
                        Optional.of(6L << 30),
                        Optional.of(3_920L),
                        Optional.of(8L << 30),
                        List.of("DiskPressure", "NotReady")));
    }

    @Test
    void leavesUsageOutWhereTheClusterDoesNotMeasureIt() {
        client.resource(new NodeBuilder()
                        .withNewMetadata()
                        .withName("worker-1")
                        .endMetadata()
                        .withNewStatus()
                        .withAllocatable(Map.of("cpu", new Quantity("2")))
                        .endStatus()
                        .build())
                .create();
        server.expect().get().withPath(METRICS).andReturn(503, "no endpoints").always();
        assertThat(read())
                .containsExactly(new NodeFigures(
                        "worker-1",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(2_000L),
                        Optional.empty(),
                        List.of()));
    }

    @Test
    void leavesOutWhatItMayNotRead() {
        server.expect()
                .get()
                .withPath("/api/v1/nodes")
                .andReturn(403, "forbidden")
                .always();
        server.expect().get().withPath(METRICS).andReturn(403, "forbidden").always();
        assertThat(read()).isEmpty();
    }

    @Test
    void doesNotTakeAnApiServerThatIsAwayForAClusterWithoutNodes() {
        server.shutdown();
        assertThatThrownBy(this::read).isInstanceOf(KubernetesClientException.class);
    }

    @Test
    void readsWhatThereIsFromKubeStateMetricsWhereThatIsSet() throws IOException {
        HttpServer metrics = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        metrics.createContext("/metrics", exchange -> {
            byte[] body = STATE_METRICS.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        metrics.start();
        metrics();
        URI url = URI.create("http://127.0.0.1:" + metrics.getAddress().getPort() + "/metrics");
        try {
            assertThat(new NodeReader(once, Optional.of(new StateMetrics(url))).read())
                    .containsExactly(
                            new NodeFigures(
                                    "worker-1",
                                    Optional.of(1_234L),
                                    Optional.of(6L << 30),
                                    Optional.of(3_920L),
                                    Optional.of(8_000_000_000L),
                                    List.of("DiskPressure")),
                            new NodeFigures(
                                    "worker-2",
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    List.of("NotReady")));
        } finally {
            metrics.stop(0);
        }
        assertThat(new NodeReader(once, Optional.of(new StateMetrics(url))).read())
                .extracting(NodeFigures::cpuMillisMost)
                .as("usage alone when it is away")
                .containsExactly(Optional.empty());
    }

    private void metrics() {
        server.expect()
                .get()
                .withPath(METRICS)
                .andReturn(
                        200,
                        new NodeMetricsListBuilder()
                                .addToItems(new NodeMetricsBuilder()
                                        .withNewMetadata()
                                        .withName("worker-1")
                                        .endMetadata()
                                        .withUsage(Map.of(
                                                "cpu", new Quantity("1234567890n"), "memory", new Quantity("6Gi")))
                                        .build())
                                .build())
                .always();
    }

    private List<NodeFigures> read() {
        return new NodeReader(once, Optional.empty()).read();
    }
}
