package io.surprisal.io;

import io.surprisal.tensor.HostArray;
import java.util.List;

/**
 * The numbers of a CSV file.
 *
 * @param columns the header's names, or none if the file has no header
 * @param values a FLOAT64 matrix of shape [rows, columns]
 */
public record CsvTable(List<String> columns, HostArray values) {
    /**
     * Copies the names.
     *
     * @param columns the header's names, or none if the file has no header
     * @param values a FLOAT64 matrix of shape [rows, columns]
     */
    public CsvTable {
        columns = List.copyOf(columns);
    }
}
