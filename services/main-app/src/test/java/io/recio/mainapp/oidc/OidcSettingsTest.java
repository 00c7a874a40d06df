package io.recio.mainapp.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OidcSettingsTest {

    @Test
    void hasNoProviderWithoutSettings() {
        assertThat(new OidcSettings(Settings.none()).way()).isEmpty();
    }

    @Test
    void asksNobodyAtTheStart() {
        Way way = new OidcSettings(Settings.with("admin-groups", "owners,ops"))
                .way()
                .orElseThrow();
        assertThat(way.config().label()).isEqualTo("single sign-on");
        assertThat(way.config().scopes()).containsExactly("openid", "profile", "email");
        assertThat(way.roles()).isEqualTo(new RoleMapping(Set.of(), Set.of(), Set.of("owners", "ops")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"issuer", "client-id", "client-secret-file"})
    void refusesToStartWithHalfOfThem(String missing) {
        assertThatThrownBy(() -> new OidcSettings(Settings.without(missing)))
                .hasMessage("main-app.oidc needs issuer, client-id and client-secret-file together, " + missing
                        + " was absent");
    }

    @ParameterizedTest
    @CsvSource({
        "issuer, http://id.example/, 'main-app.oidc.issuer must be an HTTPS address, or HTTP on this machine, was http://id.example/'",
        "issuer, id.example, 'main-app.oidc.issuer must be an HTTPS address, or HTTP on this machine, was id.example'",
        "scopes, profile, 'main-app.oidc.scopes must hold openid, were [profile]'",
        "public-url, recio, 'main-app.oidc.public-url must be an address with a host, was recio'",
        "ca-file, pom.xml, 'main-app.oidc.ca-file must be a file of certificates (PEM), was pom.xml: No certificate data found'",
        "ca-file, nowhere, 'main-app.oidc.ca-file must be a file of certificates (PEM), was nowhere: nowhere'"
    })
    void refusesToStartWithSettingsThatCannotBeRight(String name, String value, String message) {
        assertThatThrownBy(() -> new OidcSettings(Settings.with(name, value))).hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "https://id.example/authorize, true",
        "http://127.0.0.1:8080/realm, true",
        "http://localhost/realm, true",
        "http://[::1]:8080/realm, true",
        "http://id.example/authorize, false",
        "http://127.0.0.1@id.example/, false",
        "https://somebody@id.example/, false",
        "ftp://id.example/, false",
        "/authorize, false"
    })
    void goesOnlyWhereWhatIsSaidStaysBetweenTheTwo(String address, boolean safe) {
        assertThat(Addresses.isSafe(URI.create(address))).isEqualTo(safe);
    }

    @Test
    void givesTheHighestRoleOfTheGroupsAsTheyAreWritten() {
        var mapping = new RoleMapping(Set.of("look"), Set.of("trade"), Set.of("own"));
        assertThat(mapping.role(List.of("look", "own")))
                .hasValueSatisfying(role -> assertThat(role.text()).isEqualTo("admin"));
        assertThat(mapping.role(List.of("trade", "look")))
                .hasValueSatisfying(role -> assertThat(role.text()).isEqualTo("trader"));
        assertThat(mapping.role(List.of("Own", "own ", ""))).isEmpty();
        assertThat(mapping.role(List.of())).isEmpty();
    }
}
