package io.surprisal.tensor.reference;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The rows of a file that {@code src/test/python/elementwise_references.py} wrote. */
final class ReferenceVectors {
    private final List<List<String>> rows = new ArrayList<>();

    private ReferenceVectors() {}

    static ReferenceVectors read(String file) {
        ReferenceVectors vectors = new ReferenceVectors();
        try (InputStream stream = ReferenceVectors.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("no resource " + file + ". Run elementwise_references.py.");
            }
            new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .forEach(line -> vectors.rows.add(List.of(line.split(",", -1))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return vectors;
    }

    /** The rows whose first field is {@code key}, by the dtype in their second. */
    Map<DType, List<List<String>>> of(String key) {
        Map<DType, List<List<String>>> result = new EnumMap<>(DType.class);
        for (List<String> row : rows) {
            if (row.get(0).equals(key)) {
                result.computeIfAbsent(DType.valueOf(row.get(1)), dtype -> new ArrayList<>())
                        .add(row.subList(2, row.size()));
            }
        }
        return Collections.unmodifiableMap(result);
    }

    /** One field of every row, as a vector of the given type. */
    static HostArray column(List<List<String>> rows, int field, DType dtype) {
        return parse(rows.stream().map(row -> row.get(field)).toList(), dtype);
    }

    static HostArray parse(List<String> fields, DType dtype) {
        int n = fields.size();
        HostArray result = HostArray.zeros(Shape.of(n), dtype);
        for (int i = 0; i < n; i++) {
            String field = fields.get(i);
            switch (dtype) {
                case FLOAT32 -> result.floats()[i] = Float.parseFloat(field);
                case FLOAT64 -> result.doubles()[i] = Double.parseDouble(field);
                case INT32 -> result.ints()[i] = Integer.parseInt(field);
                case INT64 -> result.longs()[i] = Long.parseLong(field);
                case BOOL -> result.booleans()[i] = field.equals("1");
            }
        }
        return result;
    }
}
