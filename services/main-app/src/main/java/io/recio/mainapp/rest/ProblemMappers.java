package io.recio.mainapp.rest;

import io.recio.storage.DatabaseUnavailable;
import io.recio.storage.json.DomainJson;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers everything that goes wrong with a problem; nothing internal leaves. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private static final String PROBLEM_JSON = "application/problem+json";

    @ServerExceptionMapper
    Response problem(ProblemException e) {
        return answer(e.problem());
    }

    @ServerExceptionMapper
    Response databaseAway(DatabaseUnavailable e) {
        LOG.debugf("Request failed, database away reason=%s", e.getMessage());
        return answer(Problem.of(
                "database-away",
                "Database away",
                503,
                "the database does not answer; whether the change was made is unknown, look before repeating it"));
    }

    @ServerExceptionMapper
    Response http(WebApplicationException e) {
        int status = e.getResponse().getStatus();
        String reason = e.getResponse().getStatusInfo().getReasonPhrase();
        return answer(Problem.of("http-" + status, reason, status, detailOf(status)));
    }

    @ServerExceptionMapper
    Response unexpected(Throwable e) {
        String id = UUID.randomUUID().toString();
        LOG.errorf(e, "Request failed id=%s", id);
        return answer(Problem.of("internal", "Internal error", 500, "our fault, in the log under " + id));
    }

    private static String detailOf(int status) {
        return switch (status) {
            case 404 -> "no such resource";
            case 405 -> "this resource does not know that method";
            case 406, 415 -> "expected application/json";
            case 413 -> "the body is too large";
            default -> "the request cannot be answered";
        };
    }

    private static Response answer(Problem problem) {
        return Response.status(problem.status())
                .type(PROBLEM_JSON)
                .entity(DomainJson.write(problem))
                .build();
    }
}
