/** What the scalar functions of the operations are judged by. */
@NullMarked
package io.surprisal.tensor.ops;

import org.jspecify.annotations.NullMarked;
