package io.surprisal.io;

import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;

/** Collects lines of numbers, and says where one is none. */
final class CsvMatrix {
    /**
     * Decimal alone: parseDouble would also take 1f, 1d and hexadecimal. Digits once taken are not given back, or a long cell would be
     * tried at each of its digits.
     */
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(?:[0-9]++(?:\\.[0-9]*+)?|\\.[0-9]++)(?:[eE][+-]?[0-9]++)?");

    private final String where;
    private List<String> names = List.of();
    private int columns = -1;
    private int rows;
    private double[] elements = new double[64];
    private int size;

    CsvMatrix(String where) {
        this.where = where;
    }

    /** The header, which sets the number of columns. */
    void expectColumns(List<String> header) {
        names = header;
        columns = header.size();
    }

    void add(CSVRecord line, long number) throws FormatException {
        if (columns < 0) {
            columns = line.size();
        }
        if (line.size() != columns) {
            throw new FormatException(
                    where,
                    "line " + number + " has " + line.size() + " cells, but those before have " + columns
                            + ". Give every line the same number.");
        }
        reserve(number);
        for (int column = 0; column < columns; column++) {
            elements[size++] = number(line.get(column), number, column);
        }
        rows++;
    }

    HostArray values() {
        return HostArray.wrap(Arrays.copyOf(elements, size), Shape.of(rows, Math.max(columns, 0)));
    }

    private void reserve(long number) throws FormatException {
        long needed = (long) size + columns;
        if (needed > Integer.MAX_VALUE - 8) {
            throw new FormatException(
                    where,
                    "line " + number
                            + " is beyond 2147483639 numbers, the most that one array can hold. Split the file.");
        }
        if (needed > elements.length) {
            elements = Arrays.copyOf(elements, (int)
                    Math.max(needed, Math.min(2L * elements.length, Integer.MAX_VALUE - 8)));
        }
    }

    private double number(String cell, long line, int column) throws FormatException {
        String text = cell.strip();
        if (DECIMAL.matcher(text).matches()) {
            return Double.parseDouble(text);
        }
        return nonFinite(text)
                .orElseThrow(() -> new FormatException(
                        where,
                        "line " + line + ", column " + (column + 1)
                                + (names.isEmpty() ? "" : " (" + names.get(column) + ")") + ": \""
                                + (text.length() > 40 ? text.substring(0, 40) + "…" : text)
                                + "\" is no number. Write NaN where one is missing"
                                + (rows == 0 && names.isEmpty() ? ", or read with withHeader()." : ".")));
    }

    private static OptionalDouble nonFinite(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        String unsigned = lower.startsWith("-") || lower.startsWith("+") ? lower.substring(1) : lower;
        return switch (unsigned) {
            case "nan" -> OptionalDouble.of(Double.NaN);
            case "inf", "infinity" ->
                OptionalDouble.of(lower.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
            default -> OptionalDouble.empty();
        };
    }
}
