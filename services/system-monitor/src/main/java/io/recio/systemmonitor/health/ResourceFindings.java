package io.recio.systemmonitor.health;

import io.recio.storage.system.AlertStore.Severity;
import io.recio.systemmonitor.MonitorConfig;
import io.recio.systemmonitor.alert.Finding;
import io.recio.systemmonitor.machine.MachineFigures;
import io.recio.systemmonitor.resource.DiskFigures;
import io.recio.systemmonitor.resource.GroupFigures;
import io.recio.systemmonitor.resource.NodeFigures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Who uses too much of what there is: the machine, a pod, a disk, a node. What is not measured is not found. Pure. */
final class ResourceFindings {

    private final MonitorConfig.Alerts config;
    private final String self;

    /** @param self the monitor's own instance, whose disk is the machine's */
    ResourceFindings(MonitorConfig.Alerts config, String self) {
        this.config = config;
        this.self = self;
    }

    List<Finding> of(ResourceFigures figures) {
        List<Finding> findings = new ArrayList<>();
        machine(figures.machine(), findings);
        figures.groups().forEach(group -> group(group, findings));
        figures.disks().stream()
                .filter(disk -> !disk.instances().contains(self))
                .forEach(disk -> disk(
                        "disk " + disk.id(),
                        "Disk of " + who(disk.instances()),
                        disk.percent(),
                        facts(disk),
                        findings));
        figures.nodes().forEach(node -> node(node, findings));
        return findings;
    }

    private void machine(MachineFigures machine, List<Finding> findings) {
        cpu("cpu", "CPU", machine.cpuPercent(), Map.of(), findings);
        memory("memory", "Memory", OptionalDouble.of(machine.memoryPercent()), Map.of(), findings);
        disk("disk", "Disk", machine.disk().percent(), Map.of(), findings);
    }

    private void group(GroupFigures group, List<Finding> findings) {
        Map<String, Object> facts = Map.of("instances", group.instances());
        String of = " of " + who(group.instances());
        cpu("cpu " + group.id(), "CPU" + of, group.cpuPercent(), facts, findings);
        memory("memory " + group.id(), "Memory" + of, group.memoryPercent(), facts, findings);
    }

    private void node(NodeFigures node, List<Finding> findings) {
        Map<String, Object> facts = Map.of("node", node.node());
        cpu("cpu node " + node.node(), "CPU of node " + node.node(), node.cpuPercent(), facts, findings);
        memory("memory node " + node.node(), "Memory of node " + node.node(), node.memoryPercent(), facts, findings);
        if (!node.pressures().isEmpty()) {
            findings.add(new Finding(
                    "pressure " + node.node(),
                    Severity.WARNING,
                    "NODE_UNDER_PRESSURE",
                    "Node " + node.node() + " lacks room: " + String.join(", ", node.pressures()),
                    Map.of("node", node.node(), "pressures", node.pressures()),
                    Duration.ZERO));
        }
    }

    private void cpu(
            String key, String what, OptionalDouble percent, Map<String, Object> facts, List<Finding> findings) {
        if (percent.isPresent() && percent.getAsDouble() > config.cpuPercent()) {
            findings.add(
                    used(key, Severity.WARNING, "CPU_HIGH", what, percent.getAsDouble(), facts, config.cpuLasting()));
        }
    }

    private void memory(
            String key, String what, OptionalDouble percent, Map<String, Object> facts, List<Finding> findings) {
        if (percent.isPresent() && percent.getAsDouble() > config.memoryPercent()) {
            findings.add(used(key, Severity.WARNING, "MEMORY_HIGH", what, percent.getAsDouble(), facts, Duration.ZERO));
        }
    }

    private void disk(String key, String what, double percent, Map<String, Object> facts, List<Finding> findings) {
        if (percent > config.diskCriticalPercent()) {
            findings.add(used(key + " full", Severity.CRITICAL, "DISK_FULL", what, percent, facts, Duration.ZERO));
        }
        if (percent > config.diskPercent()) {
            findings.add(used(key, Severity.WARNING, "DISK_HIGH", what, percent, facts, Duration.ZERO));
        }
    }

    private static Map<String, Object> facts(DiskFigures disk) {
        return Map.of("instances", disk.instances(), "path", disk.path(), "freeBytes", disk.freeBytes());
    }

    private static String who(List<String> instances) {
        return instances.getFirst() + (instances.size() > 1 ? " and " + (instances.size() - 1) + " more" : "");
    }

    private static Finding used(
            String key,
            Severity severity,
            String code,
            String what,
            double percent,
            Map<String, Object> facts,
            Duration lasting) {
        Map<String, Object> all = new HashMap<>(facts);
        all.put("percent", percent);
        return new Finding(key, severity, code, what + " is used to " + percent + " %", all, lasting);
    }
}
