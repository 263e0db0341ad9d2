package io.surprisal.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page docs/write-a-distribution.md shows the classes that are compiled and run here. */
class WriteADistributionPageTest {
    @ParameterizedTest
    @ValueSource(strings = {"HyperbolicSecant", "HyperbolicSecantTest"})
    void showsTheClassAsItIs(String name) throws IOException {
        String page = Files.readString(Path.of("..", "docs", "write-a-distribution.md"));
        String source = Files.readString(Path.of("src", "test", "java", "io", "surprisal", "contract", name + ".java"));
        String afterImports = source.substring(source.lastIndexOf("\nimport "));
        String type = afterImports.substring(afterImports.indexOf("\n\n") + 2);
        assertThat(page).contains("```java\n" + type + "```\n");
    }
}
