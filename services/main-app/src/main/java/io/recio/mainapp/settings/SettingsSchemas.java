package io.recio.mainapp.settings;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Describes each group of settings in the API's document, from the same fields that check a change. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class SettingsSchemas implements OASFilter {

    private static final String PATH = "/api/v1/settings/{group}";
    private static final String JSON = "application/json";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Schema any = OASFactory.createSchema();
        for (SettingsGroup group : SettingsGroup.values()) {
            api.getComponents().addSchema(nameOf(group), schema(group));
            any.addOneOf(OASFactory.createSchema().ref("#/components/schemas/" + nameOf(group)));
        }
        var path = api.getPaths().getPathItem(PATH);
        path.getPUT().getRequestBody().getContent().getMediaType(JSON).setSchema(any);
        Stream.of(path.getGET(), path.getPUT()).forEach(operation -> operation
                .getResponses()
                .getAPIResponse("200")
                .getContent()
                .getMediaType(JSON)
                .setSchema(any));
    }

    /** auto-entry becomes AutoEntrySettings. */
    private static String nameOf(SettingsGroup group) {
        var name = new StringBuilder();
        for (String word : group.text().split("-")) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return name.append("Settings").toString();
    }

    private static Schema schema(SettingsGroup group) {
        Schema schema = OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .additionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false))
                .required(group.fields().stream().map(Field::name).toList());
        group.fields().forEach(field -> schema.addProperty(field.name(), schema(field)));
        return schema;
    }

    private static Schema schema(Field field) {
        Schema schema = OASFactory.createSchema();
        return switch (field) {
            case Field.Flag flag -> schema.addType(Schema.SchemaType.BOOLEAN);
            case Field.Whole whole ->
                schema.addType(Schema.SchemaType.INTEGER)
                        .minimum(BigDecimal.valueOf(whole.least()))
                        .maximum(BigDecimal.valueOf(whole.most()));
            case Field.Decimal decimal ->
                schema.addType(Schema.SchemaType.STRING)
                        .description("decimal from " + decimal.least() + " to " + decimal.most() + ", at most "
                                + decimal.places() + " decimals");
            case Field.Choice choice ->
                schema.addType(Schema.SchemaType.STRING).enumeration(List.copyOf(choice.choices()));
        };
    }
}
