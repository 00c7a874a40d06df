package io.recio.mainapp.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import io.recio.storage.json.DomainJson;
import jakarta.inject.Singleton;

/** Writes domain values in answers as the database's documents do. */
@Singleton
class ApiJson implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        DomainJson.configure(mapper);
    }
}
