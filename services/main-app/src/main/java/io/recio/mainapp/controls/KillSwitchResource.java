package io.recio.mainapp.controls;

import io.recio.mainapp.access.Access;
import io.recio.mainapp.access.Caller;
import io.recio.mainapp.access.Role;
import io.recio.mainapp.login.LoginDesk;
import io.recio.mainapp.rest.JsonBody;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The kill switch: easy to trip, hard to clear. */
@Path("/api/v1/kill-switch")
@Produces(MediaType.APPLICATION_JSON)
public class KillSwitchResource {

    private static final Logger LOG = Logger.getLogger(KillSwitchResource.class);

    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_PASSWORD = 72;

    private final ControlStore store;
    private final LoginDesk login;
    private final Caller caller;

    KillSwitchResource(ControlStore store, LoginDesk login, Caller caller) {
        this.store = store;
        this.login = login;
        this.caller = caller;
    }

    /** Tripping: why, and whether open trades are closed too. */
    record Trip(String reason, boolean flatten) {}

    /** Clearing takes the password once more. */
    record Clearing(@Nullable String password) {}

    @GET
    public KillSwitchView state() {
        return store.killSwitch();
    }

    /** Trips it: no entries from now on. */
    @POST
    @Access(Role.TRADER)
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Trip.class)))
    public KillSwitchView trip(String body) {
        JsonBody json = JsonBody.parse(body);
        var trip = new Trip(json.text("reason", LONGEST_REASON), json.flag("flatten"));
        json.end();
        store.trip(caller.user(), trip.reason(), trip.flatten());
        LOG.warnf("Kill switch tripped user=%s flatten=%s", caller.name(), trip.flatten());
        return store.killSwitch();
    }

    /** Clears it, with the password asked again. */
    @DELETE
    @Access(Role.TRADER)
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Clearing.class)))
    public KillSwitchView clear(String body) {
        JsonBody json = JsonBody.parse(body);
        var clearing = new Clearing(json.textOrNull("password", LONGEST_PASSWORD));
        json.end();
        login.askAgain(caller.user(), clearing.password(), "clear-kill-switch");
        store.clear(caller.user());
        LOG.warnf("Kill switch cleared user=%s", caller.name());
        return store.killSwitch();
    }
}
