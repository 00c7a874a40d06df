package io.recio.mainapp.token;

import io.recio.mainapp.access.Access;
import io.recio.mainapp.access.Caller;
import io.recio.mainapp.access.Role;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;

/** Tokens with which a trader's script reaches the trade manager. */
@Path("/api/v1/tokens")
@Produces(MediaType.APPLICATION_JSON)
public class TokenResource {

    private final TokenDesk desk;
    private final Caller caller;

    TokenResource(TokenDesk desk, Caller caller) {
        this.desk = desk;
        this.caller = caller;
    }

    /** A token in the name and with the role of whoever is logged in. */
    @POST
    @Access(Role.TRADER)
    public RestResponse<TokenView> issue() {
        return RestResponse.ResponseBuilder.ok(desk.issue(caller.user()))
                .header("Cache-Control", "no-store")
                .build();
    }
}
