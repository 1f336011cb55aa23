package dev.keepline.imports;

import dev.keepline.database.Transactions;
import dev.keepline.imports.store.InvitationRows;
import dev.keepline.jobs.Jobs;
import dev.keepline.jobs.WakeRef;
import dev.keepline.kernel.AccountId;
import dev.keepline.notifications.Outbox;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Invites holders of imported lines to claim them. An invitation and its letter are committed together. */
@Service
public class Invitations {

    /** The operator's own account: invitations belong to no customer. */
    static final AccountId OPERATOR = new AccountId(new UUID(0, 0));

    /** How long an invitation can be used. */
    public static final Duration GOOD_FOR = Duration.ofDays(14);

    static final String KIND = "line-invitations";

    private static final int TOKEN_BYTES = 32;

    private final InvitationRows rows;
    private final InvitationLetters letters;
    private final Outbox outbox;
    private final Jobs jobs;
    private final Transactions transactions;
    private final SecureRandom random = new SecureRandom();

    Invitations(InvitationRows rows, InvitationLetters letters, Outbox outbox, Jobs jobs, Transactions transactions) {
        this.rows = rows;
        this.letters = letters;
        this.outbox = outbox;
        this.jobs = jobs;
        this.transactions = transactions;
    }

    /** Begins to invite the holders of a file's lines that nobody has claimed and nobody was invited to. */
    public void invite(ImportId file) {
        jobs.scheduleNow(job(file));
    }

    private static WakeRef job(ImportId file) {
        return new WakeRef(KIND, OPERATOR, file.toString());
    }

    /** Addresses of a file's lines that still need an invitation. */
    List<String> uninvited(ImportId file, int most, Instant now) {
        return transactions.inAccount(OPERATOR, () -> rows.uninvited(OPERATOR, file, now, most));
    }

    /** How far the invitations of a file have come. */
    public Progress progress(ImportId file, Instant now) {
        return transactions.inAccount(OPERATOR, () -> {
            var counts = rows.progress(OPERATOR, file, now);
            return new Progress(counts, counts.uninvited() > 0 && jobs.planned(job(file)));
        });
    }

    /** @param sending whether invitations are being sent just now */
    public record Progress(Counts counts, boolean sending) {}

    /**
     * Addresses of a file's lines that nobody claimed, and the lines that somebody did.
     *
     * @param uninvited addresses that still need an invitation
     * @param invited addresses with an invitation that can be used and whose letter was not refused
     * @param refused addresses whose mail server refused the letter
     * @param claimed lines that somebody claimed
     */
    public record Counts(int uninvited, int invited, int refused, int claimed) {

        /** Addresses in all. */
        public int addresses() {
            return uninvited + invited + refused;
        }
    }

    /**
     * Sends an address a new invitation; a former one of it cannot be used any more.
     *
     * @return false when no line waits to be claimed under this address
     */
    public boolean send(String address, Instant now) {
        var email = address.strip().toLowerCase(Locale.ROOT);
        var token = token();
        return transactions.inAccount(OPERATOR, () -> {
            var waiting = rows.waiting(email);
            if (waiting.lines() == 0) {
                return false;
            }
            var expires = now.plus(GOOD_FOR);
            rows.replace(OPERATOR, email, now);
            rows.insert(OPERATOR, digest(token), email, now, expires);
            outbox.send(
                    OPERATOR,
                    "invite/" + digest(token),
                    letters.invitation(
                            new InvitationLetters.To(email, waiting.language()), token, waiting.lines(), expires),
                    now);
            return true;
        });
    }

    private String token() {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What is kept of a token. */
    static String digest(String token) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
