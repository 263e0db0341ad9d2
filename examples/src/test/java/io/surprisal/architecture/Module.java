package io.surprisal.architecture;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A module of the project that examples can see, with the packages that it owns and the modules that it may import. */
enum Module {
    CORE,
    DISTRIBUTIONS,
    DIVERGENCES,
    AUTOENCODERS,
    BACKEND_TCK,
    DISTRIBUTIONS_TCK,
    BACKEND_CPU,
    EXAMPLES;

    /** The modules that hold mathematics: no backend, no test framework, no injector. */
    static Set<Module> mathematics() {
        return EnumSet.of(CORE, DISTRIBUTIONS, DIVERGENCES, AUTOENCODERS);
    }

    /** The modules that an application builds on. */
    static Set<Module> library() {
        return EnumSet.complementOf(EnumSet.of(EXAMPLES));
    }

    /** The modules that this one may import. */
    Set<Module> imports() {
        return switch (this) {
            case CORE -> EnumSet.noneOf(Module.class);
            case DISTRIBUTIONS, BACKEND_TCK, BACKEND_CPU -> EnumSet.of(CORE);
            case DIVERGENCES, DISTRIBUTIONS_TCK -> EnumSet.of(CORE, DISTRIBUTIONS);
            case AUTOENCODERS -> EnumSet.of(CORE, DISTRIBUTIONS, DIVERGENCES);
            case EXAMPLES -> mathematics();
        };
    }

    /** ArchUnit's identifiers of the packages that this module owns. */
    List<String> packages() {
        return switch (this) {
            case CORE ->
                List.of(
                        "io.surprisal.tensor..",
                        "io.surprisal.autodiff..",
                        "io.surprisal.random..",
                        "io.surprisal.special..",
                        "io.surprisal.linalg..",
                        "io.surprisal.nn..",
                        "io.surprisal.optim..",
                        "io.surprisal.io..",
                        "io.surprisal.inject..");
            case DISTRIBUTIONS -> List.of("io.surprisal.distributions..");
            case DIVERGENCES -> List.of("io.surprisal.divergences..");
            case AUTOENCODERS -> List.of("io.surprisal.autoencoders..");
            case BACKEND_TCK -> List.of("io.surprisal.tck..");
            case DISTRIBUTIONS_TCK -> List.of("io.surprisal.contract..");
            case BACKEND_CPU -> List.of("io.surprisal.backend.cpu..", "io.surprisal.backend.nd4j..");
            case EXAMPLES -> List.of("io.surprisal.examples..");
        };
    }

    /** The packages of several modules in one list, as ArchUnit takes them. */
    static String[] packagesOf(Set<Module> modules) {
        return modules.stream().flatMap(module -> module.packages().stream()).toArray(String[]::new);
    }
}
