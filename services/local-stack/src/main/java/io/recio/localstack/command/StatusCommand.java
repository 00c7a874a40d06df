package io.recio.localstack.command;

import io.recio.localstack.control.ControlClient;
import io.recio.localstack.control.ServiceReadiness;
import io.recio.localstack.control.StackView;
import io.recio.localstack.directory.DataDirectory;
import io.recio.localstack.process.InstanceView;
import io.recio.localstack.stack.CommandOutput;
import io.recio.localstack.stack.Leftovers;
import io.recio.localstack.stack.Ports;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows every process of the stack in a table. Ends with 0 when the stack runs, 1 when it does not. */
@Command(name = "status", mixinStandardHelpOptions = true, description = "Show every process and how it feels.")
final class StatusCommand implements Callable<Integer> {

    private static final List<String> HEADINGS =
            List.of("SERVICE", "STATE", "ROLE", "FRESHNESS", "RESTARTS", "MEMORY", "AOT CACHE", "PORT", "PID");

    @Mixin
    private CommandOutput out = new CommandOutput();

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() {
        DataDirectory directory = data.directory();
        Optional<ControlClient> stack = ControlClient.of(directory);
        if (stack.isEmpty()) {
            sayNotRunning(directory);
            return 1;
        }
        StackView view = stack.get().stack();
        out.step("Mode " + view.mode() + ", account " + view.account() + ", speed " + view.speed() + ", data "
                + view.data());
        out.step("Database " + view.database() + ", local-stack pid " + view.pid());
        out.step("");
        table(stack.get().measuredInstances());
        view.notBuilt().forEach(name -> out.step(name + ": not built"));
        return 0;
    }

    private void sayNotRunning(DataDirectory directory) {
        Leftovers left = Leftovers.of(directory);
        if (left.isEmpty()) {
            out.step("Nothing runs on " + directory.root());
        } else {
            out.step("local-stack has gone but left running: " + left.describe());
            out.step("'recio up' takes them over, 'recio down' ends them");
        }
    }

    private void table(List<InstanceView> instances) {
        HttpClient http = HttpClient.newHttpClient();
        List<List<String>> rows = new ArrayList<>(List.of(HEADINGS));
        instances.parallelStream().map(instance -> row(instance, http)).toList().forEach(rows::add);
        long memory = instances.stream()
                .mapToLong(instance -> instance.memoryBytes() == null ? 0 : instance.memoryBytes())
                .sum();
        rows.add(List.of("total", "", "", "", "", mebibytes(memory), "", "", ""));
        int[] widths = new int[HEADINGS.size()];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        rows.forEach(row -> out.step(line(row, widths)));
    }

    private static List<String> row(InstanceView instance, HttpClient http) {
        boolean asks = instance.pid() != null && !instance.name().equals(Ports.POSTGRES);
        ServiceReadiness said = asks ? ServiceReadiness.ask(http, instance.port()) : ServiceReadiness.SILENT;
        String state =
                instance.state().equals("running") && asks ? said.ready() ? "ready" : "not ready" : instance.state();
        Long memory = instance.memoryBytes();
        Long pid = instance.pid();
        return List.of(
                instance.name(),
                state,
                said.role(),
                said.freshness(),
                Integer.toString(instance.restarts()),
                memory == null ? "" : mebibytes(memory),
                instance.aotCache() ? "yes" : "no",
                Integer.toString(instance.port()),
                pid == null ? "" : Long.toString(pid));
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(String.format(Locale.ROOT, "%-" + (widths[i] + 2) + "s", row.get(i)));
        }
        return line.toString().stripTrailing();
    }

    private static String mebibytes(long bytes) {
        return bytes / (1024 * 1024) + " MiB";
    }
}
