package io.surprisal.backend.nd4j;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * An ND4J array in row-major order without gaps, with what ND4J takes long to tell.
 *
 * @param array the array, perhaps a view of the buffer's memory under another shape
 * @param buffer the memory
 * @param shape the array's shape
 * @param dtype the array's element type
 */
record Nd4jArray(INDArray array, SharedBuffer buffer, Shape shape, DType dtype) {}
