/** The families of this module by name, for tools that take any of them. */
@NullMarked
package io.surprisal.distributions.catalogue;

import org.jspecify.annotations.NullMarked;
