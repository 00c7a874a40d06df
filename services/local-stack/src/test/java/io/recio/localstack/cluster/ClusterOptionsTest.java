package io.recio.localstack.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recio.localstack.cluster.ClusterOptions.Part;
import io.recio.localstack.refusal.Refused;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class ClusterOptionsTest {

    @Command(name = "test")
    static final class Typed {
        @Mixin
        private ClusterOptions options = new ClusterOptions();
    }

    @Test
    void testsEverythingUnlessToldOtherwise() {
        ClusterOptions options = parsed("--cluster");
        assertThat(options.isWanted()).isTrue();
        assertThat(Part.values()).allMatch(options::has);
        assertThat(parsed().isWanted()).isFalse();
    }

    @Test
    void repeatsTheCommandAsItWasTyped() {
        assertThat(parsed("--cluster", "--part", "DEMO", "--set", "image.registry=localhost/recio", "--speed", "20")
                        .command())
                .isEqualTo("./recio test --cluster --part DEMO --set image.registry=localhost/recio --speed 20");
    }

    @Test
    void refusesAClusterThatIsNotThere() {
        assertThatThrownBy(() ->
                        parsed("--cluster", "--kubeconfig", "/nowhere/config").kubeconfigFile())
                .isInstanceOf(Refused.class)
                .hasMessage("a kubeconfig is needed, /nowhere/config cannot be read; name one with --kubeconfig");
    }

    private static ClusterOptions parsed(String... words) {
        Typed typed = new Typed();
        new CommandLine(typed).parseArgs(words);
        return typed.options;
    }
}
