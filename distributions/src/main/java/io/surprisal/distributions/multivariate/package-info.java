/**
 * Families of distributions of vectors, matrices, directions and orders. {@code VectorFamily} masks and casts for most of them; normal and
 * t-distributed vectors share {@code Elliptical} and {@code Covariance}, directions share {@code Directional}.
 */
@NullMarked
package io.surprisal.distributions.multivariate;

import org.jspecify.annotations.NullMarked;
