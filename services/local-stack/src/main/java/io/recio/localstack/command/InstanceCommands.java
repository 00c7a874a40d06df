package io.recio.localstack.command;

import io.recio.localstack.process.InstanceView;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The commands that ask the running stack to do one thing with one process. */
final class InstanceCommands {

    private InstanceCommands() {}

    /** What they have in common. */
    abstract static class OneInstance implements Callable<Integer> {

        private final String action;

        @Spec
        private @Nullable CommandSpec spec;

        @Mixin
        private DataOption data = new DataOption();

        @Parameters(
                paramLabel = "SERVICE",
                description = "Such as trade-manager, trade-manager-2 (its standby), an instance id, or postgres.")
        private String service = "";

        OneInstance(String action) {
            this.action = action;
        }

        @Override
        public Integer call() {
            InstanceView now = data.runningStack().act(service, action);
            CommandSpec own = spec;
            if (own != null) {
                own.commandLine().getOut().println(now.name() + ": " + action + " asked, now " + now.state());
            }
            return 0;
        }
    }

    @Command(name = "restart", mixinStandardHelpOptions = true, description = "Stop a service and start it again.")
    static final class Restart extends OneInstance {
        Restart() {
            super("restart");
        }
    }

    @Command(name = "kill", mixinStandardHelpOptions = true, description = "End a service at once (-9); it comes back.")
    static final class Kill extends OneInstance {
        Kill() {
            super("kill");
        }
    }

    @Command(name = "freeze", mixinStandardHelpOptions = true, description = "Stop a service in its tracks (SIGSTOP).")
    static final class Freeze extends OneInstance {
        Freeze() {
            super("freeze");
        }
    }

    @Command(name = "thaw", mixinStandardHelpOptions = true, description = "Let a frozen service go on.")
    static final class Thaw extends OneInstance {
        Thaw() {
            super("thaw");
        }
    }

    @Command(name = "stop", mixinStandardHelpOptions = true, description = "Stop a service and keep it stopped.")
    static final class Stop extends OneInstance {
        Stop() {
            super("stop");
        }
    }

    @Command(name = "start", mixinStandardHelpOptions = true, description = "Start a service that was stopped.")
    static final class Start extends OneInstance {
        Start() {
            super("start");
        }
    }
}
