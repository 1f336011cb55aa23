package dev.keepline.identity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Words that make a poor password because of whose it is: the name, the address and the service, and their parts. */
final class OwnWords {

    private OwnWords() {}

    /** What is wrong with the password of somebody of that name and address; empty when nothing is. */
    static Optional<PasswordRules.Problem> problem(String password, String name, EmailAddress email) {
        List<String> own = Stream.concat(
                        Stream.of("keepline", "prepaid", name, email.value()),
                        Stream.of((name + " " + email.value()).split("[\\s@.+_-]+", -1)))
                .filter(word -> word.length() > 2)
                .toList();
        return PasswordRules.problem(password, own);
    }
}
