package jp.readiness.screening;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.readiness.advice.Assessment;
import jp.readiness.advice.Assessment.Change;
import jp.readiness.answers.AnswerReader;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import org.springframework.stereotype.Service;

/** Tries a proposed change on a copy of a sheet, and keeps it if the owner wants that. */
@Service
class Trials {

    private final Screening screening;
    private final ApplicantActs acts;
    private final AnswerReader reader = new AnswerReader();

    Trials(Screening screening, ApplicantActs acts) {
        this.screening = screening;
        this.acts = acts;
    }

    /** Empty if the change is not among those that are now proposed: the answers have been changed since, or the programme. */
    Optional<Trial> trial(OpenSheet sheet, String key) {
        Assessment now = screening.assess(sheet);
        return now.changes().stream()
                .filter(change -> ChangeKey.of(change).equals(key))
                .findFirst()
                .map(change -> trial(sheet, now, change));
    }

    private Trial trial(OpenSheet sheet, Assessment now, Change change) {
        Answers answers = sheet.answers();
        Map<String, Reply> replies = new TreeMap<>();
        for (Map.Entry<String, Object> set : change.set().entrySet()) {
            Answer answer = read(sheet, set);
            answers = answers.with(set.getKey(), answer);
            replies.put(set.getKey(), new Reply.Given(answer));
        }
        OpenSheet copy = new OpenSheet(sheet.sheet(), sheet.adviser(), answers);
        return new Trial(sheet, now, change, screening.assess(copy), replies);
    }

    private Answer read(OpenSheet sheet, Map.Entry<String, Object> set) {
        return reader.value(sheet.edition().question(set.getKey()).orElseThrow(), set.getValue())
                .answer()
                .orElseThrow();
    }

    void keep(Trial trial) {
        acts.save(trial.sheet(), trial.replies());
    }
}
