/**
 * The operations of tensors by name, and what some are given beside tensors: the vocabulary that the API, the derivatives and the
 * backends share. An operation knows its label in messages, the type of its result and, where there is one, the function of numbers
 * that defines it.
 */
@NullMarked
package io.surprisal.tensor.ops;

import org.jspecify.annotations.NullMarked;
