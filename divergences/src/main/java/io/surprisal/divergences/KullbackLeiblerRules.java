package io.surprisal.divergences;

import java.util.List;

/**
 * Closed forms that a jar contributes, found by {@link java.util.ServiceLoader}: name the implementation in {@code
 * META-INF/services/io.surprisal.divergences.KullbackLeiblerRules}.
 */
@FunctionalInterface
public interface KullbackLeiblerRules {
    /** {@return the rules, of pairs that nobody else has} */
    List<KullbackLeiblerRule<?, ?>> rules();
}
