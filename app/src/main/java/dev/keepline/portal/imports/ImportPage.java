package dev.keepline.portal.imports;

import dev.keepline.imports.BroughtLines;
import dev.keepline.imports.ImportPlan;
import dev.keepline.imports.ImportView;
import dev.keepline.imports.Invitations;
import dev.keepline.imports.Problem;
import dev.keepline.portal.support.Draft;
import dev.keepline.portal.words.Fact;
import dev.keepline.portal.words.Shown;
import java.util.List;
import java.util.Optional;

/**
 * One file: what is wrong with it, or what importing it does and did.
 *
 * @param ready whether it can be imported now
 */
public record ImportPage(String path, Shown headline, boolean ready, Body body, Optional<Holders> holders) {

    /**
     * What the page says.
     *
     * @param notice about what was just tried
     */
    public record Body(List<Fact> facts, Optional<Shown> notice, Wrong wrong, Changes changes) {}

    /**
     * How far the holders of imported lines have come.
     *
     * @param uninvited whether somebody is still to be invited, and nobody is being invited now
     * @param withdrawal the form that takes back what nobody has claimed; empty where there is nothing
     */
    public record Holders(List<Shown> said, boolean uninvited, boolean sending, Optional<Draft> withdrawal) {}

    /**
     * What is wrong, line by line.
     *
     * @param more how many problems there are beyond those shown
     */
    public record Wrong(List<Row> rows, Optional<Shown> more) {}

    /** One thing that is wrong. */
    public record Row(String line, String column, Shown what, String value) {}

    /** What importing changes of lines that are there. */
    public record Changes(List<Change> rows, Optional<Shown> more) {}

    /** One field that changes. */
    public record Change(String line, String reference, String column, String was, String becomes) {}

    /** Everything the page says of a file. */
    public record Known(
            ImportView view, Checked checked, Optional<ImportView> same, Optional<Came> came, Tried tried) {}

    /** What the check found. */
    public record Checked(List<Problem> problems, Optional<ImportPlan> plan) {}

    /**
     * What has become of its lines since.
     *
     * @param refused some of the addresses whose letter the mail server would not take
     */
    public record Came(Invitations.Progress invited, List<BroughtLines.Withdrawn> withdrawn, List<String> refused) {}

    /**
     * About what was just tried.
     *
     * @param withdrawal the form to take lines back, as it was sent
     */
    public record Tried(Optional<Shown> notice, Draft withdrawal) {}
}
