package io.recio.mainapp.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Another language is another catalogue: no element says anything by itself. */
class CatalogueTest {

    private static final Path APP = Path.of("src/main/resources/web/app");

    /** A text between tags, or as the value of an attribute that is read out. */
    private static final Pattern SAID = Pattern.compile(
            "(?<![=)])>\\s*[A-Z][a-z]{2,}[^<>$`{}()=]*<|\\b(?:aria-label|title|placeholder|label)=\"[^\"$]*[a-z]{3}");

    @Test
    void takesEveryTextFromTheCatalogue() throws IOException {
        List<String> said = new ArrayList<>();
        for (String folder : List.of("components", "pages")) {
            try (Stream<Path> files = Files.list(APP.resolve(folder))) {
                for (Path file : files.sorted().toList()) {
                    SAID.matcher(Files.readString(file))
                            .results()
                            .forEach(found -> said.add(
                                    file.getFileName() + ": " + found.group().strip()));
                }
            }
        }
        assertThat(said).isEmpty();
    }
}
