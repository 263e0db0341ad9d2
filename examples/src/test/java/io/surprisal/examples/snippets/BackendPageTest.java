package io.surprisal.examples.snippets;

import static org.assertj.core.api.Assertions.assertThat;

import io.surprisal.tck.BackendContract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The page that tells how to write a backend, against the example that it quotes and the contract that it names. */
class BackendPageTest {
    private static final Path PAGE = Path.of("..", "docs", "write-a-backend.md");
    private static final String FOLDER = "java/io/surprisal/examples/custombackend";
    private static final Path EXAMPLE = Path.of("src/main", FOLDER);
    private static final Path SERVICES =
            Path.of("src/main/resources/META-INF/services/io.surprisal.tensor.spi.BackendProvider");

    @Test
    void everyPieceOfCodeStandsInTheExample() throws IOException {
        StringBuilder sources = new StringBuilder();
        for (Path source : Stream.concat(sources(EXAMPLE), sources(Path.of("src/test", FOLDER)))
                .toList()) {
            sources.append(plain(Files.readString(source, StandardCharsets.UTF_8)));
        }
        List<String> blocks = blocks("java");
        assertThat(blocks).hasSize(3);
        for (String block : blocks) {
            // The blocks leave methods out: what stands between empty lines is compared.
            for (String piece : block.split("\n\n", -1)) {
                String withoutEndOfClass = piece.replaceFirst("(?s)\n}\\s*$", "");
                assertThat(sources).contains(plain(withoutEndOfClass));
            }
        }
    }

    @Test
    void theLineOfTheServicesFileIsTheExamples() throws IOException {
        assertThat(blocks("")).containsExactly(Files.readString(SERVICES, StandardCharsets.UTF_8));
    }

    @Test
    void theGroupsAreThoseOfTheContract() throws IOException {
        Matcher list = Pattern.compile("All groups must pass: ([^.]+)\\.").matcher(page());
        assertThat(list.find()).isTrue();
        Stream<String> groups = Arrays.stream(BackendContract.class.getDeclaredClasses())
                .filter(nested -> nested.isAnnotationPresent(Nested.class))
                .map(Class::getSimpleName);
        assertThat(list.group(1).replaceAll("[`\\s]", "").split(",", -1))
                .containsExactlyInAnyOrder(groups.toArray(String[]::new));
    }

    /** As the page and the change log say. */
    @Test
    void theExampleTakesUnderFourHundredLines() throws IOException {
        long lines = 0;
        for (Path source : sources(EXAMPLE).toList()) {
            lines += Files.readAllLines(source, StandardCharsets.UTF_8).size();
        }
        assertThat(lines).isBetween(100L, 399L);
    }

    private static Stream<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        }
    }

    /** The blocks of the page in a language, or in none. */
    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("```(\\w*)\n(.*?)```", Pattern.DOTALL)
                .matcher(page())
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }

    private static String page() throws IOException {
        return Files.readString(PAGE, StandardCharsets.UTF_8);
    }

    /** Without white space, which the formatter may lay out in another way. */
    private static String plain(String text) {
        return text.replaceAll("\\s+", "");
    }
}
