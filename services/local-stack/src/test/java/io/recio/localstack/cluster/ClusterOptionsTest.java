package io.recio.localstack.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recio.localstack.cluster.ClusterOptions.Part;
import io.recio.localstack.refusal.Refused;
import java.nio.file.Path;
import java.util.Map;
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
    void beginsWithTheReleaseBefore() {
        Edition now = new Edition(Path.of("/chart"), Map.of("image.registry", "recio", "image.tag", "2"));
        ClusterOptions options =
                parsed("--cluster", "--part", "RELEASES", "--from", "image.tag=1", "--from-chart", "/before");
        assertThat(options.beginsWithAnother()).isTrue();
        assertThat(options.before(now))
                .isEqualTo(new Edition(Path.of("/before"), Map.of("image.registry", "recio", "image.tag", "1")));
        assertThat(parsed("--cluster").beginsWithAnother()).isFalse();
        assertThat(parsed("--cluster").before(now)).isNotEqualTo(now);
    }

    @Test
    void breaksThisReleaseOnly() {
        assertThatThrownBy(() -> parsed("--cluster", "--part", "FAULTS", "--from", "image.tag=1")
                        .beginsWithAnother())
                .isInstanceOf(Refused.class)
                .hasMessage("--from and --from-chart must go without DEMO and FAULTS, were given with [FAULTS]");
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
