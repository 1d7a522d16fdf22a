package jp.readiness.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import jp.readiness.screening.HandInForm.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandInFormTest {

    @ParameterizedTest
    @CsvSource({
        "a@example.jp, true",
        "a.b+c@sub.example.co.jp, true",
        "山田@例え.jp, true",
        "' a@example.jp ', true",
        "ａ＠ｅｘａｍｐｌｅ．ｊｐ, true",
        "a@example, false",
        "a@@example.jp, false",
        "a example.jp, false",
        "a@example.jp., false"
    })
    void an_e_mail_address_has_one_at_sign_and_a_domain(String email, boolean valid) {
        assertThat(form("email", email).problems().stream().map(Problem::field).anyMatch("email"::equals))
                .isEqualTo(!valid);
    }

    @ParameterizedTest
    @CsvSource({"03-1234-5678, 03-1234-5678", "０３ー１２３４ー５６７８, 03-1234-5678", "+81 3 1234, +81 3 1234", "'', ''"})
    void a_telephone_number_is_read_in_half_width(String typed, String read) {
        HandInForm form = form("phone", typed);

        assertThat(form.problems()).extracting(Problem::field).doesNotContain("phone");
        assertThat(form.contact().phone()).isEqualTo(read);
    }

    @Test
    void letters_are_no_telephone_number() {
        assertThat(form("phone", "内線のみ").problems()).extracting(Problem::field).contains("phone");
    }

    @Test
    void an_empty_form_names_every_required_field_once_in_the_order_of_the_page() {
        assertThat(HandInForm.EMPTY.problems())
                .extracting(Problem::field)
                .containsExactly("company", "person", "email", "consent");
    }

    private static HandInForm form(String field, String value) {
        return HandInForm.of(Map.of(field, value));
    }
}
