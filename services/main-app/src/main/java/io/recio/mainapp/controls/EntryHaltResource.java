package io.recio.mainapp.controls;

import io.recio.mainapp.access.Access;
import io.recio.mainapp.access.Caller;
import io.recio.mainapp.access.Role;
import io.recio.mainapp.login.LoginDesk;
import io.recio.mainapp.rest.JsonBody;
import io.recio.mainapp.rest.ProblemException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The halt of entries that the trade manager raises when the account and our trades differ. */
@Path("/api/v1/entry-halt")
@Produces(MediaType.APPLICATION_JSON)
public class EntryHaltResource {

    private static final Logger LOG = Logger.getLogger(EntryHaltResource.class);

    private static final int LONGEST_PASSWORD = 72;

    private final ControlStore store;
    private final LoginDesk login;
    private final Caller caller;

    EntryHaltResource(ControlStore store, LoginDesk login, Caller caller) {
        this.store = store;
        this.login = login;
        this.caller = caller;
    }

    /** Lifting takes the password once more. */
    record Lifting(@Nullable String password) {}

    /** Accepts what differs, with the password asked again; positions that still differ halt entries again. */
    @DELETE
    @Access(Role.TRADER)
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Lifting.class)))
    public KillSwitchView lift(String body) {
        JsonBody json = JsonBody.parse(body);
        var lifting = new Lifting(json.textOrNull("password", LONGEST_PASSWORD));
        json.end();
        login.askAgain(caller.user(), lifting.password(), "lift-entry-halt");
        if (!store.lift(caller.user())) {
            throw ProblemException.conflict("expected entries to be halted, they were not");
        }
        LOG.warnf("Halt of entries lifted user=%s", caller.name());
        return store.killSwitch();
    }
}
