package io.recio.simulator.kalshi.rest;

import io.recio.simulator.kalshi.access.Doorkeeper;
import io.recio.simulator.kalshi.access.SignatureCheck;
import io.recio.simulator.kalshi.wire.Wire;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import java.util.List;

/** What the key that asks may do. */
@KalshiApi
@Signed
@Path("/trade-api/v2/api_keys")
class ApiKeysResource {

    private final Doorkeeper door;

    @Inject
    ApiKeysResource(Doorkeeper door) {
        this.door = door;
    }

    /** A key and its scopes. */
    @Wire
    record View(String apiKeyId, String name, List<String> scopes) {}

    /** The keys of the member; of the simulated one, the key that asks. */
    @Wire
    record Many(List<View> apiKeys) {}

    @GET
    public Many all(@HeaderParam(SignatureCheck.KEY) String key) {
        List<String> scopes = door.mayWrite(key) ? List.of("read", "write") : List.of("read");
        return new Many(List.of(new View(key, "simulated", scopes)));
    }
}
