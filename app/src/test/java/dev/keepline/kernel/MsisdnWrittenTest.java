package dev.keepline.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MsisdnWrittenTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+12125550142", // New York
                "+14165550199", // Toronto
                "+18095550100", // Dominican Republic
                "+18005550123",
                "+19995550111",
                "+11235550142", // no area code begins with 1
                "+442071838750",
                "+8613800138000",
                "+1212555014"
            })
    void written_as_in_its_own_country(String e164) throws NumberParseException {
        var library = PhoneNumberUtil.getInstance();

        assertThat(new Msisdn(e164).national())
                .isEqualTo(library.format(library.parse(e164, null), PhoneNumberFormat.NATIONAL));
    }
}
