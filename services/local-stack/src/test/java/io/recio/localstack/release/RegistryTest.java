package io.recio.localstack.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recio.localstack.refusal.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryTest {

    @Test
    void ownersMayBeWrittenInUpperCase() {
        assertThat(Registry.named("ghcr.io/Jane/REC").chart()).isEqualTo("ghcr.io/jane/rec/charts/recio");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "my registry", "https://ghcr.io/jane", "ghcr.io/jane/$(id)", "ghcr.io/"})
    void whatIsNoRegistryIsRefused(String name) {
        assertThatThrownBy(() -> Registry.named(name))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("ghcr.io/jane/recio");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:5000/recio", "127.0.0.1:5000"})
    void onlyThisMachinesOwnSpeaksWithoutTls(String name) {
        assertThat(Registry.named(name).isPlain()).isTrue();
        assertThat(Registry.named("localhost.example.com:5000/recio").isPlain()).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "version 1.2.3", "1.2", "1.2.3+build", "1.2.3 --force"})
    void whatIsNoVersionIsRefused(String name) {
        assertThatThrownBy(() -> ReleaseVersion.named(name))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("1.2.3");
    }

    @Test
    void aCandidateIsAVersionAndATagNamesOne() {
        assertThat(ReleaseVersion.named("1.2.3-rc.1").name()).isEqualTo("1.2.3-rc.1");
        assertThat(ReleaseVersion.named("v1.2.3").name()).isEqualTo("1.2.3");
    }
}
