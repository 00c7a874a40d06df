package io.recio.simulator.admin;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.recio.simulator.fault.FaultRule;
import io.recio.simulator.fault.Faults;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Switches faults on and off while the simulator runs. */
@Path("/admin/faults")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class FaultResource {

    private final Faults faults;
    private final RequestReader reader;

    @Inject
    FaultResource(Faults faults, ObjectMapper json) {
        this.faults = faults;
        this.reader = new RequestReader(json);
    }

    @GET
    public List<FaultView> all() {
        return faults.states().stream().map(FaultView::of).toList();
    }

    @PUT
    @Path("/{name}")
    public Response arm(@PathParam("name") String name, String body) {
        FaultRule rule = reader.read(body, FaultRequest.class).rule(name);
        faults.arm(rule);
        return Response.noContent().build();
    }

    @DELETE
    @Path("/{name}")
    public Response disarm(@PathParam("name") String name) {
        return faults.disarm(name)
                ? Response.noContent().build()
                : Problem.notFound("fault must be one that is switched on, was '" + name + "'");
    }

    @DELETE
    public Response clear() {
        faults.clear();
        return Response.noContent().build();
    }

    @ServerExceptionMapper
    Response refused(IllegalArgumentException fault) {
        return Problem.badRequest(fault.getMessage());
    }
}
