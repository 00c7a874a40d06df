package io.recio.mainapp.user;

import io.recio.mainapp.access.Access;
import io.recio.mainapp.access.Caller;
import io.recio.mainapp.access.Role;
import io.recio.mainapp.rest.JsonBody;
import io.recio.mainapp.rest.ProblemException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/** Users and their roles, for admins; each change takes the admin's password once more. */
@Path("/api/v1/users")
@Produces(MediaType.APPLICATION_JSON)
@Access(Role.ADMIN)
public class UserResource {

    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_PASSWORD = 72;

    private static final List<String> ROLES =
            Stream.of(Role.values()).map(Role::text).toList();

    private final UserRows rows;
    private final UserDesk desk;
    private final Caller caller;

    UserResource(UserRows rows, UserDesk desk, Caller caller) {
        this.rows = rows;
        this.desk = desk;
        this.caller = caller;
    }

    /** A user to be. */
    record Addition(String name, String role, @Nullable String password) {}

    /** What a user may; {@code password} is the admin's. */
    record Change(String role, boolean disabled, @Nullable String password) {}

    /** {@code password} is the admin's. */
    record Reset(@Nullable String password) {}

    @GET
    public List<UserView> users() {
        return rows.all();
    }

    /** Adds a user with a random password, told once. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Addition.class)))
    public NewPassword add(String body) {
        JsonBody json = JsonBody.parse(body);
        var wish = new Addition(
                json.text("name", LONGEST_NAME),
                json.choice("role", ROLES),
                json.textOrNull("password", LONGEST_PASSWORD));
        json.end();
        if (!wish.name().matches("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}")) {
            throw ProblemException.field("name", "letters, digits and . _ @ -", wish.name());
        }
        return desk.add(caller.user(), wish.password(), wish.name(), Role.of(wish.role()));
    }

    /** Sets role and access, lifts a lock; the user's logins end. */
    @PUT
    @Path("/{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Change.class)))
    public void change(@PathParam("name") String name, String body) {
        JsonBody json = JsonBody.parse(body);
        var wish = new Change(
                json.choice("role", ROLES), json.flag("disabled"), json.textOrNull("password", LONGEST_PASSWORD));
        json.end();
        desk.change(caller.user(), wish.password(), name, Role.of(wish.role()), wish.disabled());
    }

    /** A new random password, told once; the user's logins end. */
    @POST
    @Path("/{name}/password")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Reset.class)))
    public NewPassword reset(@PathParam("name") String name, String body) {
        JsonBody json = JsonBody.parse(body);
        var wish = new Reset(json.textOrNull("password", LONGEST_PASSWORD));
        json.end();
        return desk.reset(caller.user(), wish.password(), name);
    }
}
