/** A report as one HTML file without anything outside it: elements, charts as SVG, and pictures as PNG. */
@NullMarked
package io.surprisal.examples.report;

import org.jspecify.annotations.NullMarked;
