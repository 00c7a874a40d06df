package io.recio.mainapp.oidc;

import io.recio.mainapp.access.Access;
import io.recio.mainapp.access.Anonymous;
import io.recio.mainapp.access.Role;
import io.recio.mainapp.login.ClientAddress;
import io.recio.mainapp.login.CurrentSession;
import io.recio.mainapp.login.Session;
import io.recio.mainapp.login.SessionCookie;
import io.recio.mainapp.rest.ProblemException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The way to the identity provider and back, gone by the browser itself. The way's own cookie is SameSite=Lax, or it would not
 * come back with it; the session's stays Strict: it is set on the way back and first needed by the page that is then shown.
 */
@Path("/api/v1/oidc")
@Produces(MediaType.APPLICATION_JSON)
public class OidcResource {

    private static final String PATH = "/api/v1/oidc";
    private static final String COOKIE = "recio_oidc";

    private final OidcDesk desk;
    private final OidcSettings settings;
    private final CurrentSession current;
    private final ClientAddress addresses;
    private final SessionCookie cookies;

    OidcResource(
            OidcDesk desk,
            OidcSettings settings,
            CurrentSession current,
            ClientAddress addresses,
            SessionCookie cookies) {
        this.desk = desk;
        this.settings = settings;
        this.current = current;
        this.addresses = addresses;
        this.cookies = cookies;
    }

    /** @param label for "Sign in with"; absent: there is no provider */
    record ProviderView(@Nullable String label) {}

    /** Whether there is a provider to log in at. */
    @GET
    @Anonymous
    public ProviderView provider() {
        return new ProviderView(settings.way().map(way -> way.config().label()).orElse(null));
    }

    /** Goes to the provider to log in; {@code back} is the page to show after. */
    @GET
    @Path("/login")
    @Anonymous
    public Response logIn(
            @QueryParam("back") @DefaultValue("/") String back,
            @HeaderParam(HttpHeaders.USER_AGENT) @Nullable String userAgent,
            @Context HttpServerRequest request) {
        return answer(
                Purpose.LOGIN,
                desk.send(Purpose.LOGIN, current.get(), Addresses.page(back), from(request, userAgent)),
                request);
    }

    /** Goes to the provider to be asked again, where others are asked for their password. */
    @GET
    @Path("/proof")
    @Access(Role.VIEWER)
    public Response prove(
            @HeaderParam(HttpHeaders.USER_AGENT) @Nullable String userAgent, @Context HttpServerRequest request) {
        Session session = current.get().orElseThrow(ProblemException::noSession);
        if (!session.external()) {
            throw ProblemException.conflict("expected a login at the identity provider, found one with a password");
        }
        return answer(
                Purpose.PROOF, desk.send(Purpose.PROOF, Optional.of(session), "/", from(request, userAgent)), request);
    }

    /** Comes back from the provider. */
    @GET
    @Path("/callback")
    @Anonymous
    public Response back(
            @QueryParam("code") @Nullable String code,
            @QueryParam("state") @Nullable String state,
            @QueryParam("error") @Nullable String error,
            @QueryParam("iss") @Nullable String issuer,
            @CookieParam(COOKIE) @Nullable String secret,
            @HeaderParam(HttpHeaders.USER_AGENT) @Nullable String userAgent,
            @Context HttpServerRequest request) {
        var brought = new OidcDesk.Return(code, state, error, issuer, secret);
        return switch (desk.take(brought, from(request, userAgent))) {
            case Outcome.LoggedIn(var opened, var back) ->
                seeOther(back)
                        .cookie(cookies.of(opened, request), cookie("", 0, request))
                        .build();
            case Outcome.Confirmed() ->
                seeOther("/confirmed").cookie(cookie("", 0, request)).build();
            case Outcome.Denied(var purpose, var refusal) ->
                seeOther(refusedAt(purpose, refusal))
                        .cookie(cookie("", 0, request))
                        .build();
        };
    }

    private Response answer(Purpose purpose, OidcDesk.Sent sent, HttpServerRequest request) {
        return switch (sent) {
            case OidcDesk.Sent.Away(var address, var secret) ->
                seeOther(address.toString())
                        .cookie(cookie(secret, (int) Flows.LIFE.toSeconds(), request))
                        .build();
            case OidcDesk.Sent.Denied(var refusal) ->
                seeOther(refusedAt(purpose, refusal)).build();
        };
    }

    private OidcDesk.From from(HttpServerRequest request, @Nullable String userAgent) {
        return new OidcDesk.From(addresses.of(request), userAgent, callback(request));
    }

    private URI callback(HttpServerRequest request) {
        String asked = (cookies.isSecure(request) ? "https://" : "http://") + request.authority();
        String own = settings.way()
                .flatMap(way -> way.config().publicUrl())
                .map(URI::toString)
                .orElse(asked);
        try {
            return URI.create(own.replaceAll("/$", "") + PATH + "/callback");
        } catch (IllegalArgumentException e) {
            throw ProblemException.field("Host", "a host and a port", asked);
        }
    }

    private static String refusedAt(Purpose purpose, Refusal refusal) {
        return (purpose == Purpose.PROOF ? "/confirmed" : "/login") + "?refused=" + refusal.text();
    }

    /** The address as it is: ours without a host, so that no proxy is in its way. */
    private static Response.ResponseBuilder seeOther(String address) {
        return Response.status(Response.Status.SEE_OTHER).header(HttpHeaders.LOCATION, address);
    }

    private NewCookie cookie(String secret, int seconds, HttpServerRequest request) {
        return new NewCookie.Builder(COOKIE)
                .value(secret)
                .path(PATH)
                .maxAge(seconds)
                .httpOnly(true)
                .secure(cookies.isSecure(request))
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
