package io.recio.localstack.postgres;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Server settings, given on the command line so that nothing in the cluster overrides them. Sized for 13 local clients. */
final class PostgresSettings {

    private PostgresSettings() {}

    static Map<String, String> of(int port) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("port", Integer.toString(port));
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("unix_socket_directories", "");
        settings.put("password_encryption", "scram-sha-256");
        // What was committed survives a crash of the server and of the machine.
        settings.put("fsync", "on");
        settings.put("full_page_writes", "on");
        settings.put("synchronous_commit", "on");
        settings.put("max_connections", "160");
        settings.put("shared_buffers", "96MB");
        settings.put("effective_cache_size", "512MB");
        settings.put("work_mem", "4MB");
        settings.put("maintenance_work_mem", "32MB");
        settings.put("max_wal_size", "512MB");
        settings.put("min_wal_size", "64MB");
        settings.put("checkpoint_timeout", "10min");
        settings.put("io_method", "sync");
        settings.put("max_parallel_workers_per_gather", "0");
        settings.put("autovacuum_max_workers", "2");
        settings.put("jit", "off");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        settings.put("log_destination", "stderr");
        settings.put("logging_collector", "off");
        settings.put("log_line_prefix", "%m [%p] %q%u ");
        settings.put("log_checkpoints", "off");
        return settings;
    }

    static List<String> arguments(int port) {
        List<String> arguments = new ArrayList<>();
        of(port).forEach((name, value) -> {
            arguments.add("-c");
            arguments.add(name + "=" + value);
        });
        return arguments;
    }
}
