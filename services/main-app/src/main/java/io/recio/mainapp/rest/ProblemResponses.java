package io.recio.mainapp.rest;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Describes what every operation has in common: problems for all that goes wrong, and the session's cookie. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ProblemResponses implements OASFilter {

    private static final String PROBLEM = "Problem";
    private static final String SESSION = "session";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Schema problem = OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("RFC 9457; field, expected and found are there when one field is at fault")
                .required(List.of("type", "title", "status", "detail"));
        for (String name : List.of("type", "title", "detail", "field", "expected", "found")) {
            problem.addProperty(name, OASFactory.createSchema().addType(Schema.SchemaType.STRING));
        }
        problem.addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER));
        api.getComponents().addSchema(PROBLEM, problem);
        api.getComponents()
                .addSecurityScheme(
                        SESSION,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.COOKIE)
                                .name("recio_session"));
        api.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(SESSION));
        api.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .forEach(operation -> operation.getResponses().setDefaultValue(response()));
    }

    private static APIResponse response() {
        return OASFactory.createAPIResponse()
                .description("Anything else")
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/problem+json",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/" + PROBLEM))));
    }
}
