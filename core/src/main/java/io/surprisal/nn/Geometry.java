package io.surprisal.nn;

import io.surprisal.tensor.ops.Convolution;

/** Changes of one part of a convolution's geometry. */
final class Geometry {
    private Geometry() {}

    static Convolution withStride(Convolution g, int stride) {
        return new Convolution(
                stride, stride, g.top(), g.bottom(), g.left(), g.right(), g.dilationHeight(), g.dilationWidth());
    }

    static Convolution withPadding(Convolution g, int padding) {
        return new Convolution(
                g.strideHeight(),
                g.strideWidth(),
                padding,
                padding,
                padding,
                padding,
                g.dilationHeight(),
                g.dilationWidth());
    }

    static Convolution withDilation(Convolution g, int dilation) {
        return new Convolution(
                g.strideHeight(), g.strideWidth(), g.top(), g.bottom(), g.left(), g.right(), dilation, dilation);
    }

    /** Along a line of height 1. */
    static Convolution line(int stride, int left, int right, int dilation) {
        return new Convolution(1, stride, 0, 0, left, right, 1, dilation);
    }
}
