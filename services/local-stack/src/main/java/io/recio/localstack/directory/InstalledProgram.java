package io.recio.localstack.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Programs of the system that tests need, from the system's own package manager. */
public final class InstalledProgram {

    private InstalledProgram() {}

    /**
     * Installs the package with apt-get where that is there and allowed.
     *
     * @param programs one of which is enough
     * @return whether one of them is there now
     */
    public static boolean ensure(List<String> programs, String debianPackage) throws IOException, InterruptedException {
        if (programs.stream().anyMatch(InstalledProgram::isOnPath)) {
            return true;
        }
        if (!isOnPath("apt-get") || !"root".equals(System.getProperty("user.name"))) {
            return false;
        }
        System.out.println(debianPackage + " is missing and is installed with apt-get");
        return new ProcessBuilder("sh", "-c", "apt-get -q update && apt-get -q -y install " + debianPackage)
                        .inheritIO()
                        .start()
                        .waitFor()
                == 0;
    }

    public static boolean isOnPath(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }
}
