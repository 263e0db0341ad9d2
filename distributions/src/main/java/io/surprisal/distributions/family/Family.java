package io.surprisal.distributions.family;

import io.surprisal.distributions.Distribution;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A family of distributions: its name, its parameters, and how to make one of them. Each class of a family has one as a constant, {@code
 * Gamma.FAMILY}, which holds all that its factories do: parameters of one floating dtype and backend whose shapes broadcast, and values
 * that are checked, except inside a gradient call.
 *
 * @param <D> the class of the distributions
 */
public final class Family<D extends Distribution> {
    private final String name;
    private final List<Parameter> parameters;
    private final List<Order> orders;
    private final Function<List<Tensor>, D> constructor;
    private final Consumer<? super D> rule;

    private Family(
            String name,
            List<Parameter> parameters,
            List<Order> orders,
            Function<List<Tensor>, D> constructor,
            Consumer<? super D> rule) {
        this.name = name;
        this.parameters = parameters;
        this.orders = orders;
        this.constructor = constructor;
        this.rule = rule;
    }

    /**
     * {@return a family}
     *
     * @param <D> the class of its distributions
     * @param name its name, which is that of the class
     * @param constructor makes one of parameters in order, without a look at their values
     * @param parameters its parameters, at least one
     */
    public static <D extends Distribution> Family<D> of(
            String name, Function<List<Tensor>, D> constructor, Parameter... parameters) {
        return new Family<>(name, List.of(parameters), List.of(), constructor, distribution -> {});
    }

    /**
     * {@return this family with a rule of its parameters together, which {@link #of} checks after those of each}
     *
     * @param rule throws an {@link IllegalArgumentException} that names the first values that break it, but not inside a gradient call
     */
    public Family<D> withRule(Consumer<? super D> rule) {
        return new Family<>(name, parameters, orders, constructor, rule);
    }

    /**
     * {@return this family with the rule that one parameter is less than another}
     *
     * @param lesser the name of the first
     * @param greater the name of the other
     */
    public Family<D> ordered(String lesser, String greater) {
        return with(new Order(name, lesser, indexOf(lesser), greater, indexOf(greater), false));
    }

    /**
     * {@return this family with the rule that one parameter is at most as large as another}
     *
     * @param lesser the name of the first
     * @param greater the name of the other
     */
    public Family<D> orderedOrEqual(String lesser, String greater) {
        return with(new Order(name, lesser, indexOf(lesser), greater, indexOf(greater), true));
    }

    /**
     * {@return whether a parameter must be less than another one, as the lower end of an interval is}
     *
     * @param parameter its name
     */
    public boolean isLowerEnd(String parameter) {
        return orders.stream()
                .anyMatch(order -> !order.orEqual() && order.lesser().equals(parameter));
    }

    /**
     * {@return whether a parameter must be greater than another one, as the upper end of an interval is}
     *
     * @param parameter its name
     */
    public boolean isUpperEnd(String parameter) {
        return orders.stream()
                .anyMatch(order -> !order.orEqual() && order.greater().equals(parameter));
    }

    private Family<D> with(Order order) {
        List<Order> more = new ArrayList<>(orders);
        more.add(order);
        return new Family<>(name, parameters, List.copyOf(more), constructor, rule);
    }

