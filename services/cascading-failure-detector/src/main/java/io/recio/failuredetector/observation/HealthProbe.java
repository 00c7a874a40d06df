package io.recio.failuredetector.observation;

import io.recio.failuredetector.runtime.RunningInstance;
import java.util.List;
import java.util.Map;

/** Asks instances how they are. */
interface HealthProbe {

    /** All at once; who does not answer in time is left out. By instance id. */
    Map<String, HealthAnswer> ask(List<RunningInstance> instances);
}
