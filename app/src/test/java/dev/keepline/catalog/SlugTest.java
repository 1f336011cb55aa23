package dev.keepline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

class SlugTest {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST = 8;

    @Property(tries = 2_000)
    void it_fits_exactly_where_the_pattern_does(
            @ForAll @CharRange(from = 'a', to = 'c') @Chars({'0', '9', '-', 'A', '`', '{', 'é'}) @StringLength(max = 10)
                    String text) {
        boolean fits = text.length() <= LONGEST && FORM.matcher(text).matches();

        assertThat(Slug.fits(text, LONGEST)).as(text).isEqualTo(fits);
    }
}
