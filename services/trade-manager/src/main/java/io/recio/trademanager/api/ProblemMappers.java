package io.recio.trademanager.api;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.recio.storage.DatabaseUnavailable;
import io.recio.storage.json.DomainJson;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers everything that goes wrong with a problem; nothing internal leaves. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private static final String PROBLEM_JSON = "application/problem+json";

    @ServerExceptionMapper
    Response problem(ApiProblem e) {
        return answer(e);
    }

    @ServerExceptionMapper
    Response noToken(UnauthorizedException e) {
        return answer(ApiProblem.unauthenticated());
    }

    @ServerExceptionMapper
    Response badToken(AuthenticationFailedException e) {
        return answer(ApiProblem.unauthenticated());
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e) {
        return answer(ApiProblem.forbidden());
    }

    @ServerExceptionMapper
    Response databaseAway(DatabaseUnavailable e) {
        LOG.debugf("Request failed, database away reason=%s", e.getMessage());
        return answer(ApiProblem.databaseAway());
    }

    @ServerExceptionMapper
    Response http(WebApplicationException e) {
        return answer(ApiProblem.http(
                e.getResponse().getStatus(), e.getResponse().getStatusInfo().getReasonPhrase()));
    }

    @ServerExceptionMapper
    Response unexpected(Throwable e) {
        String id = UUID.randomUUID().toString();
        LOG.errorf(e, "Request failed id=%s", id);
        return answer(ApiProblem.internal(id));
    }

    private static Response answer(ApiProblem problem) {
        Response.ResponseBuilder response =
                Response.status(problem.status()).type(PROBLEM_JSON).entity(DomainJson.write(problem.document()));
        if (problem.status() == Response.Status.UNAUTHORIZED.getStatusCode()) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return response.build();
    }
}
