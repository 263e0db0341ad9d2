/**
 * What a family of distributions is made with: parameters declared once, shapes that meet, values checked with one message, domains kept,
 * single precision computed in double. A user's own family starts here too.
 */
@NullMarked
package io.surprisal.distributions.family;

import org.jspecify.annotations.NullMarked;
