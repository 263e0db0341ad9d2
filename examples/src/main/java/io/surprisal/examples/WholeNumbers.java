package io.surprisal.examples;

import java.math.BigInteger;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads whole numbers from options, and says within which bounds they must lie. */
final class WholeNumbers {
    private WholeNumbers() {}

    /** Lets every command read its numbers so. */
    static CommandLine register(CommandLine program) {
        ITypeConverter<Integer> ints = text -> (int) within(text, Integer.MIN_VALUE, Integer.MAX_VALUE);
        ITypeConverter<Long> longs = text -> within(text, Long.MIN_VALUE, Long.MAX_VALUE);
        return program.registerConverter(int.class, ints)
                .registerConverter(Integer.class, ints)
                .registerConverter(long.class, longs);
    }

    private static long within(String text, long least, long greatest) {
        BigInteger number;
        try {
            number = new BigInteger(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is not a whole number.");
        }
        if (number.compareTo(BigInteger.valueOf(least)) < 0 || number.compareTo(BigInteger.valueOf(greatest)) > 0) {
            throw new TypeConversionException("'" + text + "' is not between " + least + " and " + greatest + ".");
        }
        return number.longValue();
    }
}
