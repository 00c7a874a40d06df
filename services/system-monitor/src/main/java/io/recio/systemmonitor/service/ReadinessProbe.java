package io.recio.systemmonitor.service;

import java.util.List;
import java.util.Map;

/** Asks instances whether they are ready. */
public interface ReadinessProbe {

    /** All at once, by instance. */
    Map<String, Readiness> ask(List<Beat> instances);
}
