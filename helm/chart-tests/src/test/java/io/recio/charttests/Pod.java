package io.recio.charttests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A pod template with its one container. */
record Pod(String owner, JsonNode spec) {

    static Pod of(JsonNode owner) {
        return new Pod(Chart.name(owner), owner.at("/spec/template/spec"));
    }

    JsonNode container() {
        JsonNode containers = spec.path("containers");
        if (containers.size() != 1) {
            throw new AssertionError(owner + " must have one container, had " + containers.size());
        }
        return containers.get(0);
    }

    /** Environment by name; a reference to a secret reads {@code secret/key}, to the pod {@code field path}. */
    Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        for (JsonNode each : container().path("env")) {
            JsonNode from = each.path("valueFrom");
            String value = from.has("secretKeyRef")
                    ? from.at("/secretKeyRef/name").asText() + "/"
                            + from.at("/secretKeyRef/key").asText()
                    : from.has("fieldRef")
                            ? from.at("/fieldRef/fieldPath").asText()
                            : each.path("value").asText();
            environment.put(each.path("name").asText(), value);
        }
        return environment;
    }

    int port() {
        return container().at("/ports/0/containerPort").asInt();
    }

    /** Names of the secrets mounted as files. */
    List<String> mountedSecrets() {
        List<String> secrets = new ArrayList<>();
        for (JsonNode volume : spec.path("volumes")) {
            Optional.ofNullable(volume.at("/secret/secretName").textValue()).ifPresent(secrets::add);
        }
        return secrets;
    }

    /** Which keys of a secret are mounted, by the names of their files. */
    List<String> keysOf(String secret) {
        List<String> keys = new ArrayList<>();
        for (JsonNode volume : spec.path("volumes")) {
            if (volume.at("/secret/secretName").asText().equals(secret)) {
                volume.at("/secret/items")
                        .forEach(item -> keys.add(item.path("path").asText()));
            }
        }
        return keys;
    }
}
