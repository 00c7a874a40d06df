package io.recio.mainapp.stream;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What was last read of a topic. Belongs to the hub's thread. */
final class TopicState {

    private SequencedMap<String, String> items = new LinkedHashMap<>();

    /**
     * What a reading changed.
     *
     * @param items new or different, by key
     * @param removed keys that are gone
     */
    record Change(SequencedMap<String, String> items, List<String> removed) {

        boolean isEmpty() {
            return items.isEmpty() && removed.isEmpty();
        }

        /** As a message's data, of the keys that are wanted; empty text when nothing of it is. */
        String data(Predicate<String> wanted) {
            var gone = removed.stream().filter(wanted).toList();
            String shown = joined(items, wanted);
            return shown.isEmpty() && gone.isEmpty()
                    ? ""
                    : "{\"items\":[" + shown + "],\"removed\":["
                            + gone.stream().map(key -> '"' + key + '"').collect(Collectors.joining(",")) + "]}";
        }
    }

    Change replace(SequencedMap<String, String> newest) {
        var changed = new LinkedHashMap<String, String>();
        newest.forEach((key, item) -> {
            if (!item.equals(items.get(key))) {
                changed.put(key, item);
            }
        });
        var removed = new ArrayList<>(items.keySet());
        removed.removeAll(newest.keySet());
        items = newest;
        return new Change(changed, removed);
    }

    /** All items as a message's data. */
    String snapshot(Predicate<String> wanted) {
        return "{\"items\":[" + joined(items, wanted) + "],\"removed\":[]}";
    }

    private static String joined(SequencedMap<String, String> items, Predicate<String> wanted) {
        return items.entrySet().stream()
                .filter(item -> wanted.test(item.getKey()))
                .map(item -> keyed(item.getKey(), item.getValue()))
                .collect(Collectors.joining(","));
    }

    /** Each item carries its key, so that a browser need not know how it is made up. */
    private static String keyed(String key, String item) {
        return "{\"key\":\"" + key + "\",\"item\":" + item + "}";
    }
}
