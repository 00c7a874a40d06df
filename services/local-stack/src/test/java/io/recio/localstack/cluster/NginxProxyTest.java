package io.recio.localstack.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class NginxProxyTest {

    @Test
    void forwardsThePathsOfTheIngressAndNothingElse() {
        String config = NginxProxy.config(ingress("Exact", "/", "Prefix", "/api"), 8443, 3000, Path.of("/kept"));
        assertThat(config.lines().map(String::strip).filter(line -> line.startsWith("location")))
                .containsExactly(
                        "location / { return 404; }",
                        "location = / { proxy_pass $backend; }",
                        "location = /api { proxy_pass $backend; }",
                        "location /api/ { proxy_pass $backend; }");
        assertThat(config)
                .contains("listen 127.0.0.1:8443 ssl;")
                .contains("server_name localhost;")
                .contains("ssl_certificate /kept/tls.crt;")
                .contains("set $backend http://127.0.0.1:3000;");
    }

    @Test
    void refusesWhatEachControllerReadsInItsOwnWay() {
        assertThatThrownBy(
                        () -> NginxProxy.config(ingress("ImplementationSpecific", "/*"), 8443, 3000, Path.of("/kept")))
                .hasMessage("path type must be Exact or Prefix, was ImplementationSpecific");
    }

    private static Ingress ingress(String... typesAndPaths) {
        var rule = new IngressBuilder()
                .withNewSpec()
                .addNewRule()
                .withHost("localhost")
                .withNewHttp();
        for (int i = 0; i < typesAndPaths.length; i += 2) {
            rule = rule.addNewPath()
                    .withPathType(typesAndPaths[i])
                    .withPath(typesAndPaths[i + 1])
                    .endPath();
        }
        return rule.endHttp().endRule().endSpec().build();
    }
}
