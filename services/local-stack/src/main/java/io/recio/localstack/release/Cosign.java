package io.recio.localstack.release;

import io.recio.localstack.directory.InstalledProgram;
import io.recio.localstack.refusal.Refused;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Sigstore's own program, which signs and checks what lies in a registry. */
final class Cosign {

    private static final String PROGRAM = "cosign";

    private Cosign() {}

    /**
     * @return what it printed
     * @throws Refused with its words, when it did not do it or is not there
     */
    static String run(List<String> arguments) throws IOException, InterruptedException {
        if (!InstalledProgram.isOnPath(PROGRAM)) {
            throw new Refused("cosign is needed for signatures and was not found on the PATH;"
                    + " get it from https://docs.sigstore.dev or go without signatures by 'nobody'");
        }
        List<String> command = new ArrayList<>(List.of(PROGRAM));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new Refused("cosign " + arguments.getFirst() + " failed for " + arguments.getLast());
        }
        return printed;
    }
}
