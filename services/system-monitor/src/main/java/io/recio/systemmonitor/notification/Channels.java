package io.recio.systemmonitor.notification;

import io.quarkus.mailer.Mailer;
import io.recio.systemmonitor.MonitorConfig;
import io.recio.systemmonitor.MonitorConfig.ChannelKind;
import io.recio.systemmonitor.MonitorConfig.ChannelSettings;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The channels that the settings name. One that lacks something refuses to start. */
@Singleton
class Channels {

    private final SortedMap<String, ChannelSettings> settings = new TreeMap<>();
    private final SortedMap<String, Channel> channels = new TreeMap<>();

    Channels(MonitorConfig config, Mailer mailer) {
        config.notification().channels().forEach((name, each) -> {
            require(name, each);
            settings.put(name, each);
            channels.put(
                    name, each.kind() == ChannelKind.EMAIL ? new EmailChannel(each, mailer) : new HttpChannel(each));
        });
    }

    SortedMap<String, ChannelSettings> settings() {
        return settings;
    }

    Channel channel(String name) {
        Channel channel = channels.get(name);
        if (channel == null) {
            throw new IllegalArgumentException("channel must be one of " + channels.keySet() + ", was " + name);
        }
        return channel;
    }

    private static void require(String name, ChannelSettings settings) {
        boolean address = settings.url().isPresent() || settings.urlFile().isPresent();
        List<String> missing = new ArrayList<>();
        switch (settings.kind()) {
            case TWILIO -> {
                need(settings.account().isPresent(), "account", missing);
                need(settings.secretFile().isPresent(), "secret-file", missing);
                need(settings.from().isPresent(), "from", missing);
                need(settings.to().isPresent(), "to", missing);
            }
            case TELEGRAM -> {
                need(settings.secretFile().isPresent(), "secret-file", missing);
                need(settings.to().isPresent(), "to", missing);
            }
            case NTFY -> {
                need(address, "url or url-file", missing);
                need(settings.to().isPresent(), "to", missing);
            }
            case WEBHOOK, SLACK, DISCORD -> need(address, "url or url-file", missing);
            case EMAIL -> need(settings.to().isPresent(), "to", missing);
        }
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("system-monitor.notification.channels." + name + " of kind "
                    + settings.kind() + " must have " + String.join(", ", missing));
        }
    }

    private static void need(boolean there, String what, List<String> missing) {
        if (!there) {
            missing.add(what);
        }
    }
}
