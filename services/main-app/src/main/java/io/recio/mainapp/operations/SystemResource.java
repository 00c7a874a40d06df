package io.recio.mainapp.operations;

import io.recio.mainapp.access.Access;
import io.recio.mainapp.access.Caller;
import io.recio.mainapp.access.Role;
import io.recio.mainapp.rest.Page;
import io.recio.mainapp.rest.PageQuery;
import io.recio.mainapp.rest.ProblemException;
import io.recio.mainapp.rest.QueryText;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Services, alerts, incidents, remedies, health. */
@Path("/api/v1/system")
public class SystemResource {

    private static final int MOST_LOOKS = 1000;
    private static final int DEFAULT_LOOKS = 360;

    private final SystemRows rows;
    private final Caller caller;

    SystemResource(SystemRows rows, Caller caller) {
        this.rows = rows;
        this.caller = caller;
    }

    /** Each instance by its newest heartbeat. */
    @GET
    @Path("/services")
    public List<ServiceView> services() {
        return rows.services();
    }

    /** What a service lately warned of, the newest first; empty for one that nobody knows. */
    @GET
    @Path("/services/{service}/log-lines")
    @Access(Role.TRADER)
    public Page<LogLineView> logLines(
            @PathParam("service") String service,
            @QueryParam("page") @Nullable String page,
            @QueryParam("size") @Nullable String size) {
        return rows.logLines(service, PageQuery.of(page, size));
    }

    /** Alerts, the newest first. */
    @GET
    @Path("/alerts")
    public Page<AlertView> alerts(
            @QueryParam("page") @Nullable String page, @QueryParam("size") @Nullable String size) {
        return rows.alerts(PageQuery.of(page, size));
    }

    /** Notes that somebody has seen an alert. */
    @POST
    @Path("/alerts/{alertId}/acknowledgement")
    @Access(Role.TRADER)
    public void acknowledge(@PathParam("alertId") String alertId) {
        UUID id;
        try {
            id = UUID.fromString(alertId);
        } catch (IllegalArgumentException e) {
            throw ProblemException.unknown("alertId", "the id of an alert", alertId);
        }
        if (!rows.acknowledge(caller.user(), id)) {
            throw ProblemException.unknown("alertId", "the id of an alert", alertId);
        }
    }

    /** Incidents, the newest first. */
    @GET
    @Path("/incidents")
    public Page<IncidentView> incidents(
            @QueryParam("page") @Nullable String page, @QueryParam("size") @Nullable String size) {
        return rows.incidents(PageQuery.of(page, size));
    }

    /** Remedies taken and withheld, the newest first. */
    @GET
    @Path("/remedies")
    public Page<RemedyView> remedies(
            @QueryParam("page") @Nullable String page, @QueryParam("size") @Nullable String size) {
        return rows.remedies(PageQuery.of(page, size));
    }

    /** What the system monitor measured at its newest looks, 1 to 1000, 360 unless asked otherwise. */
    @GET
    @Path("/health-history")
    public List<HealthPoint> healthHistory(@QueryParam("looks") @Nullable String looks) {
        return rows.healthHistory(QueryText.whole("looks", looks, 1, MOST_LOOKS, DEFAULT_LOOKS));
    }

    /** The system monitor's newest look. */
    @GET
    @Path("/health")
    public HealthView health() {
        return rows.health()
                .orElseThrow(() -> ProblemException.unknown("health", "a report of the system monitor", "none yet"));
    }
}
