package io.surprisal.backend.nd4j;

import org.nd4j.common.io.Resource;
import org.nd4j.linalg.factory.Environment;
import org.nd4j.linalg.factory.Nd4jBackend;

/** A build of ND4J that would win over every other one by its priority, and cannot start. */
public final class IntrusiveNd4jBackend extends Nd4jBackend {
    @Override
    public boolean allowsOrder() {
        return false;
    }

    @Override
    public int getPriority() {
        return 1000;
    }

    @Override
    public boolean isAvailable() {
        return true;
    }

    @Override
    public boolean canRun() {
        return true;
    }

    @Override
    public Resource getConfigurationResource() {
        throw new IllegalStateException("the intrusive build was chosen");
    }

    @Override
    public Class<?> getNDArrayClass() {
        throw new IllegalStateException("the intrusive build was chosen");
    }

    @Override
    public Environment getEnvironment() {
        throw new IllegalStateException("the intrusive build was chosen");
    }

    @Override
    public String buildInfo() {
        return "intrusive";
    }

    @Override
    public void logBackendInit() {
        throw new IllegalStateException("the intrusive build was chosen");
    }
}
