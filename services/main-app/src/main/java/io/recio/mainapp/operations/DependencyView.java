package io.recio.mainapp.operations;

import java.util.List;

/**
 * A service and what it rests on.
 *
 * @param foundations database, coinbase, kalshi
 */
record DependencyView(String service, List<String> dependsOn, List<String> foundations) {

    DependencyView {
        dependsOn = List.copyOf(dependsOn);
        foundations = List.copyOf(foundations);
    }
}
