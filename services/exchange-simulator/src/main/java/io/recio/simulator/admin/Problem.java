package io.recio.simulator.admin;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.Response;

/** An error as RFC 9457 has it. */
@RegisterForReflection
record Problem(String type, String title, int status, String detail) {

    private static final String MEDIA_TYPE = "application/problem+json";

    static Response badRequest(String detail) {
        return response(new Problem("urn:recio:simulator:bad-request", "Bad request", 400, detail));
    }

    static Response notFound(String detail) {
        return response(new Problem("urn:recio:simulator:not-found", "Not found", 404, detail));
    }

    private static Response response(Problem problem) {
        return Response.status(problem.status())
                .type(MEDIA_TYPE)
                .entity(problem)
                .build();
    }
}
