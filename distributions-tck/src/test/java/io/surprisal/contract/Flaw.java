package io.surprisal.contract;

import io.surprisal.distributions.Distribution;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.continuous.Normal;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** One planted error each, with the checks that must see it. */
enum Flaw {
    WRONG_NORMALISING_CONSTANT(
            Check.NORMALISATION,
            Check.CUMULATIVE_PROBABILITIES,
            Check.ENTROPY,
            Check.MOMENTS,
            Check.PATHWISE_GRADIENTS) {
        @Override
        Distribution plant(Tensor mean, Tensor scale) {
            return new DelegatingNormal(mean, scale) {
                @Override
                public Tensor logProb(Tensor x) {
                    return base.logProb(x).plus(1e-3);
                }
            };
        }
    },
    SHIFTED_CDF(Check.CUMULATIVE_PROBABILITIES, Check.QUANTILES, Check.TAILS, Check.PATHWISE_GRADIENTS) {
        @Override
        Distribution plant(Tensor mean, Tensor scale) {
            return new DelegatingNormal(mean, scale) {
                @Override
                public Tensor cdf(Tensor x) {
                    return base.cdf(x.plus(5e-3));
                }
            };
        }
    },
    CARELESS_QUANTILE(Check.QUANTILES) {
        @Override
        Distribution plant(Tensor mean, Tensor scale) {
            return new DelegatingNormal(mean, scale) {
                @Override
                public Tensor quantile(Tensor p) {
                    return base.quantile(p).times(1 + 1e-6);
                }
            };
        }
    },
    TAILS_THAT_DO_NOT_ADD_UP(Check.TAILS, Check.SUPPORT) {
        @Override
        Distribution plant(Tensor mean, Tensor scale) {
            return new DelegatingNormal(mean, scale) {
                @Override
                public Tensor survival(Tensor x) {
                    return base.survival(x).times(1 - 1e-9);
                }
            };
        }
    },
    LOGARITHM_OF_THE_COMPLEMENT(Check.FAR_TAILS, Check.QUANTILES) {
        @Override
        Distribution plant(Tensor mean, Tensor scale) {
            return new DelegatingNormal(mean, scale) {
                @Override
                public Tensor logSurvival(Tensor x) {
                    return base.cdf(x).neg().log1p();
                }
            };
        }
    },
    ENTROPY_OFF(Check.ENTROPY) {
        @Override
        Distribution plant(Tensor mean, Tensor scale) {
            return new DelegatingNormal(mean, scale) {
                @Override
                public Tensor entropy() {
                    return base.entropy().plus(1e-3);
                }
            };
        }
    },
    DEVIATION_FOR_VARIANCE(Check.MOMENTS) {
        @Override
        Distribution plant(Tensor mean, Tensor scale) {
            return new DelegatingNormal(mean, scale) {
                @Override
                public Tensor variance() {
                    return base.standardDeviation();
                }
            };
        }
    },
    KURTOSIS_WITHOUT_EXCESS(Check.MOMENTS) {
        @Override
        Distribution plant(Tensor mean, Tensor scale) {
            return new DelegatingNormal(mean, scale) {
                @Override
                public Tensor kurtosis() {
                    return base.kurtosis().plus(3);
                }
            };
        }
    },
    MODE_BESIDE_THE_PEAK(Check.MODE) {
        @Override
        Distribution plant(Tensor mean, Tensor scale) {
            return new DelegatingNormal(mean, scale) {
                @Override
                public Tensor mode() {
                    return base.mode().plus(0.1);
                }
            };
        }
    },
    /** The cdf of the draws is off by 0.02. */
    SAMPLER_OFF(Check.SAMPLER, Check.PATHWISE_GRADIENTS) {
        @Override
        Distribution plant(Tensor mean, Tensor scale) {
            return new DelegatingNormal(mean, scale) {
                @Override
                public Tensor sample(RandomKey key, Shape sampleShape) {
                    return base.sample(key, sampleShape).plus(0.1);
                }

                @Override
                public Tensor rsample(RandomKey key, Shape sampleShape) {
                    return base.rsample(key, sampleShape).plus(0.1);
                }
            };
        }
    },
    /** As much as half of the probability is at one number. */
    DRAWS_CLIPPED(Check.SAMPLER, Check.PATHWISE_GRADIENTS) {
        @Override
        Distribution plant(Tensor mean, Tensor scale) {
            return new DelegatingNormal(mean, scale) {
                @Override
                public Tensor sample(RandomKey key, Shape sampleShape) {
                    return base.sample(key, sampleShape).maximum(0.5);
                }

                @Override
                public Tensor rsample(RandomKey key, Shape sampleShape) {
                    return base.rsample(key, sampleShape).maximum(0.5);
                }
            };
        }
    },
    DRAWS_ROUNDED(Check.SAMPLER, Check.PATHWISE_GRADIENTS) {
        @Override
        Distribution plant(Tensor mean, Tensor scale) {
            return new DelegatingNormal(mean, scale) {
                @Override
                public Tensor sample(RandomKey key, Shape sampleShape) {
                    return base.sample(key, sampleShape).ceil();
                }

                @Override
                public Tensor rsample(RandomKey key, Shape sampleShape) {
                    return base.rsample(key, sampleShape).ceil();
                }
            };
        }
    },
    MOMENTS_THAT_ARE_NO_NUMBERS(Check.MOMENTS) {
        @Override
        Distribution plant(Tensor mean, Tensor scale) {
            return new DelegatingNormal(mean, scale) {
                @Override
                public Tensor variance() {
                    return base.variance().times(Double.NaN);
                }
            };
        }
    },
    SKEWNESS_WITHOUT_END(Check.MOMENTS) {
        @Override
        Distribution plant(Tensor mean, Tensor scale) {
            return new DelegatingNormal(mean, scale) {
                @Override
                public Tensor skewness() {
                    return base.skewness().plus(Double.POSITIVE_INFINITY);
                }
            };
        }
    },
    SAMPLER_WITH_STATE(Check.KEYS) {
        @Override
        Distribution plant(Tensor mean, Tensor scale) {
            AtomicLong calls = new AtomicLong();
            return new DelegatingNormal(mean, scale) {
                @Override
                public Tensor sample(RandomKey key, Shape sampleShape) {
                    return base.sample(key.foldIn(calls.incrementAndGet()), sampleShape);
                }
            };
        }
    },
    KEY_IGNORED(Check.KEYS) {
        @Override
        Distribution plant(Tensor mean, Tensor scale) {
            return new DelegatingNormal(mean, scale) {
                @Override
                public Tensor sample(RandomKey key, Shape sampleShape) {
                    return base.sample(RandomKey.of(1), sampleShape);
                }

                @Override
                public Tensor rsample(RandomKey key, Shape sampleShape) {
                    return base.rsample(RandomKey.of(1), sampleShape);
                }
            };
        }
    },
    GRADIENT_CUT_OFF(Check.GRADIENTS) {
        @Override
        Distribution plant(Tensor mean, Tensor scale) {
            return new DelegatingNormal(mean, scale) {
                @Override
                public Tensor logProb(Tensor x) {
                    return new DelegatingNormal(mean, scale.stopGradient()).logProb(x);
                }
            };
        }
    },
    PATHWISE_GRADIENT_CUT_OFF(Check.PATHWISE_GRADIENTS) {
        @Override
        Distribution plant(Tensor mean, Tensor scale) {
            return new DelegatingNormal(mean, scale) {
                @Override
                public Tensor rsample(RandomKey key, Shape sampleShape) {
                    return new DelegatingNormal(mean, scale.stopGradient()).base.rsample(key, sampleShape);
                }
            };
        }
    },
    ENTROPY_WITH_AN_AXIS(Check.SHAPES) {
        @Override
        Distribution plant(Tensor mean, Tensor scale) {
            return new DelegatingNormal(mean, scale) {
                @Override
                public Tensor entropy() {
                    return base.entropy().expandDims(0);
                }
            };
        }
    },
    BATCH_SUMMED(Check.SHAPES) {
        @Override
        Distribution plant(Tensor mean, Tensor scale) {
            return new DelegatingNormal(mean, scale) {
                @Override
                public Tensor logProb(Tensor x) {
                    Tensor each = base.logProb(x);
                    return batchShape().rank() == 0 ? each : each.sum(-1);
                }
            };
        }
    },
    SUPPORT_TOO_SMALL(Check.SUPPORT) {
        @Override
        Distribution plant(Tensor mean, Tensor scale) {
            return new DelegatingNormal(mean, scale) {
                @Override
                public Interval support() {
                    return Interval.between(-1e3, 1e3);
                }
            };
        }
    },
    DENSITY_AT_INFINITY(Check.SUPPORT) {
        @Override
        Distribution plant(Tensor mean, Tensor scale) {
            return new DelegatingNormal(mean, scale) {
                @Override
                public Tensor logProb(Tensor x) {
                    return base.logProb(x.maximum(-1e6).minimum(1e6));
                }
            };
        }
    },
    NAN_SWALLOWED(Check.NOT_A_NUMBER) {
        @Override
        Distribution plant(Tensor mean, Tensor scale) {
            return new DelegatingNormal(mean, scale) {
                @Override
                public Tensor cdf(Tensor x) {
                    return Tensor.where(x.isNaN(), x.backend().scalar(0, DType.FLOAT64), base.cdf(x));
                }
            };
        }
    },
    MASSES_THAT_MISS_ONE(Check.NORMALISATION, Check.CUMULATIVE_PROBABILITIES) {
        @Override
        Distribution plant(Tensor mean, Tensor scale) {
            return new DelegatingCounts(scale) {
                @Override
                public Tensor logProb(Tensor x) {
                    return base.logProb(x).plus(x.equalTo(2).cast(DType.FLOAT64).times(1e-3));
                }
            };
        }
    },
    QUANTILE_OF_THE_NEXT_COUNT(Check.QUANTILES, Check.SUPPORT) {
        @Override
        Distribution plant(Tensor mean, Tensor scale) {
            return new DelegatingCounts(scale) {
                @Override
                public Tensor quantileOfLog(Tensor logP) {
                    return base.quantileOfLog(logP).plus(1);
                }
            };
        }
    },
    /** Of numbers of which no cdf is known. */
    PLAIN_SAMPLER_OFF(Check.SAMPLER) {
        @Override
        Distribution plant(Tensor mean, Tensor scale) {
            return new PlainDistribution(
                    Normal.FAMILY.unchecked(mean, scale), scale.times(0).plus(1)) {
                @Override
                public Tensor sample(RandomKey key, Shape sampleShape) {
                    return super.sample(key, sampleShape).plus(0.1);
                }
            };
        }
    },
    VECTORS_WITHOUT_NORMALISATION(Check.SCORE) {
        @Override
        Distribution plant(Tensor mean, Tensor scale) {
            return new PlainDistribution(PlainDistribution.pair(mean, scale), scale);
        }
    },
    VECTORS_TOO_SPREAD(Check.SCORE) {
        @Override
        Distribution plant(Tensor mean, Tensor scale) {
            return new PlainDistribution(
                    PlainDistribution.pair(mean, scale), scale.times(0).plus(1)) {
                @Override
                public Tensor sample(RandomKey key, Shape sampleShape) {
                    return super.sample(key, sampleShape).times(1.02);
                }
            };
        }
    },
    ALWAYS_THE_SAME_COUNT(Check.SAMPLER) {
        @Override
        Distribution plant(Tensor mean, Tensor scale) {
            return new DelegatingCounts(scale) {
                @Override
                public Tensor sample(RandomKey key, Shape sampleShape) {
                    return base.sample(key, sampleShape).times(0).plus(2);
                }
            };
        }
    },
    COUNTS_TOO_HIGH(Check.SAMPLER) {
        @Override
        Distribution plant(Tensor mean, Tensor scale) {
            return new DelegatingCounts(scale) {
                @Override
                public Tensor sample(RandomKey key, Shape sampleShape) {
                    return new DelegatingCounts(scale.times(1.05)).base.sample(key, sampleShape);
                }
            };
        }
    };

    @SuppressWarnings("ImmutableEnumChecker") // Set.copyOf does not change.
    private final Set<Check> checks;

    Flaw(Check first, Check... others) {
        this.checks = Set.copyOf(EnumSet.of(first, others));
    }

    /** The distribution with the flaw. */
    abstract Distribution plant(Tensor mean, Tensor scale);

    Set<Check> checks() {
        return checks;
    }

    Subject subject(Backend backend) {
        Tensor mean = backend.scalar(0.5, DType.FLOAT64);
        Tensor scale = backend.scalar(2, DType.FLOAT64);
        Function<List<Tensor>, Distribution> maker = p -> plant(p.get(0), p.get(1));
        return new Subject(
                name(),
                plant(mean, scale),
                100_000,
                List.of(mean, scale),
                maker,
                List.of(Interval.REAL, Interval.POSITIVE));
    }
}
