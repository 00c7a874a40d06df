package io.recio.simulator.kalshi.stream;

import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.recio.simulator.kalshi.access.Doorkeeper;
import io.recio.simulator.kalshi.access.SignatureCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Lets only signed handshakes through; the others get 401. */
@ApplicationScoped
public class HandshakeCheck implements HttpUpgradeCheck {

    private static final Logger LOG = Logger.getLogger(HandshakeCheck.class);
    private static final int UNAUTHORIZED = 401;

    private final Doorkeeper door;

    @Inject
    HandshakeCheck(Doorkeeper door) {
        this.door = door;
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        HttpServerRequest request = context.httpRequest();
        SignatureCheck.Claim claim = new SignatureCheck.Claim(
                request.getHeader(SignatureCheck.KEY),
                request.getHeader(SignatureCheck.TIMESTAMP),
                request.getHeader(SignatureCheck.SIGNATURE));
        Optional<String> refusal = door.refusal(claim, "GET", KalshiSocket.PATH);
        if (refusal.isPresent()) {
            LOG.infof("Kalshi stream refused reason=%s", refusal.get());
            return CheckResult.rejectUpgrade(UNAUTHORIZED);
        }
        return CheckResult.permitUpgrade();
    }

    @Override
    public boolean appliesTo(String endpointId) {
        return KalshiSocket.ID.equals(endpointId);
    }
}
