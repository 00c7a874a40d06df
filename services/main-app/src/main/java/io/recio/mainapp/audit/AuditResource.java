package io.recio.mainapp.audit;

import io.recio.mainapp.access.Access;
import io.recio.mainapp.access.Role;
import io.recio.mainapp.rest.Page;
import io.recio.mainapp.rest.PageQuery;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** The audit, for admins. */
@Path("/api/v1/audit")
@Access(Role.ADMIN)
public class AuditResource {

    private final AuditLog audit;

    AuditResource(AuditLog audit) {
        this.audit = audit;
    }

    /** The newest rows first. */
    @GET
    public Page<AuditView> rows(@QueryParam("page") @Nullable String page, @QueryParam("size") @Nullable String size) {
        return audit.rows(PageQuery.of(page, size));
    }

    /** Recomputes every hash of the chain. */
    @GET
    @Path("/verification")
    public AuditVerification verification() {
        return audit.verify();
    }
}
