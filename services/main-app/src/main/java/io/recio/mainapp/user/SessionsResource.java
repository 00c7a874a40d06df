package io.recio.mainapp.user;

import io.recio.mainapp.access.Access;
import io.recio.mainapp.access.Role;
import io.recio.mainapp.login.CurrentSession;
import io.recio.mainapp.login.Session;
import io.recio.mainapp.rest.ProblemException;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;

/** The logins that are open. */
@Path("/api/v1/sessions")
@Produces(MediaType.APPLICATION_JSON)
@Access(Role.VIEWER)
public class SessionsResource {

    private final SessionRows rows;
    private final CurrentSession current;

    SessionsResource(SessionRows rows, CurrentSession current) {
        this.rows = rows;
        this.current = current;
    }

    /** One's own; an admin's list holds everybody's. */
    @GET
    public List<SessionEntry> open() {
        return rows.open(session());
    }

    /** Ends one; its page is told within five seconds. */
    @DELETE
    @Path("/{sessionId}")
    public void end(@PathParam("sessionId") String sessionId) {
        UUID id;
        try {
            id = UUID.fromString(sessionId);
        } catch (IllegalArgumentException e) {
            throw ProblemException.unknown("sessionId", "the id of an open session", sessionId);
        }
        if (!rows.end(session(), id)) {
            throw ProblemException.unknown("sessionId", "the id of an open session", sessionId);
        }
    }

    private Session session() {
        return current.get().orElseThrow(ProblemException::noSession);
    }
}
