package io.recio.mainapp.login;

import io.recio.mainapp.access.Access;
import io.recio.mainapp.access.Anonymous;
import io.recio.mainapp.access.Caller;
import io.recio.mainapp.access.Role;
import io.recio.mainapp.rest.ProblemException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.AnnotatedElement;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Stands before every resource: no session, no answer; no token, no change; no role, no entry. */
class SessionFilter {

    static final String CSRF_HEADER = "X-CSRF-Token";

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Sessions sessions;
    private final Origins origins;
    private final Caller caller;
    private final CurrentSession current;

    SessionFilter(Sessions sessions, Origins origins, Caller caller, CurrentSession current) {
        this.sessions = sessions;
        this.origins = origins;
        this.caller = caller;
        this.current = current;
    }

    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    void check(ContainerRequestContext request, ResourceInfo resource) {
        boolean changes = !READING.contains(request.getMethod());
        String origin = request.getHeaderString("Origin");
        if (changes && origin != null && !origins.isOurs(origin, request.getHeaderString(HttpHeaders.HOST))) {
            throw ProblemException.forbidden("expected a request from our own page, found origin " + origin);
        }
        Cookie cookie = request.getCookies().get(Sessions.COOKIE);
        if (cookie != null) {
            sessions.find(cookie.getValue()).ifPresent(session -> {
                current.set(session);
                caller.set(session.user());
            });
        }
        if (resource.getResourceMethod().isAnnotationPresent(Anonymous.class)) {
            return;
        }
        Session session = current.get().orElseThrow(ProblemException::noSession);
        if (changes) {
            String token = request.getHeaderString(CSRF_HEADER);
            if (token == null || !Tokens.same(token, session.csrfToken())) {
                throw ProblemException.forbidden("expected the session's token in " + CSRF_HEADER + ", found "
                        + (token == null ? "none" : "another"));
            }
        }
        Role needed = neededBy(resource);
        if (!session.user().role().covers(needed)) {
            throw ProblemException.forbidden("expected role " + needed.text() + ", found "
                    + session.user().role().text());
        }
    }

    private static Role neededBy(ResourceInfo resource) {
        for (AnnotatedElement element :
                new AnnotatedElement[] {resource.getResourceMethod(), resource.getResourceClass()}) {
            Access access = element.getAnnotation(Access.class);
            if (access != null) {
                return access.value();
            }
        }
        return Role.VIEWER;
    }
}