    private int indexOf(String parameter) {
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).name().equals(parameter)) {
                return i;
            }
        }
        throw new IllegalArgumentException(name + ": there is no parameter " + parameter + ". " + namesInWords());
    }

    private String namesInWords() {
        return "The parameters are "
                + String.join(", ", parameters.stream().map(Parameter::name).toList()) + ".";
    }

    /** {@return the name} */
    public String name() {
        return name;
    }

    /** {@return the parameters in order} */
    public List<Parameter> parameters() {
        return parameters;
    }

    /**
     * {@return the distributions with these parameters, whose values are checked, but not inside a gradient call}
     *
     * @param values the parameters in order
     * @throws IllegalArgumentException if a value is outside its domain, or shapes, dtypes or backends do not fit
     */
    public D of(Tensor... values) {
        D distribution = unchecked(values);
        for (int i = 0; i < values.length; i++) {
            argument(i, values[i]).requireAll(parameters.get(i).constraint());
        }
        for (Order order : orders) {
            order.require(values);
        }
        rule.accept(distribution);
        return distribution;
    }

    /**
     * {@return the distributions with these parameters, without a look at the values: for parameters that are in their domain by
     * construction, where a synchronisation with the device would be felt}
     *
     * @param values the parameters in order
     * @throws IllegalArgumentException if shapes, dtypes or backends do not fit
     */
    public D unchecked(Tensor... values) {
        return constructor.apply(List.of(values));
    }

    /**
     * {@return one distribution of FLOAT32 parameters}
     *
     * @param backend where it shall live
     * @param values the parameters in order
     * @throws IllegalArgumentException if a value is outside its domain
     */
    public D of(Backend backend, double... values) {
        return of(Arrays.stream(values).mapToObj(backend::scalar).toArray(Tensor[]::new));
    }

    /**
     * {@return one distribution, of parameters by name}
     *
     * @param backend where it shall live
     * @param dtype the parameters' element type
     * @param values the elements of each parameter: one, or those of a vector
     * @throws IllegalArgumentException if a name is missing or unknown, or a value is outside its domain
     */
    public D of(Backend backend, DType dtype, Map<String, double[]> values) {
        values.keySet().forEach(this::indexOf);
        return of(parameters.stream()
                .map(parameter -> {
                    double[] elements = values.get(parameter.name());
                    if (elements == null) {
                        throw new IllegalArgumentException(
                                name + ": " + parameter.name() + " is missing. " + namesInWords());
                    }
                    int rank = parameter.constraint().eventRank();
                    Shape shape = rank == 0 && elements.length == 1 ? Shape.scalar() : Shape.of(elements.length);
                    return backend.of(HostArray.wrap(elements, shape)).cast(dtype);
                })
                .toArray(Tensor[]::new));
    }

    /**
     * {@return the shape to which the parameters broadcast, their event axes left out}
     *
     * @param values the parameters in order
     * @throws IllegalArgumentException if their number, shapes, dtypes or backends do not fit
     */
    public Shape batchShape(List<Tensor> values) {
        if (values.size() != parameters.size()) {
            throw new IllegalArgumentException(name + ": takes " + parameters.size() + " parameters, but "
                    + values.size() + " were given. " + namesInWords());
        }
        Argument first = argument(0, values.get(0)).requireFloating();
        Shape common = batchOf(0, values.get(0));
        for (int i = 1; i < values.size(); i++) {
            first.requireAlike(argument(i, values.get(i)));
            Shape next = batchOf(i, values.get(i));
            String before = i == 1 ? parameters.get(0).name() : "the parameters before";
            common = BatchShape.common(name, before, common, parameters.get(i).name(), next);
        }
        return common;
    }

    private Shape batchOf(int i, Tensor value) {
        int eventRank = parameters.get(i).constraint().eventRank();
        int rank = value.rank() - eventRank;
        if (eventRank > 0 && (value.rank() == 0 || value.shape().dim(-1) == 0)) {
            argument(i, value).requireVector("elements");
        }
        if (rank < 0) {
            throw new IllegalArgumentException(name + ": " + parameters.get(i).name() + " needs " + eventRank
                    + " axes of elements, but has shape " + value.shape() + ". Reshape it to [batch…, rows, columns].");
        }
        return value.shape().axes(0, rank);
    }

    private Argument argument(int i, Tensor value) {
        return new Argument(name, parameters.get(i).name(), value);
    }

    /** The name and the parameters' names. */
    @Override
    public String toString() {
        return name + "("
                + String.join(", ", parameters.stream().map(Parameter::name).toList()) + ")";
    }
}
