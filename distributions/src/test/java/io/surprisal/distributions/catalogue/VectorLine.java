package io.surprisal.distributions.catalogue;

import io.surprisal.distributions.Distribution;
import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasMode;
import io.surprisal.distributions.HasMoments;
import io.surprisal.distributions.constraints.Permutation;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A line of a reference grid of vectors, which {@code vector_grids.py} made.
 *
 * @param outcome null for functions of the parameters alone
 * @param values the elements of the value
 * @param sensitivities Σ |a ∂f/∂a| over outcome and parameters, for each element
 * @param only the only dtype that holds the numbers; null where both do
 * @param isBeyond whether the parameters are outside the ordinary
 */
record VectorLine(
        VectorForm form,
        List<String> parameters,
        String function,
        @Nullable String outcome,
        List<BigDecimal> values,
        List<Double> sensitivities,
        @Nullable DType only,
        boolean isBeyond) {

    static List<VectorLine> all(VectorForm form) {
        String name = "/io/surprisal/distributions/grids/vectors/" + form.grid() + ".csv";
        try (InputStream file = VectorLine.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new AssertionError(form + " has no grid. Write its points in src/test/python/vectors.");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> parse(form, line))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static VectorLine parse(VectorForm form, String line) {
        String[] fields = line.split("; ", -1);
        return new VectorLine(
                form,
                List.of(fields[0].split(" ")),
                fields[1],
                fields[2].isEmpty() ? null : fields[2],
                Arrays.stream(fields[3].split(",")).map(BigDecimal::new).toList(),
                Arrays.stream(fields[4].split(",")).map(Double::valueOf).toList(),
                switch (fields[5]) {
                    case "double", "beyond" -> DType.FLOAT64;
                    case "single" -> DType.FLOAT32;
                    default -> null;
                },
                fields[5].equals("beyond"));
    }

    boolean fits(DType dtype) {
        return only == null || only == dtype;
    }

    Distribution distribution(Backend backend, DType dtype) {
        return form.family().of(tensors(backend, dtype));
    }

    Tensor[] tensors(Backend backend, DType dtype) {
        Tensor[] tensors = new Tensor[parameters.size()];
        for (int i = 0; i < tensors.length; i++) {
            int rank = form.family().parameters().get(i).constraint().eventRank();
            tensors[i] = tensor(parameters.get(i), rank, backend).cast(dtype);
        }
        return tensors;
    }

    double[] computed(Backend backend, DType dtype) {
        Distribution d = distribution(backend, dtype);
        Tensor result = switch (function) {
            case "logProb" -> d.logProb(outcome(d));
            case "entropy" -> ((HasEntropy) d).entropy();
            case "mean" -> ((HasMoments) d).mean();
            case "variance" -> ((HasMoments) d).variance();
            case "mode" -> ((HasMode) d).mode();
            default -> throw new AssertionError("There is no function " + function + ".");
        };
        return result.toDoubles();
    }

    /** In the dtype that draws have. */
    Tensor outcome(Distribution d) {
        Tensor elements = tensor(Objects.requireNonNull(outcome), d.eventShape().rank(), d.backend());
        return elements.cast(d.support() instanceof Permutation ? DType.INT64 : d.dtype());
    }

    /** Elements by commas, rows by bars. */
    private static Tensor tensor(String text, int rank, Backend backend) {
        String[] rows = text.split("\\|");
        double[] elements = Arrays.stream(rows)
                .flatMap(row -> Arrays.stream(row.split(",")))
                .mapToDouble(Double::parseDouble)
                .toArray();
        Shape shape = switch (rank) {
            case 0 -> Shape.scalar();
            case 1 -> Shape.of(elements.length);
            default -> Shape.of(rows.length, elements.length / rows.length);
        };
        return backend.of(HostArray.wrap(elements, shape));
    }

    @Override
    public String toString() {
        return form + " " + parameters + " " + function + (outcome == null ? "" : " at " + outcome);
    }
}
