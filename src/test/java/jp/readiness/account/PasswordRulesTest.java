package jp.readiness.account;

import static jp.readiness.account.PasswordRules.Fault.HOLDS_USERNAME;
import static jp.readiness.account.PasswordRules.Fault.TOO_LONG;
import static jp.readiness.account.PasswordRules.Fault.TOO_SHORT;
import static jp.readiness.account.PasswordRules.Fault.WELL_KNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private final Passwords passwords = new Passwords();

    @ParameterizedTest
    @ValueSource(strings = {"soba-udon-ramen", "いろはにほへとちりぬるを", "admin likes soba noodles", "𠮷野家の牛丼をたべました"})
    void sound_passwords_are_taken(String password) {
        assertThat(PasswordRules.faultOf(password, "admin")).isEmpty();
    }

    @Test
    void eleven_characters_are_too_few_and_twelve_enough() {
        assertThat(PasswordRules.faultOf("abcde-fghij", "admin")).contains(TOO_SHORT);
        assertThat(PasswordRules.faultOf("abcde-fghijk", "admin")).isEmpty();
    }

    @Test
    void what_bcrypt_would_cut_off_is_refused() {
        String longest = "abcdefghi".repeat(8);
        assertThat(PasswordRules.faultOf(longest, "admin")).isEmpty();
        assertThat(PasswordRules.faultOf(longest + "x", "admin")).contains(TOO_LONG);
        assertThat(PasswordRules.faultOf("いろはにほ".repeat(5), "admin")).contains(TOO_LONG);
        assertThat(passwords.hash(longest)).startsWith("{bcrypt}");
    }

    @Test
    void the_username_is_no_password() {
        assertThat(PasswordRules.faultOf("yamada.taro.2026", "yamada.taro")).contains(HOLDS_USERNAME);
        assertThat(PasswordRules.faultOf("ＹＡＭＡＤＡ.taro!!", "yamada.taro")).contains(HOLDS_USERNAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"password1234", "PassWord1234", "qwertyuiop12", "aaaaaaaaaaaaaa", "abababababab"})
    void what_everybody_tries_first_is_refused(String password) {
        assertThat(PasswordRules.faultOf(password, "admin")).contains(WELL_KNOWN);
    }

    @Test
    void full_width_and_half_width_are_the_same_password() {
        Account account = accountWith(passwords.hash("soba-udon-ramen"));
        assertThat(passwords.fits("ｓｏｂａ－ｕｄｏｎ－ｒａｍｅｎ", account)).isTrue();
        assertThat(passwords.fits("Soba-udon-ramen", account)).isFalse();
        assertThat(passwords.fits("", account)).isFalse();
    }

    @Test
    void a_longer_password_that_begins_with_the_right_one_is_wrong() {
        String longest = "abcdefghi".repeat(8);
        assertThat(passwords.fits(longest + "x", accountWith(passwords.hash(longest))))
                .isFalse();
    }

    @Test
    void one_time_passwords_are_random_and_easy_to_type() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            String password = passwords.oneTime();
            assertThat(password).matches("([a-hj-km-np-z2-9]{5}-){3}[a-hj-km-np-z2-9]{5}");
            assertThat(seen.add(password)).isTrue();
        }
    }

    private static Account accountWith(String hash) {
        return new Account(
                java.util.UUID.randomUUID(),
                "admin",
                hash,
                Set.of(Role.ADMINISTRATOR),
                false,
                true,
                java.time.Instant.EPOCH,
                java.util.Optional.empty(),
                1);
    }
}
