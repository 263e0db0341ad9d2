package io.surprisal.io;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The Python dictionary in an NPY header, {@code {'descr': '<f4', 'fortran_order': False, 'shape': (3, 4), }}: its three keys in any
 * order, each once, and nothing else.
 */
final class NpyDictionary {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:'([^'\\\\]*)'|\"([^\"\\\\]*)\"|(True|False)|([0-9]+)L?(?![0-9A-Za-z_])|([{}(),:]))");

    private final Matcher tokens;
    private final String text;
    private final String where;
    private int position;

    private @Nullable String descr;
    private @Nullable Boolean columnMajor;
    private long @Nullable [] shape;

    private NpyDictionary(String text, String where) {
        this.text = text;
        this.tokens = TOKEN.matcher(text);
        this.where = where;
    }

    /**
     * Parses the whole text.
     *
     * @throws FormatException if it is anything but such a dictionary
     */
    static NpyDictionary parse(String text, String where) throws FormatException {
        NpyDictionary dictionary = new NpyDictionary(text, where);
        dictionary.parseAll();
        return dictionary;
    }

    String descr() throws FormatException {
        return present(descr, "descr");
    }

    boolean columnMajor() throws FormatException {
        return present(columnMajor, "fortran_order");
    }

    long[] shape() throws FormatException {
        return present(shape, "shape");
    }

    private void parseAll() throws FormatException {
        expect("{");
        while (!peeks("}")) {
            String key = string();
            expect(":");
            readValue(key);
            if (!peeks("}")) {
                expect(",");
            }
        }
        expect("}");
        if (!text.substring(position).isBlank()) {
            throw malformed("the end");
        }
        descr();
        columnMajor();
        shape();
    }

    private void readValue(String key) throws FormatException {
        switch (key) {
            case "descr" -> {
                requireFirst(descr == null, key);
                if (peeks("(") || text.startsWith("[", next())) {
                    throw new FormatException(where, "the array has fields. Save each of them as an array of its own.");
                }
                descr = string();
            }
            case "fortran_order" -> {
                requireFirst(columnMajor == null, key);
                columnMajor = truth();
            }
            case "shape" -> {
                requireFirst(shape == null, key);
                shape = tuple();
            }
            default -> throw malformed("descr, fortran_order or shape");
        }
    }

    /** {@code ()}, {@code (3,)}, {@code (3, 4)}: a single length needs its comma. */
    private long[] tuple() throws FormatException {
        List<Long> lengths = new ArrayList<>();
        boolean comma = false;
        expect("(");
        while (!peeks(")")) {
            lengths.add(number());
            comma = peeks(",");
            if (comma) {
                expect(",");
            } else if (lengths.size() == 1 || !peeks(")")) {
                throw malformed("','");
            }
        }
        expect(")");
        return lengths.stream().mapToLong(Long::longValue).toArray();
    }

    private long number() throws FormatException {
        String digits = token(4, "a length ≥ 0");
        // Longer than any length; what it would be is for Dims to refuse.
        return digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits);
    }

    private boolean truth() throws FormatException {
        return token(3, "True or False").equals("True");
    }

    private String string() throws FormatException {
        if (matches() && tokens.group(2) != null) {
            return token(2, "a string");
        }
        return token(1, "a string");
    }

    private boolean peeks(String symbol) {
        return matches() && symbol.equals(tokens.group(5));
    }

    private void expect(String symbol) throws FormatException {
        if (!peeks(symbol)) {
            throw malformed("'" + symbol + "'");
        }
        position = tokens.end();
    }

    private String token(int group, String wanted) throws FormatException {
        String found = matches() ? tokens.group(group) : null;
        if (found == null) {
            throw malformed(wanted);
        }
        position = tokens.end();
        return found;
    }

    private boolean matches() {
        tokens.region(position, text.length());
        return tokens.lookingAt();
    }

    /** Where the next token would begin. */
    private int next() {
        int at = position;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private void requireFirst(boolean first, String key) throws FormatException {
        if (!first) {
            throw new FormatException(where, "\"" + key + "\" occurs twice in the header. Save the array with NumPy.");
        }
    }

    private <T> T present(@Nullable T value, String key) throws FormatException {
        if (value == null) {
            throw new FormatException(where, "the header has no \"" + key + "\". Save the array with NumPy.");
        }
        return value;
    }

    private FormatException malformed(String wanted) {
        String found =
                text.substring(next(), Math.min(text.length(), next() + 20)).strip();
        return new FormatException(
                where, "the header has \"" + found + "\" where " + wanted + " belongs. Is the file damaged?");
    }
}
