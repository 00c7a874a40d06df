package io.recio.mainapp.stream;

import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.UserData;
import io.recio.mainapp.login.Origins;
import io.recio.mainapp.login.Session;
import io.recio.mainapp.login.Sessions;
import io.recio.storage.DatabaseUnavailable;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Lets a WebSocket through only from our own page and with a session. */
@Singleton
class StreamUpgradeCheck implements HttpUpgradeCheck {

    static final UserData.TypedKey<Session> SESSION = new UserData.TypedKey<>("session");

    private final Origins origins;
    private final Sessions sessions;

    StreamUpgradeCheck(Origins origins, Sessions sessions) {
        this.origins = origins;
        this.sessions = sessions;
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext upgrade) {
        HttpServerRequest request = upgrade.httpRequest();
        if (!origins.isOurs(request.getHeader("Origin"), request.getHeader("Host"))) {
            return CheckResult.rejectUpgrade(403);
        }
        Cookie cookie = request.getCookie(Sessions.COOKIE);
        if (cookie == null) {
            return CheckResult.rejectUpgrade(401);
        }
        String token = cookie.getValue();
        Context context = Vertx.currentContext();
        return Uni.createFrom()
                .item(() -> sessions.find(token))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .map(found -> answer(upgrade, found))
                .onFailure(DatabaseUnavailable.class)
                .recoverWithItem(() -> CheckResult.rejectUpgradeSync(503))
                .emitOn(work -> context.runOnContext(ignored -> work.run()));
    }

    private static CheckResult answer(HttpUpgradeContext upgrade, Optional<Session> found) {
        if (found.isEmpty()) {
            return CheckResult.rejectUpgradeSync(401);
        }
        upgrade.userData().put(SESSION, found.get());
        return CheckResult.permitUpgradeSync();
    }
}
