package dev.keepline.renewal;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The number of a proof, by which anybody who holds it can check it: 80 random bits in Crockford's base 32, which has no
 * letters that look alike. Nothing about a renewal can be worked out from it.
 *
 * @param letters sixteen of them, without spaces
 */
public record ProofCode(String letters) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LETTERS = 16;
    private static final int GROUP = 4;

    /** @throws IllegalArgumentException when the text is no code in its plain form; see {@link #parse} for what people type */
    public ProofCode {
        if (!letters.matches("[" + ALPHABET + "]{" + LETTERS + "}")) {
            throw new IllegalArgumentException("not a code of a proof");
        }
    }

    /** A new one. The generator must be one that nobody can predict. */
    public static ProofCode random(RandomGenerator random) {
        var letters = new StringBuilder(LETTERS);
        for (int i = 0; i < LETTERS; i++) {
            letters.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new ProofCode(letters.toString());
    }

    /** Reads what people type: in any case, grouped or not, with O for 0 and I or L for 1. Empty when it can be no code. */
    public static Optional<ProofCode> parse(String typed) {
        var letters = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Pd}_.]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return letters.matches("[" + ALPHABET + "]{" + LETTERS + "}")
                ? Optional.of(new ProofCode(letters))
                : Optional.empty();
    }

    /** In groups of four, as it is printed and stands in addresses. */
    @Override
    public String toString() {
        var grouped = new StringBuilder(letters);
        for (int at = LETTERS - GROUP; at > 0; at -= GROUP) {
            grouped.insert(at, '-');
        }
        return grouped.toString();
    }
}
