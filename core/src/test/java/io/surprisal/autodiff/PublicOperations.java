package io.surprisal.autodiff;

import io.surprisal.tensor.Tensor;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Every public method that makes a tensor of tensors, static or not: Tensor's own and those of its families. */
final class PublicOperations {
    private PublicOperations() {}

    /** Such as {@code plus(double)} or {@code slice(int, int, int)}. */
    static Set<String> signatures() {
        return Arrays.stream(Tensor.class.getMethods())
                .filter(method -> method.getReturnType() == Tensor.class)
                .map(PublicOperations::signature)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String signature(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", ", method.getName() + "(", ")"));
    }
}
