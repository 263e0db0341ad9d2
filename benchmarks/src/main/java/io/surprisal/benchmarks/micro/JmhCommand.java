package io.surprisal.benchmarks.micro;

import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the micro-benchmarks in JVMs of their own. */
@Command(name = "jmh", mixinStandardHelpOptions = true, description = "Runs the JMH micro-benchmarks.")
public final class JmhCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            defaultValue = ".*",
            description = "A regular expression for class.method; ${DEFAULT-VALUE} without it.")
    private String pattern = ".*";

    @Option(names = "--brief", description = "One short iteration: shows that it runs.")
    private boolean brief;

    @Override
    public Integer call() throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder().include(pattern).shouldFailOnError(true);
        if (brief) {
            TimeValue moment = TimeValue.milliseconds(200);
            options.forks(1)
                    .warmupIterations(1)
                    .warmupTime(moment)
                    .measurementIterations(1)
                    .measurementTime(moment);
        }
        new Runner(options.build()).run();
        return 0;
    }
}
