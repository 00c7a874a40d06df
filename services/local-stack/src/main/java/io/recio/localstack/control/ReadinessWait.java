package io.recio.localstack.control;

import io.recio.localstack.process.InstanceView;
import io.recio.localstack.stack.Ports;
import io.recio.localstack.stack.Progress;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Waits until every process of a stack says it is ready. */
public final class ReadinessWait {

    private static final Duration LOOK = Duration.ofMillis(250);

    private final Progress progress;

    public ReadinessWait(Progress progress) {
        this.progress = progress;
    }

    /** @return the names of those that were not ready within the limit */
    public List<String> await(List<InstanceView> instances, Duration limit) {
        long began = System.nanoTime();
        List<InstanceView> open = new ArrayList<>(instances);
        open.removeIf(instance -> instance.service().equals(Ports.POSTGRES));
        HttpClient http = HttpClient.newHttpClient();
        while (true) {
            for (InstanceView instance : List.copyOf(open)) {
                if (ServiceReadiness.ask(http, instance.port()).ready()) {
                    open.remove(instance);
                    progress.step(String.format(
                            Locale.ROOT, "Ready: %s (%.1f s)", instance.service(), (System.nanoTime() - began) / 1e9));
                }
            }
            if (open.isEmpty() || System.nanoTime() - began > limit.toNanos()) {
                return open.stream().map(InstanceView::service).toList();
            }
            try {
                Thread.sleep(LOOK);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return open.stream().map(InstanceView::service).toList();
            }
        }
    }
}
