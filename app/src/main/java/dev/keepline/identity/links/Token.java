package dev.keepline.identity.links;

import dev.keepline.kernel.AccountId;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * What stands in a link: the account, so that no search over all of them is needed, and 192 random bits.
 *
 * @param text as it is in the link, without characters that need escaping
 */
record Token(AccountId account, String text) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ACCOUNT_BYTES = 16;
    private static final int SECRET_BYTES = 24;

    static Token fresh(AccountId account) {
        var secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        var bytes = ByteBuffer.allocate(ACCOUNT_BYTES + SECRET_BYTES)
                .putLong(account.value().getMostSignificantBits())
                .putLong(account.value().getLeastSignificantBits())
                .put(secret)
                .array();
        return new Token(account, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    static Optional<Token> parse(String text) {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length != ACCOUNT_BYTES + SECRET_BYTES) {
                return Optional.empty();
            }
            var buffer = ByteBuffer.wrap(bytes);
            return Optional.of(new Token(new AccountId(new UUID(buffer.getLong(), buffer.getLong())), text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** A plain digest is enough: nobody can try 192 random bits. */
    String digest() {
        try {
            var hash = MessageDigest.getInstance("SHA-256")
                    .digest(Base64.getUrlDecoder().decode(text));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For logs: not its secret. */
    @Override
    public String toString() {
        return "token of " + account;
    }
}
