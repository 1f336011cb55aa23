package dev.keepline.database.embedded;

import dev.keepline.database.StartupProblem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** What a failed file operation means to the person at the terminal. */
final class FolderProblems {
    private FolderProblems() {}

    static StartupProblem explain(Path folder, IOException failure) {
        String text = String.valueOf(failure.getMessage());
        if (text.contains("No space left on device")) {
            return new StartupProblem("the disk is full", "Make room for " + folder + ", then start again.", failure);
        }
        if (failure instanceof AccessDeniedException
                || (failure instanceof FileSystemException && text.contains("Read-only file system"))) {
            return new StartupProblem(
                    "cannot write " + text, "Make the data folder writable, or name another with --data.", failure);
        }
        return new StartupProblem(
                "the database in " + folder + " cannot be opened: " + failure, "See the cause above.", failure);
    }
}
