package io.recio.mainapp.controls;

import java.time.Instant;
import java.util.List;

/** Everything that switches trading on or off. */
record ControlsView(
        boolean autoEntry,
        boolean autoStop,
        int positionSize,
        int multiplier,
        KillSwitchView killSwitch,
        List<Suspension> suspensions) {

    ControlsView {
        suspensions = List.copyOf(suspensions);
    }

    /** Automation held back by a machine; the operator's own switch stays as it is. */
    record Suspension(String automation, String by, String reason, Instant since) {}
}
