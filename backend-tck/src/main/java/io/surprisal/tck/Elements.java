package io.surprisal.tck;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import java.util.Arrays;
import java.util.Locale;

/** What each element type can hold: conversion, spacing and spelling of its values. */
final class Elements {
    private Elements() {}

    /** Elements of a type from doubles: rounded to FLOAT32, cast to integers, ≠ 0 for BOOL. */
    static HostArray of(DType dtype, Shape shape, double... values) {
        return HostArray.fromReals(values, shape, dtype);
    }

    /** FLOAT32 as FLOAT64, without rounding; any other type as it is. */
    static HostArray widened(HostArray a) {
        return a.dtype() == DType.FLOAT32 ? HostArray.wrap(a.toDoubles(), a.shape()) : a;
    }

    /** The distance between neighbours in a floating type at {@code x}. */
    static double ulp(double x, DType dtype) {
        return dtype == DType.FLOAT32 ? Math.ulp(Math.min(Math.abs((float) x), Float.MAX_VALUE)) : Math.ulp(x);
    }

    /** One rounding: 2⁻²⁴ of FLOAT32, 2⁻⁵³ of FLOAT64. */
    static double epsilon(DType dtype) {
        return dtype == DType.FLOAT32 ? 0x1p-24 : 0x1p-53;
    }

    /** The smallest number with full precision. */
    static double smallestNormal(DType dtype) {
        return dtype == DType.FLOAT32 ? Float.MIN_NORMAL : Double.MIN_NORMAL;
    }

    /** The nearest number of a type. */
    static double rounded(double x, DType dtype) {
        return dtype == DType.FLOAT32 ? (float) x : x;
    }

    /** A FLOAT32 overflow as the number that would follow the largest, so that a rounding at the threshold is a small error. */
    static double finite(double x, DType dtype) {
        return dtype == DType.FLOAT32 ? Math.max(-0x1p128, Math.min(0x1p128, x)) : x;
    }

    /** An element in full precision. */
    static String text(HostArray a, int index, DType dtype) {
        return switch (dtype) {
            case FLOAT32 -> Float.toString((float) a.doubleAt(index));
            case FLOAT64 -> Double.toString(a.doubleAt(index));
            case INT32 -> Integer.toString(a.ints()[index]);
            case INT64 -> Long.toString(a.longs()[index]);
            case BOOL -> Boolean.toString(a.booleans()[index]);
        };
    }

    /** Four digits are enough to judge an error. */
    static String brief(double x) {
        return String.format(Locale.ROOT, "%.4g", x);
    }

    /** Where an element is in a shape of several axes, in words. */
    static String place(int index, Shape shape) {
        if (shape.rank() < 2) {
            return "";
        }
        int[] place = new int[shape.rank()];
        for (int axis = place.length - 1, rest = index; axis >= 0; axis--) {
            place[axis] = rest % shape.at(axis);
            rest /= shape.at(axis);
        }
        return " " + Arrays.toString(place);
    }
}
