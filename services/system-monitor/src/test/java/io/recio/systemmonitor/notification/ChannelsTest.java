package io.recio.systemmonitor.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quarkus.mailer.Mailer;
import io.recio.systemmonitor.MonitorConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelsTest {

    private static final Mailer NO_MAIL = mails -> {
        throw new AssertionError("nothing is sent here");
    };

    @Test
    void hasNoneUnlessTheSettingsNameOne() {
        assertThat(channels(Map.of()).settings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            twilio   | account, secret-file, from, to
            telegram | secret-file, to
            ntfy     | url or url-file, to
            webhook  | url or url-file
            slack    | url or url-file
            discord  | url or url-file
            email    | to
            """)
    void refusesToStartWithAChannelThatLacksSomething(String kind, String missing) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> channels(Map.of("pager.kind", kind)))
                .withMessageStartingWith("system-monitor.notification.channels.pager of kind")
                .withMessageEndingWith("must have " + missing);
    }

    private static Channels channels(Map<String, String> given) {
        Map<String, String> settings = new HashMap<>();
        given.forEach((key, value) -> settings.put("system-monitor.notification.channels." + key, value));
        MonitorConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(settings, "test", 300))
                .withMapping(MonitorConfig.class)
                .build()
                .getConfigMapping(MonitorConfig.class);
        return new Channels(config, NO_MAIL);
    }
}
