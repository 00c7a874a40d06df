package io.recio.mainapp.operations;

import io.recio.mainapp.access.Access;
import io.recio.mainapp.access.Caller;
import io.recio.mainapp.access.Role;
import io.recio.mainapp.login.LoginDesk;
import io.recio.mainapp.rest.JsonBody;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Restarts by hand: asked here, carried out or refused by the failure detector. */
@Path("/api/v1/system")
@Produces(MediaType.APPLICATION_JSON)
public class RestartResource {

    private static final Logger LOG = Logger.getLogger(RestartResource.class);

    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_PASSWORD = 72;

    private final RestartRows rows;
    private final LoginDesk login;
    private final Caller caller;

    RestartResource(RestartRows rows, LoginDesk login, Caller caller) {
        this.rows = rows;
        this.login = login;
        this.caller = caller;
    }

    /** What to restart and why; without a service everything, in the order of dependence. */
    record Wish(
            @Nullable String service,
            String reason,
            @Nullable String password) {}

    /** The newest wishes and what became of them. */
    @GET
    @Path("/restarts")
    public List<RestartView> restarts() {
        return rows.newest();
    }

    /** Who rests on whom, for the picture. */
    @GET
    @Path("/dependencies")
    public List<DependencyView> dependencies() {
        return rows.dependencies();
    }

    /** Asks the failure detector for a restart; the admin's password is asked because trading stands still meanwhile. */
    @POST
    @Path("/restarts")
    @Access(Role.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Wish.class)))
    public RestartView ask(String body) {
        JsonBody json = JsonBody.parse(body);
        var wish = new Wish(
                json.has("service") ? json.text("service", LONGEST_NAME) : null,
                json.text("reason", LONGEST_REASON),
                json.textOrNull("password", LONGEST_PASSWORD));
        json.end();
        login.askAgain(caller.user(), wish.password(), "restart");
        RestartView asked = rows.ask(caller.user(), wish.service(), wish.reason());
        LOG.warnf("Restart asked service=%s user=%s", wish.service() == null ? "all" : wish.service(), caller.name());
        return asked;
    }
}
