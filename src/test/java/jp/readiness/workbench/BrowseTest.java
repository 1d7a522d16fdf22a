package jp.readiness.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import jp.readiness.RunningServer;
import jp.readiness.Visitor;
import jp.readiness.account.Role;
import jp.readiness.account.TestStaff;
import jp.readiness.library.Library;
import jp.readiness.rulebook.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages on which policy staff read the rules. */
@RunningServer
class BrowseTest {

    @LocalServerPort
    private int port;

    @Autowired
    private TestStaff staff;

    @Autowired
    private Library library;

    @ParameterizedTest
    @EnumSource
    void who_only_screens_does_not_get_in(Role role) {
        int status =
                staff.loggedIn(new Visitor(port), role).get("/staff/workbench").statusCode();
        assertThat(status).isEqualTo(role == Role.SCREENER ? 403 : 200);
    }

    @Test
    void every_edition_is_listed_and_shows_each_of_its_rules_in_words_and_as_written() {
        Visitor editor = staff.loggedIn(new Visitor(port), Role.POLICY_EDITOR);
        String list = editor.get("/staff/workbench").body();
        library.editions().forEach(adviser -> {
            String address = "/staff/workbench/" + adviser.edition().name();
            assertThat(list).contains("href=\"" + address + "\"");
            String page = editor.get(address).body();
            for (Rule rule : adviser.ruleBook().rules()) {
                assertThat(page)
                        .contains(">" + rule.name() + "</code>")
                        .contains("rule &quot;" + rule.name() + "&quot;");
            }
        });
    }

    @Test
    void a_rule_is_read_aloud_in_both_languages_beside_its_text_and_source() {
        Visitor editor = staff.loggedIn(new Visitor(port), Role.POLICY_EDITOR);
        assertThat(editor.get("/staff/workbench/bootcamp/2022").body())
                .contains("「何名で参加しますか」の答えが「最少参加人数」(2名)より少ないとき、必須条件「複数名での参加」を満たしません。")
                .contains("When the answer to “How many people will take part?” is less than")
                .contains("Applicant( participants &lt; Parameters.minimumParticipants )")
                .contains("出典に明記");
    }

    @Test
    void an_edition_that_does_not_exist_is_not_found() {
        Visitor editor = staff.loggedIn(new Visitor(port), Role.POLICY_EDITOR);
        assertThat(editor.get("/staff/workbench/bootcamp/1999").statusCode()).isEqualTo(404);
    }
}
