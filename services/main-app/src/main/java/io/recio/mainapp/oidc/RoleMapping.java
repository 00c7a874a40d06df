package io.recio.mainapp.oidc;

import io.recio.mainapp.MainAppConfig;
import io.recio.mainapp.access.Role;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The role that groups give: the highest any of them does, exactly as they are written; none without such a group. */
record RoleMapping(Set<String> viewers, Set<String> traders, Set<String> admins) {

    static RoleMapping of(MainAppConfig.Oidc config) {
        return new RoleMapping(
                Set.copyOf(config.viewerGroups().orElse(List.of())),
                Set.copyOf(config.traderGroups().orElse(List.of())),
                Set.copyOf(config.adminGroups().orElse(List.of())));
    }

    Optional<Role> role(Collection<String> groups) {
        if (groups.stream().anyMatch(admins::contains)) {
            return Optional.of(Role.ADMIN);
        }
        if (groups.stream().anyMatch(traders::contains)) {
            return Optional.of(Role.TRADER);
        }
        return groups.stream().anyMatch(viewers::contains) ? Optional.of(Role.VIEWER) : Optional.empty();
    }
}
