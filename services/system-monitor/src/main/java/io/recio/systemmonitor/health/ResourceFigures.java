package io.recio.systemmonitor.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.recio.systemmonitor.machine.MachineFigures;
import io.recio.systemmonitor.resource.DiskFigures;
import io.recio.systemmonitor.resource.GroupFigures;
import io.recio.systemmonitor.resource.NodeFigures;
import java.util.List;

/**
 * What is used of what there is.
 *
 * @param machine on which the monitor runs; its figures stand at the top
 * @param groups of the instances, each once
 * @param disks of the instances, each once
 * @param nodes of the cluster; none on one machine, and where they cannot be read
 */
record ResourceFigures(
        @JsonUnwrapped MachineFigures machine,
        List<GroupFigures> groups,
        List<DiskFigures> disks,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<NodeFigures> nodes) {

    ResourceFigures {
        groups = List.copyOf(groups);
        disks = List.copyOf(disks);
        nodes = List.copyOf(nodes);
    }
}
