package io.recio.mainapp.stream;

import java.util.SequencedMap;

/** Reads what a topic shows; one per topic, beside the feature it belongs to. */
public interface TopicSource {

    Topic topic();

    /**
     * The newest items in the order they are shown, each as a JSON object; the key tells them apart from one reading to the
     * next. Called on the stream's own thread; may throw {@code DatabaseUnavailable}.
     */
    SequencedMap<String, String> items();
}
