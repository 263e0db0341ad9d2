/** Families of distributions of vectors and matrices. */
@NullMarked
package io.surprisal.distributions.multivariate;

import org.jspecify.annotations.NullMarked;
