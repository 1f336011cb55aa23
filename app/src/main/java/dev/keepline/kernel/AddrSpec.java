package dev.keepline.kernel;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The bare form of an e-mail address: {@code addr-spec} of RFC 5322 as a dot-atom, nothing around it. Names, comments,
 * angle brackets, quotes and routes are refused: a mail server would read another address out of them.
 */
public final class AddrSpec {

    /** Of a whole address (RFC 5321, 4.5.3.1). */
    public static final int LONGEST = 254;

    /** Of what stands before the @. */
    public static final int LONGEST_LOCAL = 64;

    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final Pattern LOCAL = Pattern.compile(ATOM + "(\\." + ATOM + ")*");
    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern DOMAIN = Pattern.compile("(" + LABEL + "\\.)+(?![0-9]+$)" + LABEL);

    private AddrSpec() {}

    /**
     * The one form by which an address is kept and compared: lower case, no spaces around, a domain of other letters in
     * its ASCII form (IDNA). Empty when it can be no address. The part before the @ has ASCII letters only: without
     * SMTPUTF8 mail servers would cut others down to letters of another's address.
     */
    public static Optional<String> normal(String typed) {
        var text = typed.strip();
        int at = text.lastIndexOf('@');
        if (at < 1
                || at > LONGEST_LOCAL
                || !LOCAL.matcher(text.substring(0, at)).matches()) {
            return Optional.empty();
        }
        return domain(text.substring(at + 1))
                .map(domain -> text.substring(0, at).toLowerCase(Locale.ROOT) + "@" + domain)
                .filter(address -> address.length() <= LONGEST);
    }

    /** Whether it already is in the form in which it is kept. */
    public static boolean isNormal(String text) {
        return normal(text).filter(text::equals).isPresent();
    }

    /** Whether only letters other than ASCII before the @ keep it from being one we can write to. */
    public static boolean hasForeignLetters(String typed) {
        var text = typed.strip();
        int at = text.lastIndexOf('@');
        return at > 0
                && !text.chars().limit(at).allMatch(c -> c < 0x80)
                && normal(text.substring(0, at).replaceAll("[^\\x00-\\x7f]+", "x") + text.substring(at))
                        .isPresent();
    }

    private static Optional<String> domain(String text) {
        try {
            var ascii = IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            return DOMAIN.matcher(ascii).matches() ? Optional.of(ascii) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
