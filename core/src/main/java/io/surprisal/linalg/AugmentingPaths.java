package io.surprisal.linalg;

import java.util.Arrays;

/** A growing assignment of rows to columns, with the potentials that prove it cheapest. */
final class AugmentingPaths {
    private static final int FREE = -1;

    private final double[][] cost;
    private final double[] rowPotential;
    private final double[] columnPotential;
    private final int[] rowOfColumn;

    AugmentingPaths(double[][] cost, int columns) {
        this.cost = cost;
        this.rowPotential = new double[cost.length];
        this.columnPotential = new double[columns];
        this.rowOfColumn = new int[columns];
        Arrays.fill(rowOfColumn, FREE);
    }

    /** Dijkstra's search in reduced costs for the shortest path from a new row to a free column, along which rows move on. */
    void assign(int newRow) {
        int columns = rowOfColumn.length;
        double[] distance = new double[columns];
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        int[] previous = new int[columns];
        Arrays.fill(previous, FREE);
        boolean[] done = new boolean[columns];
        double reached = 0;
        int row = newRow;
        int from = FREE;
        int column;
        while (true) {
            column = FREE;
            for (int j = 0; j < columns; j++) {
                if (!done[j]) {
                    double through = reached + cost[row][j] - rowPotential[row] - columnPotential[j];
                    if (through < distance[j]) {
                        distance[j] = through;
                        previous[j] = from;
                    }
                    if (column == FREE || distance[j] < distance[column]) {
                        column = j;
                    }
                }
            }
            reached = distance[column];
            done[column] = true;
            if (rowOfColumn[column] == FREE) {
                break;
            }
            from = column;
            row = rowOfColumn[column];
        }
        raise(newRow, done, distance, reached);
        shift(newRow, column, previous);
    }

    /** Keeps every reduced cost non-negative, and those of the assignment 0. */
    private void raise(int newRow, boolean[] done, double[] distance, double reached) {
        rowPotential[newRow] += reached;
        for (int j = 0; j < done.length; j++) {
            if (done[j] && rowOfColumn[j] != FREE) {
                rowPotential[rowOfColumn[j]] += reached - distance[j];
                columnPotential[j] -= reached - distance[j];
            }
        }
    }

    private void shift(int newRow, int end, int[] previous) {
        int column = end;
        while (previous[column] != FREE) {
            rowOfColumn[column] = rowOfColumn[previous[column]];
            column = previous[column];
        }
        rowOfColumn[column] = newRow;
    }

    int[] columnOfRow() {
        int[] result = new int[cost.length];
        for (int column = 0; column < rowOfColumn.length; column++) {
            if (rowOfColumn[column] != FREE) {
                result[rowOfColumn[column]] = column;
            }
        }
        return result;
    }
}
