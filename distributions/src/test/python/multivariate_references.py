"""Prints the reference values of the families of vectors, by mpmath with 50 digits.

    python3 distributions/src/test/python/multivariate_references.py
"""

from mpmath import mp, mpf, nstr
from vectors.counts import dirichlet_multinomial, multinomial
from vectors.normal import student, student_entropy
from vectors.simplex import dirichlet, dirichlet_entropy, logistic_normal, relaxed

mp.dps = 50


def numbers(*values):
    return [mpf(v) for v in values]


def show(name, *values):
    print(name, *(nstr(v, 20) for v in values))


small, large = numbers(0.125, 2.5, 0.5, 7), numbers(1000, 250, 700, 0.5)
x, y = numbers(0.0625, 0.25, 0.1875, 0.5), numbers(0.5, 0.125, 0.359375, 0.015625)
show("Dirichlet", dirichlet(x, small), dirichlet(y, large), dirichlet_entropy(small), dirichlet_entropy(large))
p = numbers(0.125, 0.25, 0.5, 0.125)
few, many, thousand = numbers(1, 0, 3, 2), numbers(120, 260, 500, 120), mpf(1000)
show("Multinomial", multinomial(few, mpf(6), p), multinomial(many, thousand, p))
uneven = numbers(500, 130, 369, 1)
show("DirichletMultinomial", dirichlet_multinomial(few, mpf(6), small), dirichlet_multinomial(uneven, thousand, large))
show("RelaxedOneHotCategorical", relaxed(x, mpf(0.5), p), relaxed(x, mpf(20), p))
scale = [numbers(4, 1.25, 0.5), numbers(1.25, 2, -0.25), numbers(0.5, -0.25, 1)]
location, point = numbers(0, 1, -0.5), numbers(1.5, -2, 4)
for df in (mpf(2.5), thousand):
    show("MultivariateStudentT", student(point, df, location, scale), student_entropy(df, location, scale))
diagonal = [numbers(0.25, 0, 0), numbers(0, 4, 0), numbers(0, 0, 1)]
show("LogisticNormal", logistic_normal(x, numbers(0.5, -1, 0.25), diagonal))
