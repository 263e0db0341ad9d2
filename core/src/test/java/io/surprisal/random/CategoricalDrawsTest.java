package io.surprisal.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CategoricalDrawsTest {
    private static final RandomKey KEY = RandomKey.of(13);
    private static final double NEVER = Double.NEGATIVE_INFINITY;

    @Test
    void agreesWithItsProbabilities() {
        double[] probabilities = {0.1, 0, 0.25, 0.05, 0, 0, 0.4, 0.2, 0};
        double[] logits = Arrays.stream(probabilities).map(p -> Math.log(p) + 3).toArray();
        ChiSquare.assertAgrees(counts(draw(100_000, 9, logits), 9), probabilities);
    }

    @Test
    void agreesWithManyUnequalProbabilities() {
        int categories = 300;
        var weights = new double[categories];
        for (int k = 0; k < categories; k++) {
            weights[k] = 1.0 / (1 + (k * 7) % categories);
        }
        double total = Arrays.stream(weights).sum();
        double[] probabilities = Arrays.stream(weights).map(w -> w / total).toArray();
        double[] logits = Arrays.stream(weights).map(Math::log).toArray();
        ChiSquare.assertAgrees(counts(draw(200_000, categories, logits), categories), probabilities);
    }

    @Test
    void eachRowHasItsOwnDistribution() {
        double[] logits = {NEVER, 0, NEVER, 5, NEVER, NEVER, NEVER, NEVER, -700};
        long[] target = draw(30, 3, logits);
        for (int i = 0; i < 30; i++) {
            assertThat(target[i]).isEqualTo(new long[] {1, 0, 2}[i % 3]);
        }
    }

    @Test
    void findsTheFirstCategoryWhoseCumulativeProbabilityExceedsTheUniform() {
        var table = new CategoricalTable(4, 100);
        table.load(new double[] {Math.log(0.25), NEVER, Math.log(0.5), Math.log(0.25)}, 0);
        assertThat(table.category(0x1p-53)).isZero();
        assertThat(table.category(0.2499)).isZero();
        assertThat(table.category(0.2501)).isEqualTo(2);
        assertThat(table.category(0.7499)).isEqualTo(2);
        assertThat(table.category(0.7501)).isEqualTo(3);
        assertThat(table.category(1 - 0x1p-53)).isEqualTo(3);
    }

    /** Around every cumulative probability, where the guide's rounding could matter, the search agrees with a plain one. */
    @Test
    void agreesWithAPlainSearchAtEveryEdge() {
        for (int categories : new int[] {1, 2, 3, 7, 49, 1_000}) {
            var tables = List.of(
                    new CategoricalTable(categories, 1),
                    new CategoricalTable(categories, categories),
                    new CategoricalTable(categories, 1_000_000));
            var logits = new double[categories];
            Arrays.fill(logits, -2.5);
            tables.forEach(table -> table.load(logits, 0));
            for (int k = 0; k <= categories; k++) {
                double edge = (double) k / categories;
                for (double u : new double[] {Math.nextDown(edge), edge, Math.nextUp(edge)}) {
                    double clipped = Math.min(Math.max(u, 0x1p-53), 1 - 0x1p-53);
                    // Every weight is exp(0) = 1: the cumulative sums are whole numbers, and exact.
                    int plain = (int) Math.min(clipped * categories, Math.nextDown((double) categories));
                    assertThat(tables)
                            .as("u = %s of %d", clipped, categories)
                            .allMatch(table -> table.category(clipped) == plain);
                }
            }
        }
    }

    @Test
    void neverDrawsTrailingImpossibleCategories() {
        var table = new CategoricalTable(3, 1);
        table.load(new double[] {0.1, NEVER, NEVER}, 0);
        assertThat(table.category(1 - 0x1p-53)).isZero();
        assertThat(table.category(0x1p-53)).isZero();
    }

    @Test
    void rejectsRowsWithoutADistribution() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> draw(4, 2, 0, 0, NEVER, NEVER))
                .withMessage("categorical: some category must be possible, but all 2 logits of row 1 are -Infinity."
                        + " Mask at most all but one of them.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> draw(4, 2, 0, Double.NaN))
                .withMessage("categorical: a logit must be finite or -Infinity, but logit 1 of row 0 is NaN."
                        + " Check what computed it.");
        assertThatIllegalArgumentException().isThrownBy(() -> draw(4, 1, Double.POSITIVE_INFINITY));
    }

    private static long[] draw(int n, int categories, double... logits) {
        var target = new long[n];
        CategoricalDraws.of(KEY, logits, categories, target.length).fill(0, target, 0, target.length);
        return target;
    }

    private static long[] counts(long[] draws, int cells) {
        var counts = new long[cells];
        for (long k : draws) {
            counts[(int) k]++;
        }
        return counts;
    }
}
