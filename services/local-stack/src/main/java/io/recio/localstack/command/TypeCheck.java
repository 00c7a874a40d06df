package io.recio.localstack.command;

import io.recio.localstack.directory.InstalledProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Checks the types of the pages' TypeScript, which the bundler of the build leaves unchecked. Needs Node's npx. */
final class TypeCheck {

    private static final List<String> COMMAND =
            List.of("npx", "--yes", "-p", "typescript@5.9", "tsc", "--noEmit", "-p", "services/main-app");

    private TypeCheck() {}

    /** @return whether the types are right; without npx says that nobody looked, and is content */
    static boolean run(Path root) throws IOException, InterruptedException {
        if (!InstalledProgram.isOnPath("npx")) {
            System.out.println(
                    "npx is missing: the types of the pages were not checked. Install the packages nodejs and npm"
                            + " and run again");
            return true;
        }
        int status = new ProcessBuilder(COMMAND)
                .directory(root.toFile())
                .inheritIO()
                .start()
                .waitFor();
        System.out.println(status == 0 ? "Types of the pages are right" : "recio: types of the pages are wrong");
        return status == 0;
    }
}
