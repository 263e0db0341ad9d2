/** The parts of a report. */
@NullMarked
package io.surprisal.examples.report;

import org.jspecify.annotations.NullMarked;
