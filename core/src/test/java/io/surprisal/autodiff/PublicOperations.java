package io.surprisal.autodiff;

import io.surprisal.linalg.LinearSystem;
import io.surprisal.linalg.PositiveDefinite;
import io.surprisal.nn.Activation;
import io.surprisal.optim.GlobalNorm;
import io.surprisal.tensor.Tensor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every public method that makes a tensor of tensors, static or not: Tensor's own and those of its families, those of the mathematics
 * on top that is differentiable, and every activation.
 */
final class PublicOperations {
    /** Decompositions are not among them: they refuse tensors of a gradient call. */
    private static final List<Class<?>> ON_TOP = List.of(PositiveDefinite.class, LinearSystem.class, GlobalNorm.class);

    private PublicOperations() {}

    /** Such as {@code plus(double)}, {@code PositiveDefinite.inverse()} or {@code Activation.RELU}. */
    static Set<String> signatures() {
        Set<String> signatures = new TreeSet<>(ofTensor());
        for (Class<?> type : ON_TOP) {
            makingTensors(type.getDeclaredMethods())
                    .map(method -> type.getSimpleName() + "." + signature(method))
                    .forEach(signatures::add);
        }
        Stream.of(Activation.class.getFields())
                .map(constant -> "Activation." + constant.getName())
                .forEach(signatures::add);
        Stream.of(Activation.class.getDeclaredMethods())
                .filter(method -> method.getReturnType() == Activation.class)
                .map(factory -> "Activation." + signature(factory))
                .forEach(signatures::add);
        return signatures;
    }

    /** Those of {@link Tensor} alone. */
    static Set<String> ofTensor() {
        return makingTensors(Tensor.class.getMethods())
                .map(PublicOperations::signature)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Method> makingTensors(Method[] methods) {
        return Stream.of(methods)
                .filter(method -> Modifier.isPublic(method.getModifiers()) && method.getReturnType() == Tensor.class);
    }

    private static String signature(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", ", method.getName() + "(", ")"));
    }
}
