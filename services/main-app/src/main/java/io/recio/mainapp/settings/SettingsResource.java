package io.recio.mainapp.settings;

import io.recio.mainapp.access.Access;
import io.recio.mainapp.access.Caller;
import io.recio.mainapp.access.Role;
import io.recio.mainapp.rest.JsonBody;
import io.recio.mainapp.rest.ProblemException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The operator's settings, a group at a time: auto-entry, auto-stop, risk-limits, orders. */
@Path("/api/v1/settings/{group}")
@Produces(MediaType.APPLICATION_JSON)
public class SettingsResource {

    private final SettingsStore store;
    private final Caller caller;

    SettingsResource(SettingsStore store, Caller caller) {
        this.store = store;
        this.caller = caller;
    }

    /** All values of the group; the ETag goes into If-Match of a change. */
    @GET
    public RestResponse<Map<String, Object>> read(@PathParam("group") String group) {
        return answer(store.read(known(group)));
    }

    /** Kind and range of each field, for forms. */
    @GET
    @Path("/fields")
    public List<FieldView> fields(@PathParam("group") String group) {
        return known(group).fields().stream().map(Field::view).toList();
    }

    /** Replaces all values of the group, or none. */
    @PUT
    @Access(Role.TRADER)
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBody(required = true, content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public RestResponse<Map<String, Object>> write(
            @PathParam("group") String name, String body, @HeaderParam("If-Match") @Nullable String tag) {
        SettingsGroup group = known(name);
        if (!caller.user().role().covers(group.role())) {
            throw ProblemException.forbidden("expected role " + group.role().text() + ", found "
                    + caller.user().role().text());
        }
        JsonBody json = JsonBody.parse(body);
        var values = new LinkedHashMap<String, Object>();
        group.fields().forEach(field -> values.put(field.name(), field.read(json)));
        json.end();
        group.check(values);
        store.write(caller.user(), group, values, tag == null ? null : tag.replace("\"", ""));
        return answer(store.read(group));
    }

    private static RestResponse<Map<String, Object>> answer(Map<String, Object> values) {
        return RestResponse.ResponseBuilder.ok(values)
                .header("ETag", '"' + SettingsStore.tagOf(values) + '"')
                .build();
    }

    private static SettingsGroup known(String group) {
        return SettingsGroup.of(group)
                .orElseThrow(() -> ProblemException.unknown(
                        "group",
                        "one of "
                                + Stream.of(SettingsGroup.values())
                                        .map(SettingsGroup::text)
                                        .collect(Collectors.joining(", ")),
                        group));
    }
}
