package io.recio.mainapp.login;

import io.recio.mainapp.MainAppConfig;
import io.recio.mainapp.access.Access;
import io.recio.mainapp.access.Anonymous;
import io.recio.mainapp.access.Role;
import io.recio.mainapp.rest.JsonBody;
import io.recio.mainapp.rest.ProblemException;
import io.recio.servicekit.ServiceConfig;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Log in, see who is logged in, log out. */
@Path("/api/v1/session")
@Produces(MediaType.APPLICATION_JSON)
public class SessionResource {

    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_PASSWORD = 72; // bcrypt reads no further

    private final LoginDesk desk;
    private final CurrentSession current;
    private final ClientAddress addresses;
    private final SessionCookie cookies;
    private final MainAppConfig config;
    private final ServiceConfig service;

    SessionResource(
            LoginDesk desk,
            CurrentSession current,
            ClientAddress addresses,
            SessionCookie cookies,
            MainAppConfig config,
            ServiceConfig service) {
        this.desk = desk;
        this.current = current;
        this.addresses = addresses;
        this.cookies = cookies;
        this.config = config;
        this.service = service;
    }

    /** Who is logged in. */
    @GET
    public SessionView session() {
        return view(current.get().orElseThrow(ProblemException::noSession));
    }

    /** Logs in; the session is in the cookie. */
    @POST
    @Anonymous
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Credentials.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SessionView.class)))
    @APIResponse(responseCode = "401", description = "Name or password is not right")
    @APIResponse(responseCode = "429", description = "Locked after too many wrong passwords")
    public Response logIn(
            String body,
            @HeaderParam(HttpHeaders.USER_AGENT) @Nullable String userAgent,
            @Context HttpServerRequest request) {
        JsonBody json = JsonBody.parse(body);
        var credentials = new Credentials(json.text("name", LONGEST_NAME), json.text("password", LONGEST_PASSWORD));
        json.end();
        Sessions.Opened opened =
                desk.logIn(credentials.name(), credentials.password(), userAgent, addresses.of(request), current.get());
        return Response.ok(view(opened.session()))
                .cookie(cookies.of(opened, request))
                .build();
    }

    /** Logs out; the session ends everywhere it is open. */
    @DELETE
    @Access(Role.VIEWER)
    public Response logOut(@Context HttpServerRequest request) {
        current.get().ifPresent(desk::logOut);
        return Response.noContent().cookie(cookies.none(request)).build();
    }

    /** Trading with one click; where money is live, turning it on takes the password once more. */
    record OneClick(boolean enabled, @Nullable String password) {}

    /** Lets this session trade with one click, or asks before each trade again. */
    @PUT
    @Path("/one-click")
    @Access(Role.TRADER)
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = OneClick.class)))
    public SessionView oneClick(String body) {
        JsonBody json = JsonBody.parse(body);
        var wish = new OneClick(json.flag("enabled"), json.textOrNull("password", LONGEST_PASSWORD));
        json.end();
        Session session = current.get().orElseThrow(ProblemException::noSession);
        return view(desk.oneClick(session, wish.enabled(), wish.password(), service.mode()));
    }

    private SessionView view(Session session) {
        return new SessionView(
                session.user().name(),
                session.user().role().text(),
                session.csrfToken(),
                session.expiresAt(),
                service.mode(),
                service.account(),
                session.oneClick(),
                session.external() ? config.oidc().label() : null,
                session.provenUntil());
    }
}
