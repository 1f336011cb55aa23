package dev.keepline.jobs;

import java.util.List;
import org.springframework.context.SmartLifecycle;

/** One {@link JobRunner} per registered handler, for as long as the application runs. */
final class JobRunners implements SmartLifecycle, Workers {

    private final List<JobRunner> runners;
    private volatile boolean running;

    JobRunners(List<JobRunner> runners) {
        this.runners = List.copyOf(runners);
    }

    @Override
    public void start() {
        runners.forEach(JobRunner::start);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        runners.forEach(JobRunner::close);
    }

    @Override
    public List<WorkerPulse> pulses() {
        return runners.stream().map(JobRunner::pulse).toList();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
