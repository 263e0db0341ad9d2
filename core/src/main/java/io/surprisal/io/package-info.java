/**
 * Arrays in files: safetensors, NPY and NPZ, IDX, CSV, and checkpoints that a crash cannot halve.
 *
 * <p>Every reader treats its file as hostile: sizes are checked against the file's before memory is taken, nothing is extracted to
 * disk, nothing is executed, and what is wrong is a {@link io.surprisal.io.FormatException} that says where. Every writer goes
 * through {@link io.surprisal.io.AtomicFile}.
 */
@NullMarked
package io.surprisal.io;

import org.jspecify.annotations.NullMarked;
