/** The conformance suite that a backend's author runs. */
@NullMarked
package io.surprisal.tck;

import org.jspecify.annotations.NullMarked;
