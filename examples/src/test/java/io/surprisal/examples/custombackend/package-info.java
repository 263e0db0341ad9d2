/** The example backend under the contract that holds for every backend. */
@NullMarked
package io.surprisal.examples.custombackend;

import org.jspecify.annotations.NullMarked;
