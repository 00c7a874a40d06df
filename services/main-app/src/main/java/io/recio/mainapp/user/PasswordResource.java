package io.recio.mainapp.user;

import io.recio.mainapp.access.Access;
import io.recio.mainapp.access.Role;
import io.recio.mainapp.login.CurrentSession;
import io.recio.mainapp.rest.JsonBody;
import io.recio.mainapp.rest.ProblemException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/** One's own password. */
@Path("/api/v1/password")
@Produces(MediaType.APPLICATION_JSON)
@Access(Role.VIEWER)
public class PasswordResource {

    /** NIST SP 800-63B asks for eight; money is at stake. */
    private static final int SHORTEST = 12;

    private static final int LONGEST = 72; // bcrypt reads no further

    private final UserDesk desk;
    private final CurrentSession current;

    PasswordResource(UserDesk desk, CurrentSession current) {
        this.desk = desk;
        this.current = current;
    }

    /** The present password and the one to come. */
    record Change(String current, String next) {}

    /** Changes it; every other login of the user ends. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Change.class)))
    public void change(String body) {
        JsonBody json = JsonBody.parse(body);
        var wish = new Change(json.text("current", LONGEST), json.text("next", LONGEST));
        json.end();
        if (wish.next().length() < SHORTEST || wish.next().getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw ProblemException.field("next", SHORTEST + " characters or more, at most 72 bytes", "another length");
        }
        desk.changeOwn(current.get().orElseThrow(ProblemException::noSession), wish.current(), wish.next());
    }
}
