package io.recio.mainapp.page;

import io.recio.mainapp.access.Role;
import io.recio.mainapp.login.Session;
import io.recio.mainapp.login.Sessions;
import io.recio.storage.DatabaseUnavailable;
import io.recio.storage.json.DomainJson;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/**
 * The API's pages (Swagger UI), for admins only. They carry scripts of their own in the document, so they have a policy of
 * their own, on their own path; the cockpit's stays as strict as it is.
 */
@Singleton
class DocsRoutes {

    private static final String PATH = "/api/v1/docs*";

    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self' 'unsafe-inline'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'");

    private final Sessions sessions;

    DocsRoutes(Sessions sessions) {
        this.sessions = sessions;
    }

    void install(@Observes Router router) {
        router.route(PATH).order(Integer.MIN_VALUE + 1).blockingHandler(this::letAdminsIn, false);
    }

    private void letAdminsIn(RoutingContext context) {
        Cookie cookie = context.request().getCookie(Sessions.COOKIE);
        Optional<Session> session;
        try {
            session = cookie == null ? Optional.empty() : sessions.find(cookie.getValue());
        } catch (DatabaseUnavailable e) {
            refuse(context, 503, "database-away", "the database does not answer");
            return;
        }
        if (session.isEmpty()) {
            refuse(context, 401, "no-session", "expected a session, found none or an expired one");
        } else if (!session.get().user().role().covers(Role.ADMIN)) {
            refuse(
                    context,
                    403,
                    "forbidden",
                    "expected role admin, found " + session.get().user().role().text());
        } else {
            context.response().headers().set("Content-Security-Policy", CONTENT_SECURITY_POLICY);
            context.next();
        }
    }

    private static void refuse(RoutingContext context, int status, String type, String detail) {
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json")
                .end(DomainJson.write(Map.of(
                        "type", "/problems/" + type, "title", "Not allowed", "status", status, "detail", detail)));
    }
}
