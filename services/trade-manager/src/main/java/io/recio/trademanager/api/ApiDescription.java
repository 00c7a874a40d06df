package io.recio.trademanager.api;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Describes what every operation has in common: problems for all that goes wrong. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {

    private static final String PROBLEM = "Problem";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Schema problem = OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("RFC 9457")
                .required(List.of("type", "title", "status", "detail"));
        for (String name : List.of("type", "title", "detail")) {
            problem.addProperty(name, OASFactory.createSchema().addType(Schema.SchemaType.STRING));
        }
        problem.addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER));
        api.getComponents().addSchema(PROBLEM, problem);
        api.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .forEach(operation -> operation
                        .getResponses()
                        .setDefaultValue(OASFactory.createAPIResponse()
                                .description("Anything else")
                                .content(OASFactory.createContent()
                                        .addMediaType(
                                                "application/problem+json",
                                                OASFactory.createMediaType()
                                                        .schema(OASFactory.createSchema()
                                                                .ref("#/components/schemas/" + PROBLEM))))));
    }
}
