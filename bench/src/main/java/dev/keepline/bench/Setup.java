package dev.keepline.bench;

import java.nio.file.Path;

/**
 * What is measured, and where it may write.
 *
 * @param keepline the command of the installation that is measured
 * @param java the program that runs the sandbox
 * @param folder for databases and logs of the bench; emptied before
 */
record Setup(Path keepline, String java, String sandboxClasspath, Path folder) {}
