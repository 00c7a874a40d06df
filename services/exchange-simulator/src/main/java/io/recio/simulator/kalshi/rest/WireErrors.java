package io.recio.simulator.kalshi.rest;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Writes errors: nested for the most part; a read that comes too often gets the plain string, as it does there. */
class WireErrors {

    private static final int TOO_MANY = 429;

    @ServerExceptionMapper
    Response map(WireError error, ContainerRequestContext request) {
        boolean plain = error.status() == TOO_MANY && HttpMethod.GET.equals(request.getMethod());
        return answer(error, plain);
    }

    static Response answer(WireError error, boolean plain) {
        return Response.status(error.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(plain ? new ErrorView.Plain(error.view().message()) : new ErrorView.Nested(error.view()))
                .build();
    }
}
