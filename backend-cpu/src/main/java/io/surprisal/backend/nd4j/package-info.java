/**
 * The backend interface on ND4J's arrays, {@code INDArray}, for its processors and its graphics cards alike.
 *
 * <p>ND4J's own operations compute wherever they keep the interface's promises; where ND4J 1.0.0-M2.1 does not (NaN in a maximum, long
 * sums in single precision, integer division, which it lets kill the process), the operation is composed of others that do, or goes
 * through the host. {@link io.surprisal.backend.nd4j.Nd4jArrays} exchanges arrays with code that uses ND4J itself.
 */
@NullMarked
package io.surprisal.backend.nd4j;

import org.jspecify.annotations.NullMarked;
