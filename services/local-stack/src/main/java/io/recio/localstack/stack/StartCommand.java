package io.recio.localstack.stack;

import java.util.List;

/**
 * The command line a service starts with.
 *
 * @param identity changes with program, flags and JDK
 * @param first for the very first start, in place of {@code whole}; may record for a cache, and then takes longer to stop
 */
record StartCommand(List<String> whole, List<String> first, String identity) {

    boolean records() {
        return !whole.equals(first);
    }
}
