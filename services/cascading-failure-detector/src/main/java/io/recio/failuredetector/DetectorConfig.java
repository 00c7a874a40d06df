package io.recio.failuredetector;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings of the detector. Durations are real time. */
@ConfigMapping(prefix = "cascading-failure-detector")
public interface DetectorConfig {

    /** From one look to the next. */
    @WithDefault("1S")
    Duration interval();

    /** An instance that has not answered within this time is silent. */
    @WithDefault("1.5S")
    Duration probeTimeout();

    /** What starts and ends instances. */
    @WithDefault("local")
    Runtime runtime();

    /** True: watch, decide and record, but restart nothing by itself; what is asked for is still carried out. */
    @WithDefault("false")
    boolean watchOnly();

    /** A commit slower than this counts as a database that is down. */
    @WithDefault("2S")
    Duration commitLimit();

    /** The API watchdog's word on Kalshi counts for so long. */
    @WithDefault("15S")
    Duration exchangeWordLimit();

    /** When it acts. */
    Policy policy();

    /** How local-stack is reached. */
    LocalStack localStack();

    /** How the release is found in the cluster. */
    Kubernetes kubernetes();

    /** Where it runs. */
    enum Runtime {
        /** One machine, local-stack. */
        LOCAL,
        /** A cluster: the API server, and a CascadePolicy in place of the settings below {@code policy}. */
        KUBERNETES
    }

    /** Patience in numbers; see {@code DetectorPolicy}, whose standard has these defaults. */
    interface Policy {

        /** A heartbeat older than this is missed. */
        @WithDefault("5S")
        Duration heartbeatLimit();

        /** How long a service must be unwell, and its work stand still, before it is restarted. */
        @WithDefault("15S")
        Duration patience();

        /** How long a new instance may take to its first result. */
        @WithDefault("60S")
        Duration startGrace();

        /** How long dependents get to recover by themselves. */
        @WithDefault("30S")
        Duration settle();
    }

    /** The runtime of a cluster. */
    interface Kubernetes {

        /** Of the release, and of everything the detector touches. */
        @WithDefault("recio")
        String namespace();

        /** Label {@code app.kubernetes.io/instance} of its pods and deployments. */
        @WithDefault("recio")
        String release();

        /** The CascadePolicy to follow and to write to. */
        @WithDefault("recio")
        String policy();

        /** The Lease by which one of several replicas leads. */
        @WithDefault("recio-cascading-failure-detector")
        String lease();

        /** Another replica may lead once a lease was not renewed for so long. */
        @WithDefault("6S")
        Duration leaseDuration();

        /** The leader stops leading when it could not renew for so long; less than the lease's duration. */
        @WithDefault("4S")
        Duration renewDeadline();

        /** From one attempt to renew, or to take over, to the next. */
        @WithDefault("1S")
        Duration retryPeriod();

        /** What a pod gets between being asked to end and being ended; a hung one uses all of it. */
        @WithDefault("5S")
        Duration grace();

        /** What only moves all the time, such as work counters, is written to the policy's status this often. */
        @WithDefault("30S")
        Duration memoryInterval();

        /** What the nodes use, for the system monitor. */
        Nodes nodes();
    }

    /** Reading nodes needs a right beyond the namespace, so it is off by default. */
    interface Nodes {

        @WithDefault("false")
        boolean enabled();

        /** From one reading to the next. */
        @WithDefault("15S")
        Duration interval();

        /**
         * Where kube-state-metrics is, such as {@code http://kube-state-metrics.monitoring:8080/metrics}; absent: nodes are read
         * from the API server.
         */
        Optional<URI> stateMetrics();
    }

    /** The runtime of one machine; it passes these as RECIO_LOCAL_STACK_URL and RECIO_LOCAL_STACK_TOKEN_FILE. */
    interface LocalStack {

        @WithDefault("${recio.local-stack.url:http://127.0.0.1:8101}")
        URI url();

        /** Holds the bearer token; without it nothing can be restarted. */
        @WithDefault("${recio.local-stack.token-file:}")
        Optional<Path> tokenFile();

        /** How long to wait for an answer. */
        @WithDefault("3S")
        Duration timeout();
    }
}
