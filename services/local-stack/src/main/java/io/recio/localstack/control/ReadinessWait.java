package io.recio.localstack.control;

import io.recio.localstack.process.InstanceView;
import io.recio.localstack.stack.Ports;
import io.recio.localstack.stack.Progress;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Waits until every process of a stack says it is ready. */
public final class ReadinessWait {

    private static final Duration LOOK = Duration.ofMillis(250);

    /** A process that exits so often while starting will not get ready. */
    private static final int TRIES = 4;

    private final Progress progress;

    public ReadinessWait(Progress progress) {
        this.progress = progress;
    }

    /**
     * @param look shows all processes of the stack
     * @return the names of those that were not ready within the limit, or kept exiting
     */
    public List<String> await(Supplier<List<InstanceView>> look, Duration limit) {
        long began = System.nanoTime();
        Map<String, Integer> open = new LinkedHashMap<>();
        look.get().stream()
                .filter(instance -> !instance.name().equals(Ports.POSTGRES))
                .forEach(instance -> open.put(instance.name(), instance.restarts()));
        Set<String> hopeless = new LinkedHashSet<>();
        HttpClient http = HttpClient.newHttpClient();
        while (open.size() > hopeless.size() && System.nanoTime() - began < limit.toNanos()) {
            for (InstanceView instance : look.get()) {
                Integer restarts = open.get(instance.name());
                if (restarts == null) {
                    continue;
                }
                if (ServiceReadiness.ask(http, instance.port()).ready()) {
                    open.remove(instance.name());
                    hopeless.remove(instance.name());
                    progress.step(String.format(
                            Locale.ROOT, "Ready: %s (%.1f s)", instance.name(), (System.nanoTime() - began) / 1e9));
                } else if (instance.restarts() >= restarts + TRIES) {
                    hopeless.add(instance.name());
                }
            }
            if (!pause()) {
                break;
            }
        }
        return List.copyOf(open.keySet());
    }

    private static boolean pause() {
        try {
            Thread.sleep(LOOK);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
