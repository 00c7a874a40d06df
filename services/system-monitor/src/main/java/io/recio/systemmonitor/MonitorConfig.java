package io.recio.systemmonitor;

import io.quarkus.runtime.configuration.MemorySize;
import io.recio.storage.system.AlertStore.Severity;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Settings of the monitor. Durations are real time. */
@ConfigMapping(prefix = "system-monitor")
public interface MonitorConfig {

    /** From one row of health to the next. */
    @WithDefault("15S")
    Duration interval();

    /** The next look when something is wrong, to be sure that it lasts. */
    @WithDefault("5S")
    Duration closeInterval();

    /** An instance that has not answered within this time is silent. */
    @WithDefault("1.5S")
    Duration probeTimeout();

    /** An instance whose heartbeat is older does not live. Less than the close interval. */
    @WithDefault("3S")
    Duration beatLimit();

    /** So long after its start, or ours, a service is starting and not down. */
    @WithDefault("60S")
    Duration startGrace();

    /** A heartbeat this old, whose process does not answer, is deleted. */
    @WithDefault("60S")
    Duration forgetAfter();

    /** How many instances each service has: by its name. Two in a chart with standbys. */
    Map<String, Integer> replicas();

    /** For services not named there. */
    @WithDefault("1")
    int defaultReplicas();

    /** When people are alerted. */
    Alerts alerts();

    /** When auto entry is held back. */
    Suspension suspension();

    /** How people are told. */
    Notification notification();

    /** Alerts on their way to people. */
    interface Notification {

        /** From one look into the outbox to the next. */
        @WithDefault("2S")
        Duration poll();

        /** The same alert, raised again within this time and not acknowledged, is not told again. */
        @WithDefault("10M")
        Duration duplicateWindow();

        /** A critical alert that nobody acknowledges is told again after this time. */
        @WithDefault("10M")
        Duration escalateAfter();

        /** So many times at most. */
        @WithDefault("3")
        int escalations();

        /** A delivery that failed for so long is given up. */
        @WithDefault("24H")
        Duration giveUpAfter();

        /** Where the runbooks are found, such as {@code https://wiki.example.com/recio/runbooks}; absent: their file names. */
        Optional<String> runbooks();

        /** By a name of your own; none: alerts stay on the screen. */
        Map<String, ChannelSettings> channels();
    }

    /** What a channel is. */
    enum ChannelKind {
        TWILIO,
        WEBHOOK,
        SLACK,
        DISCORD,
        TELEGRAM,
        NTFY,
        EMAIL
    }

    /** One way to people. Secrets are files, read at each message. */
    interface ChannelSettings {

        ChannelKind kind();

        /** What matters less is not told here. */
        @WithDefault("warning")
        Severity leastSeverity();

        /** The webhook's, the ntfy server's; of twilio and telegram the public API by default. */
        Optional<URI> url();

        /** The same where the address is the secret, as with slack and discord. */
        Optional<Path> urlFile();

        /** Holds twilio's auth token, telegram's bot token, ntfy's access token. */
        Optional<Path> secretFile();

        /** Twilio's account SID. */
        Optional<String> account();

        /** Sender: a number in E.164, an e-mail address. */
        Optional<String> from();

        /** Receiver: a number in E.164, a telegram chat id, an ntfy topic, e-mail addresses separated by commas. */
        Optional<String> to();

        /** From one message to the next: what comes meanwhile goes out together. */
        @WithDefault("30S")
        Duration leastInterval();

        /** More messages within an hour tell of critical alerts only; the rest waits. */
        @WithDefault("30")
        int hourlyLimit();

        /** An attempt ends after this time. */
        @WithDefault("5S")
        Duration timeout();
    }

    /** Thresholds in percent of what there is. */
    interface Alerts {

        @WithDefault("90")
        double cpuPercent();

        /** Less is a burst. */
        @WithDefault("2M")
        Duration cpuLasting();

        @WithDefault("85")
        double memoryPercent();

        @WithDefault("80")
        double diskPercent();

        @WithDefault("90")
        double diskCriticalPercent();

        /** A service unwell for less may recover by itself. */
        @WithDefault("30S")
        Duration serviceLasting();

        /** What is not found for so long has ended: its alert is resolved, and it would be told again. */
        @WithDefault("2M")
        Duration clearAfter();

        /** Of the database. */
        DatabaseAlerts database();
    }

    /** When the database deserves attention. */
    interface DatabaseAlerts {

        /** A commit slower than this is slow; told at once. */
        @WithDefault("1S")
        Duration commitLimit();

        /** Of the server's max_connections. */
        @WithDefault("80")
        double connectionsPercent();

        /** Such as {@code 20G}; absent: only the disk says when it is too much. */
        Optional<MemorySize> sizeLimit();

        /** How many standbys must follow. */
        @WithDefault("0")
        int standbys();

        /** A standby that applies a commit later than this is behind. */
        @WithDefault("10S")
        Duration standbyLag();

        /** Except for commits: less may pass by itself. */
        @WithDefault("30S")
        Duration lasting();
    }

    /** Only ever our own row; the operator's switches are never touched. */
    interface Suspension {

        /** A critical failure that lasts this long suspends. */
        @WithDefault("20S")
        Duration after();

        /** Our row is removed when nothing critical was found for this long. */
        @WithDefault("30S")
        Duration restoreAfter();
    }
}
