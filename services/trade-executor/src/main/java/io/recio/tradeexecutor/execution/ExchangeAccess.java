package io.recio.tradeexecutor.execution;

import io.recio.servicekit.Activity;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready = key, account and clock are proven, or another instance is the active one. Shows the reason while it is not. */
@Readiness
@Singleton
class ExchangeAccess implements HealthCheck {

    private final Activity activity;
    private final AccessProof access;

    ExchangeAccess(Activity activity, AccessProof access) {
        this.activity = activity;
        this.access = access;
    }

    @Override
    public HealthCheckResponse call() {
        boolean proven = access.obstacle().isEmpty();
        var response = HealthCheckResponse.named("exchange_access").status(proven || !activity.isActive());
        access.obstacle().ifPresent(reason -> response.withData("reason", reason));
        return response.build();
    }
}
