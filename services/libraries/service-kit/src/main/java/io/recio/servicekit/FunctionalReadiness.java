package io.recio.servicekit;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready = the database answers. State, epoch, work and the freshness figures are shown as data and decide nothing here:
 * the failure detector judges them, and only of the active instance.
 */
@Readiness
@Singleton
class FunctionalReadiness implements HealthCheck {

    private final DeskRunner runner;
    private final FunctionalHealth health;
    private final ServiceIdentity identity;

    FunctionalReadiness(DeskRunner runner, FunctionalHealth health, ServiceIdentity identity) {
        this.runner = runner;
        this.health = health;
        this.identity = identity;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("functional")
                .status(!runner.isDatabaseAway())
                .withData("service", identity.service())
                .withData("instance", identity.instance())
                .withData("state", runner.isActive() ? "active" : "standby")
                .withData("epoch", runner.lastEpoch())
                .withData("database", runner.isDatabaseAway() ? "away" : "up")
                .withData("functional", !runner.isActive() || health.isFunctional())
                .withData("workDone", health.workDone());
        health.figures()
                .forEach(entry -> response.withData(
                        "freshness." + entry.getKey(), entry.getValue().toString()));
        return response.build();
    }
}
