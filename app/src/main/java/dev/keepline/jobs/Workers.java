package dev.keepline.jobs;

import java.util.List;

/** The workers of this process, for whoever watches. */
public interface Workers {

    /** One for each kind of work; nobody where they were not started. */
    List<WorkerPulse> pulses();
}
