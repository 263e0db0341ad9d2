/** The arrows between the modules and the rules that hold in all of them, checked where every module can be seen. */
@NullMarked
package io.surprisal.architecture;

import org.jspecify.annotations.NullMarked;
