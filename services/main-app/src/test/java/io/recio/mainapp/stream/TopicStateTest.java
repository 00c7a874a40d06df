package io.recio.mainapp.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;

class TopicStateTest {

    private final TopicState state = new TopicState();

    @Test
    void tellsOnlyWhatDiffersAndWhatIsGone() {
        state.replace(items("BTC", "{\"p\":1}", "ETH", "{\"p\":2}"));
        TopicState.Change change = state.replace(items("BTC", "{\"p\":3}"));
        assertThat(change.data(key -> true))
                .isEqualTo("{\"items\":[{\"key\":\"BTC\",\"item\":{\"p\":3}}],\"removed\":[\"ETH\"]}");
        assertThat(change.data(key -> key.equals("ETH"))).isEqualTo("{\"items\":[],\"removed\":[\"ETH\"]}");
        assertThat(change.data(key -> key.equals("SOL"))).isEmpty();
    }

    @Test
    void tellsNothingWhenNothingChanged() {
        state.replace(items("BTC", "{\"p\":1}"));
        assertThat(state.replace(items("BTC", "{\"p\":1}")).isEmpty()).isTrue();
        assertThat(state.snapshot(key -> true))
                .isEqualTo("{\"items\":[{\"key\":\"BTC\",\"item\":{\"p\":1}}],\"removed\":[]}");
    }

    private static LinkedHashMap<String, String> items(String... keysAndItems) {
        var items = new LinkedHashMap<String, String>();
        for (int i = 0; i < keysAndItems.length; i += 2) {
            items.put(keysAndItems[i], keysAndItems[i + 1]);
        }
        return items;
    }
}
