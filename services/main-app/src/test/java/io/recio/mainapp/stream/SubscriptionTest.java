package io.recio.mainapp.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionTest {

    @Test
    void followsTopicsWholeOrByKey() {
        Subscription subscription = Subscription.parse("{\"subscribe\":[\"prices\",\"strike-table:BTC\"]}")
                .orElseThrow();
        assertThat(subscription.follows(Topic.PRICES)).isTrue();
        assertThat(subscription.follows(Topic.TRADES)).isFalse();
        assertThat(subscription.wants(Topic.PRICES, "ETH")).isTrue();
        assertThat(subscription.wants(Topic.STRIKE_TABLE, "BTC")).isTrue();
        assertThat(subscription.wants(Topic.STRIKE_TABLE, "ETH")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{}",
                "{\"subscribe\":\"prices\"}",
                "{\"subscribe\":[1]}",
                "{\"subscribe\":[\"secrets\"]}"
            })
    void understandsNothingElse(String text) {
        assertThat(Subscription.parse(text)).isEmpty();
    }
}
