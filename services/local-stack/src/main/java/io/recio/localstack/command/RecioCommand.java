package io.recio.localstack.command;

import io.recio.localstack.bench.BenchCommand;
import io.recio.localstack.chaos.ChaosCommand;
import io.recio.localstack.demo.DemoCommand;
import io.recio.localstack.drill.DrillCommand;
import io.recio.localstack.nativeform.NativeCommand;
import io.recio.localstack.release.DeployCommand;
import io.recio.localstack.release.PublishChartCommand;
import io.recio.localstack.screen.WalkCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** All commands. */
@Command(
        name = "recio",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description =
                "REC.IO on one machine: PostgreSQL, the exchanges (simulated by default) and the twelve services.",
        subcommands = {
            UpCommand.class,
            ServeCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            InstanceCommands.Restart.class,
            InstanceCommands.Kill.class,
            InstanceCommands.Freeze.class,
            InstanceCommands.Thaw.class,
            InstanceCommands.Stop.class,
            InstanceCommands.Start.class,
            DownCommand.class,
            HaltCommand.class,
            DemoCommand.class,
            DrillCommand.class,
            WalkCommand.class,
            BenchCommand.class,
            ChaosCommand.class,
            NativeCommand.class,
            PublishChartCommand.class,
            DeployCommand.class,
            TestCommand.class,
            HelpCommand.class
        })
public final class RecioCommand {}
