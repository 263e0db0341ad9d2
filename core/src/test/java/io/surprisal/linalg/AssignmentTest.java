package io.surprisal.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AssignmentTest {
    @Test
    void findsTheCheapest() {
        Assignment best = Assignment.cheapest(new double[][] {{4, 1, 3}, {2, 0, 5}, {3, 2, 2}});
        assertThat(best.columns()).containsExactly(1, 0, 2);
        assertThat(best.cost()).isEqualTo(5);
    }

    @Test
    void findsTheDearest() {
        Assignment best = Assignment.dearest(new double[][] {{50, 3, 0}, {2, 1, 40}, {0, 30, 5}});
        assertThat(best.columns()).containsExactly(0, 2, 1);
        assertThat(best.cost()).isEqualTo(120);
    }

    @Test
    void agreesWithTryingAllOfThem() {
        Random random = new Random(5);
        for (int trial = 0; trial < 300; trial++) {
            int rows = 1 + random.nextInt(5);
            int columns = rows + random.nextInt(3);
            double[][] cost = new double[rows][columns];
            for (double[] row : cost) {
                for (int j = 0; j < columns; j++) {
                    // Small whole numbers make ties, negative ones test the potentials.
                    row[j] = trial % 2 == 0 ? random.nextInt(7) - 3 : random.nextGaussian();
                }
            }
            Assignment best = Assignment.cheapest(cost);
            assertThat(best.columns()).doesNotHaveDuplicates();
            assertThat(best.cost()).isCloseTo(bruteForce(cost, 0, new boolean[columns]), within(1e-12));
        }
    }

    private static double bruteForce(double[][] cost, int row, boolean[] taken) {
        if (row == cost.length) {
            return 0;
        }
        double best = Double.POSITIVE_INFINITY;
        for (int j = 0; j < taken.length; j++) {
            if (!taken[j]) {
                taken[j] = true;
                best = Math.min(best, cost[row][j] + bruteForce(cost, row + 1, taken));
                taken[j] = false;
            }
        }
        return best;
    }

    @Test
    void hasNothingToAssignInAnEmptyMatrix() {
        assertThat(Assignment.cheapest(new double[0][0]))
                .isEqualTo(new Assignment(new int[0], 0))
                .hasToString("Assignment [] at 0.0");
    }

    @Test
    void isSafeFromItsArrays() {
        Assignment best = Assignment.cheapest(new double[][] {{1}});
        best.columns()[0] = 7;
        assertThat(best.columns()).containsExactly(0);
    }

    @Test
    void rejectsWhatCannotBeAssigned() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Assignment.cheapest(new double[][] {{1}, {2}}))
                .withMessage("Assignment: 2 rows cannot take 1 columns each for itself. Transpose the costs.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Assignment.cheapest(new double[][] {{1, 2}, {3}}))
                .withMessageStartingWith("Assignment: row 1 has 1 costs, but row 0 has 2.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Assignment.cheapest(new double[][] {{Double.NaN}}))
                .withMessageStartingWith("Assignment: the cost of row 0 and column 0 is NaN");
    }
}
