package io.surprisal.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.surprisal.tensor.Shape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @TempDir
    Path folder;

    @Test
    void readsNumbersRowByRow() throws IOException {
        CsvTable table = Csv.plain().read(file("1,-2.5,3e-300\n.5,6.,+7E2\n"));
        assertThat(table.columns()).isEmpty();
        assertThat(table.values().shape()).isEqualTo(Shape.of(2, 3));
        assertThat(table.values().doubles()).containsExactly(1, -2.5, 3e-300, 0.5, 6, 700);
    }

    @Test
    void readsHeadersQuotesBlanksAndTheByteOrderMark() throws IOException {
        CsvTable table = Csv.plain().withHeader().read(file("\ufeffage,\"height, cm\"\r\n\"1\",2\r\n\r\n3 , 4"));
        assertThat(table.columns()).containsExactly("age", "height, cm");
        assertThat(table.values().doubles()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void readsOtherDelimiters() throws IOException {
        assertThat(Csv.plain().withDelimiter(';').read(file("1;2")).values().doubles())
                .containsExactly(1, 2);
        assertThat(Csv.plain().withDelimiter('\t').read(file("1\t2")).values().doubles())
                .containsExactly(1, 2);
        assertThatThrownBy(() -> Csv.plain().withDelimiter('.')).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsValuesThatAreNotFinite() throws IOException {
        assertThat(Csv.plain().read(file("NaN,nan,Infinity,-inf,+Inf")).values().doubles())
                .containsExactly(
                        Double.NaN,
                        Double.NaN,
                        Double.POSITIVE_INFINITY,
                        Double.NEGATIVE_INFINITY,
                        Double.POSITIVE_INFINITY);
    }

    @Test
    void emptyFilesHaveNoRows() throws IOException {
        assertThat(Csv.plain().read(file("")).values().shape()).isEqualTo(Shape.of(0, 0));
        assertThat(Csv.plain().withHeader().read(file("a,b\n")).values().shape())
                .isEqualTo(Shape.of(0, 2));
        Path empty = file("");
        assertThatThrownBy(() -> Csv.plain().withHeader().read(empty))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("header");
    }

    @Test
    void growsBeyondItsFirstBuffer() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            text.append(i).append(',').append(-i).append('\n');
        }
        CsvTable table = Csv.plain().read(file(text.toString()));
        assertThat(table.values().shape()).isEqualTo(Shape.of(1000, 2));
        assertThat(table.values().doubleAt(1999)).isEqualTo(-999);
    }

    @Test
    void namesLineAndColumnOfWhatIsNoNumber() throws IOException {
        Path file = file("x,y\n1,2\n\n3,four\n");
        assertThatThrownBy(() -> Csv.plain().withHeader().read(file))
                .isInstanceOf(FormatException.class)
                .hasMessage(file + ": line 4, column 2 (y): \"four\" is no number. Write NaN where one is missing.");
        assertThatThrownBy(() -> Csv.plain().read(file))
                .isInstanceOf(FormatException.class)
                .hasMessageContainingAll("line 1, column 1", "\"x\"", "withHeader()");
    }

    /** A pattern that gives digits back one by one takes minutes for it. */
    @Test
    @Timeout(10)
    void refusesALongCellAtOnce() throws IOException {
        Path file = file("1".repeat(200_000) + "x\n");
        assertThatThrownBy(() -> Csv.plain().read(file))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("1…\" is no number");
        assertThat(Csv.plain()
                        .read(file("0." + "3".repeat(200_000) + "\n"))
                        .values()
                        .doubles())
                .containsExactly(1.0 / 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1d", "1f", "0x1p3", "1,", "1_000", "1 000", "--1", "1e", "e1", ".", "+", "true", "١"})
    void refusesWhatOnlyLooksLikeANumber(String cell) throws IOException {
        Path file = file("7," + cell + "\n");
        assertThatThrownBy(() -> Csv.plain().read(file))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("line 1");
    }

    @Test
    void refusesLinesOfAnotherLength() throws IOException {
        Path file = file("1,2\n3\n");
        assertThatThrownBy(() -> Csv.plain().read(file))
                .isInstanceOf(FormatException.class)
                .hasMessageContainingAll("line 2", "1 cells", "have 2");
    }

    @Test
    void refusesOpenQuotesAndTextThatIsNotUtf8() throws IOException {
        Path open = file("1,\"2\n3,4\n");
        assertThatThrownBy(() -> Csv.plain().read(open))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("quotes");
        Path latin = Files.write(folder.resolve("latin.csv"), "é\n1".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> Csv.plain().withHeader().read(latin))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("UTF-8");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("made.csv"), text);
    }
}
