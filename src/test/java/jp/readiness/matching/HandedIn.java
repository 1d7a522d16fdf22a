package jp.readiness.matching;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.readiness.programme.Answers;
import jp.readiness.screening.AnswerSheets;
import jp.readiness.screening.AnswerSheets.NewSheet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts sheets into the office's hands without going through the pages. */
record HandedIn(AnswerSheets sheets, JdbcClient jdbc) {

    UUID to(String programme, String name, Answers answers) {
        UUID id = sheets.addAll(programme, "2021", List.of(new NewSheet(answers, Optional.empty())))
                .get(0);
        jdbc.sql("""
                insert into contact (sheet_id, company, person, email, phone, message, consented_at, handed_in_at)
                values (:id, :name, '例示 花子', 'hanako@example.jp', '', '', :now, :now)
                """)
                .param("id", id)
                .param("name", name)
                .param("now", OffsetDateTime.now())
                .update();
        return id;
    }
}
