package io.recio.mainapp.operations;

import io.recio.mainapp.access.Access;
import io.recio.mainapp.access.Caller;
import io.recio.mainapp.access.Role;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.logging.Logger;

/** Tests of the alerts: asked here, raised by the failure detector, carried to every channel by the system monitor. */
@Path("/api/v1/system/alert-tests")
@Produces(MediaType.APPLICATION_JSON)
public class AlertTestResource {

    private static final Logger LOG = Logger.getLogger(AlertTestResource.class);

    private final AlertTestRows rows;
    private final Caller caller;

    AlertTestResource(AlertTestRows rows, Caller caller) {
        this.rows = rows;
        this.caller = caller;
    }

    /** The newest tests, and what each channel has got of them. */
    @GET
    public List<AlertTestView> tests() {
        return rows.newest();
    }

    /** Asks for an alert that means nothing, on every channel. */
    @POST
    @Access(Role.TRADER)
    public AlertTestView ask() {
        AlertTestView asked = rows.ask(caller.user());
        LOG.infof("Test of the alerts asked user=%s", caller.name());
        return asked;
    }
}
