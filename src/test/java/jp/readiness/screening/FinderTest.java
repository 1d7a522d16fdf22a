package jp.readiness.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import jp.readiness.Visitor;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The way to the programme that fits, over HTTP, as a browser without scripts goes it. */
@SmallServer
class FinderTest {

    @LocalServerPort
    private int port;

    @Autowired
    private SheetStore store;

    private Visitor visitor;
    private String finder;
    private String token;

    @BeforeEach
    void begin() {
        visitor = new Visitor(port);
        finder = visitor.target(visitor.postWithout("/find"));
        token = finder.substring("/find/".length());
    }

    private String page() {
        return visitor.get(finder).body();
    }

    private HttpResponse<String> answer(String question, String value) {
        return visitor.postWithout(finder, "question", question, "a." + question, value);
    }

    @Test
    void asks_the_most_telling_question_first_and_shows_where_one_stands_after_each() {
        assertThat(page()).contains("name=\"a.applicantKind\"", "count--OPEN");

        assertThat(visitor.target(answer("applicantKind", "COMPANY"))).isEqualTo(finder);
        assertThat(page()).contains("name=\"a.participants\"", "count--OPEN");

        answer("participants", "１");
        assertThat(page()).contains("count--NOT_YET", "2名以上の参加").doesNotContain("name=\"a.");
    }

    @Test
    void whom_the_programme_is_not_for_is_asked_no_more_about_it() {
        answer("applicantKind", "PERSON");

        assertThat(page()).contains("count--NOT_FOR_YOU").doesNotContain("name=\"a.");
    }

    @Test
    void what_is_not_known_yet_is_not_asked_again_but_can_be_answered_anew() {
        answer("applicantKind", "COMPANY");
        answer("participants", "?");

        assertThat(page()).doesNotContain("name=\"a.").contains("まだ分からない", "?ask=participants");
        assertThat(visitor.get(finder + "?ask=participants").body()).contains("name=\"a.participants\"");
    }

    @Test
    void what_cannot_be_read_is_shown_with_the_reason_until_it_is_put_right() {
        answer("applicantKind", "COMPANY");
        answer("participants", "たくさん");

        assertThat(page()).contains("value=\"たくさん\"", "field__error");
        assertThat(store.byEditToken(token).orElseThrow().values()).containsOnlyKeys("applicantKind");
    }

    @Test
    void the_programme_chosen_asks_only_what_is_left_and_the_way_back_shows_the_new_answers() {
        answer("applicantKind", "COMPANY");

        String form = visitor.target(visitor.postWithout(finder + "/programmes/camp"));
        assertThat(form).isEqualTo("/sheets/" + token);
        assertThat(visitor.target(visitor.get(form))).endsWith("/questions/team");

        visitor.postWithout(form + "/questions/team", "a.participants", "3", "go", "next");
        assertThat(page()).contains("count--READY");
    }

    @Test
    void before_a_programme_is_chosen_the_sheet_leads_back_to_the_search() {
        assertThat(visitor.target(visitor.get("/sheets/" + token))).isEqualTo(finder);
        assertThat(visitor.get("/sheets/" + token + "/result").statusCode()).isEqualTo(404);
    }

    @Test
    void what_was_handed_in_stays_as_it_is_and_another_programme_goes_on_with_a_copy() {
        String handedIn =
                store.create("other", "2022", Answers.NONE.with("applicantKind", new Answer.Choice("COMPANY")));
        store.handIn(store.byEditToken(handedIn).orElseThrow().id(), new Contact("会社", "人", "a@example.jp", "", ""));

        String form = visitor.target(visitor.postWithout("/find/" + handedIn + "/programmes/camp"));

        assertThat(form).startsWith("/sheets/").isNotEqualTo("/sheets/" + handedIn);
        assertThat(store.byEditToken(handedIn).orElseThrow().programme()).isEqualTo("other");
        Sheet copy = store.byEditToken(form.substring("/sheets/".length())).orElseThrow();
        assertThat(copy.programme()).isEqualTo("camp");
        assertThat(copy.values()).containsEntry("applicantKind", "COMPANY");
    }

    @Test
    void wrong_keys_and_programmes_lead_nowhere() {
        assertThat(visitor.get("/find/" + "A".repeat(22)).statusCode()).isEqualTo(404);
        assertThat(visitor.get("/find/no-key").statusCode()).isEqualTo(404);
        assertThat(visitor.postWithout(finder + "/programmes/nowhere").statusCode())
                .isEqualTo(404);
        assertThat(answer("nothing", "1").statusCode()).isEqualTo(303);
        assertThat(visitor.postWithout(finder).statusCode()).isEqualTo(400);
    }

    @Test
    void the_first_page_can_be_narrowed_down_to_a_kind_of_applicant() {
        assertThat(visitor.get("/").body()).contains("小さな研修");
        assertThat(visitor.get("/?for=PERSON").body()).contains("小さな研修");
        assertThat(visitor.get("/?for=%3Cscript%3E").body()).contains("小さな研修").doesNotContain("<script>");
    }
}
