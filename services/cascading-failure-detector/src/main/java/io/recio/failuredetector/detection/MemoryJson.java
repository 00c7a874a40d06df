package io.recio.failuredetector.detection;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.recio.domain.health.Remedy;
import io.recio.storage.json.DomainJson;

/** How what is remembered is written, in a file as in a status. */
final class MemoryJson {

    static final ObjectMapper MAPPER = DomainJson.MAPPER.copy().addMixIn(Remedy.class, RemedyJson.class);

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Remedy.RestartInstance.class, name = "restart-instance"),
        @JsonSubTypes.Type(value = Remedy.RollService.class, name = "roll-service"),
        @JsonSubTypes.Type(value = Remedy.RestartSystem.class, name = "restart-system")
    })
    @RegisterForReflection
    private interface RemedyJson {}

    private MemoryJson() {}
}
