package io.recio.mainapp.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.recio.mainapp.DatabaseProxy;
import io.recio.mainapp.IdentityProviderStandIn;
import io.recio.mainapp.ScreenDatabaseResource;
import io.restassured.response.Response;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** A browser on its way must end on a page of ours that says why, never on an error in JSON. */
@QuarkusTest
@WithTestResource(ScreenDatabaseResource.class)
class OidcWithoutDatabaseIT {

    DatabaseProxy proxy;
    IdentityProviderStandIn provider;

    @Test
    void endsOnTheLoginPageAndLetsThePersonInOnceTheDatabaseIsBack() {
        provider.beGood();
        provider.letIn("4712", "joan", "recio-traders");
        Journey journey = Journey.begun();
        URI answer = journey.answer();
        proxy.cut();
        try {
            refused(journey.back(answer));
            refused(Journey.plain().get("/api/v1/oidc/login?back=/history"));
        } finally {
            proxy.mend();
        }
        Journey again = await().ignoreExceptions().until(Journey::begun, begun -> true);
        assertThat(again.back().header("Location")).isEqualTo("/history");
    }

    private static void refused(Response response) {
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.header("Location")).isEqualTo("/login?refused=database-away");
        assertThat(response.cookie("recio_session")).isNull();
    }
}
