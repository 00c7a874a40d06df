package io.recio.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recio.localstack.refusal.Refused;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StackShapeTest {

    @Test
    void runsTheTwelveServicesOnceUnlessToldOtherwise() {
        assertThat(StackShape.WHOLE.services()).isEqualTo(ServiceSpec.SERVICES);
    }

    @Test
    void putsAStandbyWithANameAndPortOfItsOwnBehindItsService() {
        StackShape shape = new StackShape(List.of("trade-executor"), List.of("main-app"), false, Map.of(), List.of());

        assertThat(shape.services())
                .extracting(ServiceSpec::name)
                .containsSubsequence("trade-executor", "trade-executor-2", "trade-manager")
                .doesNotContain("main-app");
        ServiceSpec standby = shape.services().stream()
                .filter(spec -> spec.name().equals("trade-executor-2"))
                .findFirst()
                .orElseThrow();
        assertThat(standby.service()).isEqualTo("trade-executor");
        assertThat(standby.module()).isEqualTo("trade-executor");
        assertThat(Ports.usual(shape).of("trade-executor-2")).isEqualTo(18_001);
        assertThat(Ports.usual(shape).byName()).doesNotContainKey("main-app");
    }

    @Test
    void givesTheStandbyOfEachServiceAPortThatNobodyElseHas() {
        StackShape all = StackShape.withStandbys(
                ServiceSpec.SERVICES.stream().map(ServiceSpec::service).toList());

        assertThat(Ports.usual(all).byName().values()).doesNotHaveDuplicates().hasSize(27);
    }

    @Test
    void refusesAStandbyOfAServiceThatIsNotInTheHouse() {
        assertThatThrownBy(() -> StackShape.withStandbys(List.of("trade-executer")))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("service must be one of symbol-price-watchdog-btc, ")
                .hasMessageEndingWith(", was 'trade-executer'");
    }

    @Test
    void refusesAStandbyOfWhatIsLeftOut() {
        assertThatThrownBy(() -> new StackShape(List.of("main-app"), List.of("main-app"), false, Map.of(), List.of()))
                .isInstanceOf(Refused.class)
                .hasMessage("a service that is left out has no standby, was main-app");
    }
}
