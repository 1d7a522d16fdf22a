package jp.readiness.workbench;

import java.util.Optional;
import jp.readiness.workbench.Refused.Reason;
import org.springframework.stereotype.Component;

/** Puts scenarios at the end of a draft's file, behind whatever somebody else has written there meanwhile. */
@Component
class ScenarioAppender {

    private static final int TRIES = 5;

    private final Drafts drafts;

    ScenarioAppender(Drafts drafts) {
        this.drafts = drafts;
    }

    void append(String actor, Draft draft, String yaml) {
        for (int i = 0; i < TRIES; i++) {
            Optional<DraftFile> file = drafts.files(draft).stream()
                    .filter(each -> each.name().equals(DraftFile.SCENARIOS))
                    .findFirst();
            DraftFile now = file.orElseThrow(() -> new Refused(Reason.MEANWHILE));
            String between = now.text().isEmpty() || now.text().endsWith("\n") ? "" : "\n";
            if (drafts.save(actor, draft.id(), now.name(), now.text() + between + yaml, now.revision())
                    .theirs()
                    .isEmpty()) {
                return;
            }
        }
        throw new Refused(Reason.MEANWHILE);
    }
}
