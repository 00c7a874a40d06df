package io.recio.servicekit;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready = the database answers, if the service needs it. State, epoch, work and the freshness figures are shown as data and
 * decide nothing here: the failure detector judges them, and only of the active instance.
 */
@Readiness
@Singleton
class FunctionalReadiness implements HealthCheck {

    private final Activity activity;
    private final FunctionalHealth health;
    private final ServiceIdentity identity;

    FunctionalReadiness(Activity activity, FunctionalHealth health, ServiceIdentity identity) {
        this.activity = activity;
        this.health = health;
        this.identity = identity;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("functional")
                .status(!activity.isDatabaseAway() || !activity.needsDatabase())
                .withData("service", identity.service())
                .withData("instance", identity.instance())
                .withData("state", activity.isActive() ? "active" : "standby")
                .withData("epoch", activity.lastEpoch())
                .withData("database", activity.isDatabaseAway() ? "away" : "up")
                .withData("functional", !activity.isActive() || health.isFunctional())
                .withData("workDone", health.workDone());
        health.figures()
                .forEach(entry -> response.withData(
                        "freshness." + entry.getKey(), entry.getValue().toString()));
        return response.build();
    }
}
