package io.recio.mainapp.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import io.recio.mainapp.IdentityProviderStandIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way by an identity provider of another site, in a real browser with its real rules for cookies. */
@QuarkusTest
class ProviderIT extends CockpitBrowser {

    IdentityProviderStandIn provider;

    @BeforeEach
    void aPerson() {
        database.execute("DELETE FROM auth.oidc_flows; DELETE FROM auth.users WHERE oidc_issuer IS NOT NULL");
        provider.letIn("4711", "grace", "recio-traders");
        // Another site than the provider's 127.0.0.1.
        page.navigate("http://localhost:" + address.getPort() + "/history");
        assertThat(page.getByLabel("Password")).isVisible();
        complaints.removeIf(text -> text.contains("401"));
    }

    @AfterEach
    void theProviderIsBack() {
        provider.beGood();
        database.execute("DELETE FROM trading.risk_state");
    }

    @Test
    void logsInAtTheProviderAndComesBackToThePageThatWasWanted() {
        shoot("desktop-dark-login-provider");
        page.getByRole(AriaRole.LINK, link("Sign in with " + IdentityProviderStandIn.LABEL))
                .click();
        assertThat(page.locator("history-page")).isVisible();
        assertThat(page.url()).endsWith("/history");
        page.getByRole(AriaRole.LINK, link("User")).click();
        assertThat(page.locator("user-page .me")).containsText("grace");
        assertThat(page.locator("#no-password"))
                .hasText("You log in with Example ID; there is no password to change here.");
        page.reload();
        assertThat(page.locator("user-page .me")).containsText("grace");
    }

    @Test
    void saysWhyTheProvidersWayEndedAndGoesOnByPassword() {
        provider.goAway();
        page.getByRole(AriaRole.LINK, link("Sign in with Example ID")).click();
        assertThat(page.locator("login-page [role=alert]"))
                .hasText("Not logged in: the identity provider does not answer; a password still works");
        shoot("desktop-dark-login-provider-away");
        assertThat(page.url()).endsWith("/login");
        logIn();
    }

    @Test
    void confirmsInATabOfItsOwnWhatOthersGiveTheirPasswordFor() {
        page.getByRole(AriaRole.LINK, link("Sign in with Example ID")).click();
        assertThat(page.locator("history-page")).isVisible();
        page.getByRole(AriaRole.BUTTON, button("Kill switch")).click();
        page.getByLabel("Reason").fill("Fed decision");
        page.getByRole(AriaRole.BUTTON, button("Trip now")).click();
        assertThat(page.getByText("grace: Fed decision")).isVisible();
        page.getByRole(AriaRole.BUTTON, button("Kill switch on")).click();
        assertThat(page.locator("kill-dialog #password")).hasCount(0);
        Page tab =
                context.waitForPage(() -> page.locator("kill-dialog #confirm").click());
        assertThat(tab.locator("confirmed-page")).hasText("Confirmed. Close this tab and go on where you were.");
        tab.close();
        assertThat(page.locator("kill-dialog #confirmed"))
                .hasText("Confirmed at Example ID: good for one action, soon");
        shoot("desktop-dark-confirmed");
        page.getByRole(AriaRole.BUTTON, button("Clear")).click();
        assertThat(page.getByText("grace: Fed decision")).isHidden();
    }
}
