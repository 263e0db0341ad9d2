package io.surprisal.divergences;

import io.surprisal.distributions.Distribution;
import io.surprisal.distributions.continuous.Normal;
import io.surprisal.distributions.discrete.Bernoulli;
import io.surprisal.distributions.discrete.Categorical;
import io.surprisal.distributions.multivariate.MultivariateNormal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** The closed forms of this module and of every {@link KullbackLeiblerRules} on the class path, by pair of classes. */
final class ClosedForms {
    private static final List<KullbackLeiblerRule<?, ?>> OWN = List.of(
            KullbackLeiblerRule.of(Normal.class, Normal.class, NormalRelativeEntropy::between),
            KullbackLeiblerRule.of(Bernoulli.class, Bernoulli.class, BernoulliRelativeEntropy::between),
            KullbackLeiblerRule.of(Categorical.class, Categorical.class, CategoricalRelativeEntropy::between),
            KullbackLeiblerRule.of(
                    MultivariateNormal.class, MultivariateNormal.class, MultivariateNormalRelativeEntropy::between));

    private final Map<Pair, KullbackLeiblerRule<?, ?>> rules = new HashMap<>();

    private ClosedForms() {}

    /** Loaded when first asked for, by the class loader of this module. */
    static ClosedForms all() {
        return Holder.ALL;
    }

    static ClosedForms with(Iterable<KullbackLeiblerRules> contributions) {
        var forms = new ClosedForms();
        OWN.forEach(forms::add);
        contributions.forEach(contribution -> contribution.rules().forEach(forms::add));
        return forms;
    }

    Optional<KullbackLeiblerRule<?, ?>> find(Class<? extends Distribution> p, Class<? extends Distribution> q) {
        return Optional.ofNullable(rules.get(new Pair(p, q)));
    }

    private void add(KullbackLeiblerRule<?, ?> rule) {
        if (rules.putIfAbsent(new Pair(rule.first(), rule.second()), rule) != null) {
            throw new IllegalStateException("KullbackLeibler: two rules for " + rule
                    + " are on the class path. Remove the jar of one of them.");
        }
    }

    private record Pair(Class<?> p, Class<?> q) {}

    private static final class Holder {
        static final ClosedForms ALL =
                with(ServiceLoader.load(KullbackLeiblerRules.class, ClosedForms.class.getClassLoader()));
    }
}
