package io.surprisal.distributions.family;

/**
 * The search for the number where an increasing function is 0: Newton's method, kept inside a bracket, with bisection of the doubles themselves
 * (by their order, not by their distance) where Newton's step leaves the bracket or gains too little, or where many in a row have not
 * arrived. Whoever searches computes the function at {@link #x()} and tells it to {@link #next}, for one number or for many at a time.
 */
public final class RootSearch {
    /** More evaluations than any search takes: 64 bisections of the doubles, and as many Newton steps after each as may follow. */
    static final int LONGEST = 600;

    /** Newton's method near a root needs fewer; far from it, where the slope has lost its digits, it may only creep. */
    private static final int NEWTON_STEPS = 8;

    private double left;
    private double right;
    private double x;
    private double lastSize = Double.POSITIVE_INFINITY;
    private double reach = Double.NaN;
    private int newtonSteps;
    private boolean done;

    /**
     * A search.
     *
     * @param low the lower end of the bracket; the function need not be computable there
     * @param high the upper end
     * @param guess where to begin, between the ends
     */
    public RootSearch(double low, double high, double guess) {
        this.left = low;
        this.right = high;
        this.x = guess > low && guess < high ? guess : between(low, high);
        this.done = !(low < high);
    }

    /** {@return where the function is asked for next; the root when done} */
    public double x() {
        return x;
    }

    /** {@return whether the root is found, as well as doubles can tell} */
    public boolean isDone() {
        return done;
    }

    /**
     * Goes on.
     *
     * @param value the function at x; −∞ and +∞ are values like others, and NaN is the result
     * @param slope its derivative, positive; what is not finite is not used
     */
    public void next(double value, double slope) {
        if (value == 0 || Double.isNaN(value)) {
            x += value;
            done = true;
            return;
        }
        if (value < 0) {
            left = x;
        } else {
            right = x;
        }
        double step = slope < Double.POSITIVE_INFINITY ? value / slope : Double.NaN;
        double newton = x - step;
        boolean inside = newton > left && newton < right;
        // A step that follows a bisection proves nothing: far out the slope may be lost in rounding.
        boolean followed = lastSize < Double.POSITIVE_INFINITY;
        boolean closer = Math.abs(value) <= 0.25 * lastSize;
        lastSize = Math.abs(value);
        if (followed && closer && Math.abs(step) <= Math.ulp(x)) {
            x = inside ? newton : x;
            done = true;
        } else if (closer && inside && newtonSteps < NEWTON_STEPS) {
            newtonSteps++;
            x = newton;
        } else {
            bisect(followed ? Math.abs(step) : Double.NaN);
        }
    }

    /** In the middle; or, where Newton's steps had become small before they failed, near the end that they came to, further and further away. */
    private void bisect(double step) {
        double middle = between(left, right);
        if (middle == left || middle == right) {
            done = true;
            return;
        }
        reach = Double.isNaN(reach) ? 4 * (step + Math.ulp(x)) : 8 * reach;
        double near = x == left ? left + reach : right - reach;
        boolean isNearer = near > left && near < right && Math.abs(near - x) < Math.abs(middle - x);
        x = isNearer ? near : middle;
        lastSize = Double.POSITIVE_INFINITY;
        newtonSteps = 0;
    }

    /**
     * {@return the double in the middle of those between two, by number}
     *
     * @param low a number
     * @param high a number that is not less
     */
    public static double between(double low, double high) {
        long a = order(low);
        long b = order(high);
        return ofOrder((a & b) + ((a ^ b) >> 1));
    }

    /** Doubles in their order as whole numbers; −0 and +0 share one. */
    private static long order(double x) {
        long bits = Double.doubleToRawLongBits(x);
        return bits >= 0 ? bits : Long.MIN_VALUE - bits;
    }

    private static double ofOrder(long order) {
        return Double.longBitsToDouble(order >= 0 ? order : Long.MIN_VALUE - order);
    }
}
