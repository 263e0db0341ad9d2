package io.surprisal.io;

import io.surprisal.tensor.HostArray;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Tables of numbers as text: {@code Csv.plain().withHeader().read(file)}.
 *
 * <p>UTF-8, with or without a byte order mark; quoting as in RFC 4180; blanks around a number and empty lines are skipped. A number
 * is what {@link Double#parseDouble} takes in decimal digits, or NaN, Infinity or Inf in any case; it is never missing.
 */
public final class Csv {
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final char delimiter;
    private final boolean header;

    private Csv(char delimiter, boolean header) {
        this.delimiter = delimiter;
        this.header = header;
    }

    /**
     * Files with commas between numbers, and without a header.
     *
     * @return a reader of such files
     */
    public static Csv plain() {
        return new Csv(',', false);
    }

    /**
     * Files whose first line has the columns' names.
     *
     * @return a reader of such files
     */
    public Csv withHeader() {
        return new Csv(delimiter, true);
    }

    /**
     * Files with another character between numbers.
     *
     * @param delimiter a semicolon or a tab, for instance
     * @return a reader of such files
     * @throws IllegalArgumentException if it is a quote, the end of a line, or part of a number
     */
    public Csv withDelimiter(char delimiter) {
        if ("\"\r\n+-.".indexOf(delimiter) >= 0 || Character.isLetterOrDigit(delimiter)) {
            throw new IllegalArgumentException(
                    "Csv: '" + delimiter + "' cannot stand between numbers. Use a comma, a semicolon or a tab.");
        }
        return new Csv(delimiter, header);
    }

    /**
     * Reads a file.
     *
     * @param file a regular file
     * @return its numbers, and its header if it has one; an empty file without a header has shape [0, 0]
     * @throws FormatException if a cell is no number, a line has more or fewer cells than the first, the header is missing, or the
     *     text is not UTF-8; the message has the line and the column, counted from 1
     * @throws IOException if the file is missing or cannot be read
     */
    public CsvTable read(Path file) throws IOException {
        String where = file.toString();
        try (FileChannel channel = RegularFile.open(file);
                Reader text = withoutMark(Channels.newReader(channel, StandardCharsets.UTF_8.newDecoder(), -1));
                CSVParser parser = format().parse(text)) {
            return table(parser, where);
        } catch (UncheckedIOException e) {
            throw refused(where, Objects.requireNonNull(e.getCause()));
        } catch (CharacterCodingException | CSVException e) {
            throw refused(where, e);
        }
    }

    private CSVFormat format() {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(true)
                .get();
    }

    private CsvTable table(CSVParser parser, String where) throws FormatException {
        List<String> names = List.of();
        CsvMatrix matrix = new CsvMatrix(where);
        boolean first = header;
        for (CSVRecord line : parser) {
            if (first) {
                names = line.stream().map(String::strip).toList();
                matrix.expectColumns(names);
                first = false;
            } else {
                matrix.add(line, parser.getCurrentLineNumber());
            }
        }
        if (first) {
            throw new FormatException(where, "the file is empty, but a header was asked for. Drop withHeader().");
        }
        HostArray values = matrix.values();
        return new CsvTable(names, values);
    }

    private static Reader withoutMark(Reader text) throws IOException {
        BufferedReader buffered = new BufferedReader(text);
        buffered.mark(1);
        if (buffered.read() != BYTE_ORDER_MARK) {
            buffered.reset();
        }
        return buffered;
    }

    /** What the parser reports is about the file's form, unless the disk failed. */
    private static IOException refused(String where, IOException cause) {
        if (cause instanceof CharacterCodingException) {
            return new FormatException(where, "the text is not UTF-8. Convert it.", cause);
        }
        if (cause instanceof CSVException) {
            return new FormatException(
                    where, "the quotes do not match, " + cause.getMessage() + ". Correct them.", cause);
        }
        return cause;
    }
}
