package io.surprisal.autodiff;

import static org.assertj.core.api.Assertions.assertThat;

import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.ops.AffineActivation;
import io.surprisal.tensor.ops.BinaryOp;
import io.surprisal.tensor.ops.ReduceOp;
import io.surprisal.tensor.ops.SpecialOp;
import io.surprisal.tensor.ops.UnaryOp;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every public operation either has a record, or stands in the list of those without a derivative. */
class GradientRegistryTest {
    @Test
    void everyPublicOperationIsRegistered() {
        assertThat(registered())
                .as("operations with a finite-difference record, or listed in WithoutDerivative")
                .containsExactlyInAnyOrderElementsOf(PublicOperations.signatures());
    }

    @Test
    void everyMethodOfTheFamiliesIsSeen() {
        Set<String> declared = Arrays.stream(Tensor.class.getInterfaces())
                .filter(Class::isSealed)
                .flatMap(family -> Arrays.stream(family.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && method.getReturnType() == Tensor.class)
                .map(method -> method.getName())
                .collect(Collectors.toSet());
        Set<String> seen = PublicOperations.ofTensor().stream()
                .map(signature -> signature.substring(0, signature.indexOf('(')))
                .collect(Collectors.toSet());
        assertThat(declared).hasSizeGreaterThan(80);
        assertThat(seen).containsAll(declared);
    }

    @Test
    void everyUnaryOpIsRegistered() {
        assertThat(calls("apply(UnaryOp)")).containsAll(names(UnaryOp.values()));
    }

    @Test
    void everyBinaryOpIsRegistered() {
        assertThat(calls("apply(BinaryOp, Tensor)")).containsAll(names(BinaryOp.values()));
        Set<String> ofNumbers = Arrays.stream(BinaryOp.values())
                .filter(op -> !op.isLogical())
                .map(Enum::name)
                .collect(Collectors.toSet());
        assertThat(calls("apply(BinaryOp, double)")).containsAll(ofNumbers);
    }

    @Test
    void everyReduceOpIsRegistered() {
        assertThat(calls("reduce(ReduceOp, int[])")).containsAll(names(ReduceOp.values()));
        assertThat(calls("reduceKeeping(ReduceOp, int[])")).containsAll(names(ReduceOp.values()));
    }

    @Test
    void everySpecialOpIsRegistered() {
        assertThat(calls("special(SpecialOp, List)")).containsAll(names(SpecialOp.values()));
    }

    @Test
    void everyActivationIsRegistered() {
        assertThat(calls("affine(Tensor, Tensor, AffineActivation)")).containsAll(names(AffineActivation.values()));
        assertThat(calls("activationBackward(AffineActivation, Tensor)")).containsAll(names(AffineActivation.values()));
    }

    private static Set<String> registered() {
        return Stream.concat(
                        GradientRegistry.records().stream().map(GradientRecord::operation),
                        WithoutDerivative.operations().stream().map(WithoutDerivative::operation))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> calls(String operation) {
        return Stream.concat(
                        GradientRegistry.records().stream()
                                .filter(entry -> entry.operation().equals(operation))
                                .map(GradientRecord::call),
                        WithoutDerivative.operations().stream()
                                .filter(entry -> entry.operation().equals(operation))
                                .map(WithoutDerivative::constant))
                .collect(Collectors.toSet());
    }

    private static Set<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).collect(Collectors.toSet());
    }
}
