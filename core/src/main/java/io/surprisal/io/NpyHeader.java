package io.surprisal.io;

import io.surprisal.tensor.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an NPY file says of its array: a magic, a version, a length, and a Python dictionary of that length.
 *
 * @param type the elements
 * @param order low or high byte first
 * @param columnMajor whether the first axis varies fastest in the file
 * @param shape the array's shape
 * @param bytes how long the header was
 */
record NpyHeader(ElementType type, ByteOrder order, boolean columnMajor, Shape shape, long bytes) {
    /** As in NumPy ≥ 1.23: a longer one is a structured type, or an attack on the parser. */
    private static final int MAX_LENGTH = 10_000;

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final Pattern DESCRIPTION = Pattern.compile("([<>|=]?)([biuf])([1-8])");

    /**
     * Reads the header; the channel is then at the first element.
     *
     * @throws FormatException if it is not the header of a numeric array
     */
    static NpyHeader read(ReadableByteChannel in, String where) throws IOException {
        byte[] start = bytes(in, MAGIC.length + 2, where);
        if (!Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new FormatException(where, "the file does not begin with \\x93NUMPY. Is it an NPY file?");
        }
        int version = start[MAGIC.length];
        if (version < 1 || version > 3 || start[MAGIC.length + 1] != 0) {
            throw new FormatException(
                    where,
                    "the version is " + version + "." + start[MAGIC.length + 1] + "; 1.0, 2.0 and 3.0 are known.");
        }
        int width = version == 1 ? Short.BYTES : Integer.BYTES;
        ByteBuffer prefix = ByteBuffer.wrap(bytes(in, width, where)).order(ByteOrder.LITTLE_ENDIAN);
        long length = version == 1 ? prefix.getShort() & 0xffff : prefix.getInt() & 0xffffffffL;
        if (length > MAX_LENGTH) {
            throw new FormatException(
                    where,
                    "the header has " + length + " bytes, but " + MAX_LENGTH
                            + " is the limit. Save a plain numeric array, without fields.");
        }
        Charset charset = version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        NpyDictionary dictionary = NpyDictionary.parse(decode(bytes(in, (int) length, where), charset, where), where);
        return described(dictionary, start.length + width + length, where);
    }

    private static NpyHeader described(NpyDictionary dictionary, long bytes, String where) throws FormatException {
        Matcher matcher = DESCRIPTION.matcher(dictionary.descr());
        if (!matcher.matches()) {
            throw unsupported(dictionary.descr(), where);
        }
        String order = matcher.group(1);
        ElementType type = switch (matcher.group(2) + matcher.group(3)) {
            case "b1" -> ElementType.BOOL;
            case "i1" -> ElementType.I8;
            case "u1" -> ElementType.U8;
            case "i2" -> ElementType.I16;
            case "u2" -> ElementType.U16;
            case "i4" -> ElementType.I32;
            case "u4" -> ElementType.U32;
            case "i8" -> ElementType.I64;
            case "f2" -> ElementType.F16;
            case "f4" -> ElementType.F32;
            case "f8" -> ElementType.F64;
            default -> throw unsupported(dictionary.descr(), where);
        };
        if (type.bytes() > 1 && !order.equals("<") && !order.equals(">")) {
            throw new FormatException(
                    where,
                    "the type " + dictionary.descr() + " does not say its byte order, < or >. Save it with NumPy.");
        }
        return new NpyHeader(
                type,
                order.equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
                dictionary.columnMajor(),
                Dims.shape(dictionary.shape(), where),
                bytes);
    }

    private static FormatException unsupported(String descr, String where) {
        return new FormatException(
                where,
                "the type " + descr
                        + " has no dtype here that holds its values exactly. Convert the array with astype to"
                        + " float32, float64, int32, int64 or bool.");
    }

    private static String decode(byte[] bytes, Charset charset, String where) throws FormatException {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new FormatException(where, "the header is not " + charset + ". Is the file damaged?", e);
        }
    }

    private static byte[] bytes(ReadableByteChannel in, int count, String where) throws IOException {
        byte[] bytes = new byte[count];
        if (!Elements.fill(in, ByteBuffer.wrap(bytes))) {
            throw new FormatException(where, "the data end within the header. Is it an NPY file, and complete?");
        }
        return bytes;
    }
}
