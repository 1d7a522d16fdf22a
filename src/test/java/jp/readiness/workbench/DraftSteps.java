package jp.readiness.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import jp.readiness.Visitor;
import jp.readiness.library.Library;
import jp.readiness.workbench.Draft.Origin;
import jp.readiness.workbench.Draft.State;
import org.springframework.stereotype.Component;

/** What tests do with drafts of {@code camp/2022}, mostly as people do it. */
@Component
class DraftSteps {

    private final Drafts drafts;
    private final Library library;

    DraftSteps(Drafts drafts, Library library) {
        this.drafts = drafts;
        this.library = library;
    }

    /** A draft of the live version with pieces of its files replaced, which must be there. */
    Draft draft(String file, String... fromTo) {
        String live = live();
        SortedMap<String, String> files =
                new TreeMap<>(library.files("camp", "2022", live).orElseThrow());
        for (int i = 0; i < fromTo.length; i += 2) {
            String text = Objects.requireNonNull(files.get(file));
            assertThat(text).contains(fromTo[i]);
            files.put(file, text.replace(fromTo[i], fromTo[i + 1]));
        }
        return drafts.make("system", "camp", "2022", Optional.of(live), Origin.ONLINE, files);
    }

    /** As {@link #draft}, with three participants asked for and scenarios that say so. */
    Draft threeParticipants() {
        Draft draft = draft(DraftFile.PROGRAMME, "value: 2", "value: 3");
        change(draft, DraftFile.SCENARIOS, "participants: 2,", "participants: 3,");
        return draft;
    }

    void change(Draft draft, String file, String from, String to) {
        DraftFile now = drafts.files(draft).stream()
                .filter(each -> each.name().equals(file))
                .findFirst()
                .orElseThrow();
        drafts.save("system", draft.id(), file, now.text().replace(from, to), now.revision());
    }

    String live() {
        return library.edition("camp", "2022").orElseThrow().edition().version();
    }

    Draft now(Draft draft) {
        return drafts.find(draft.id()).orElseThrow();
    }

    static String address(Draft draft) {
        return "/staff/drafts/" + draft.id();
    }

    HttpResponse<String> submit(Visitor editor, Draft draft, String... more) {
        editor.get(address(draft));
        String[] fields = new String[more.length + 2];
        fields[0] = "reason";
        fields[1] = "3年目の実績から。";
        System.arraycopy(more, 0, fields, 2, more.length);
        return editor.post(address(draft) + "/submit", fields);
    }

    HttpResponse<String> approve(Visitor approver, Draft draft) {
        approver.get(address(draft));
        return approver.post(
                address(draft) + "/approve",
                "revision",
                Long.toString(now(draft).revision()));
    }

    void publish(Visitor editor, Visitor approver, Draft draft) {
        submit(editor, draft);
        approve(approver, draft);
        assertThat(now(draft).state()).isEqualTo(State.PUBLISHED);
    }

    /** Discards what other tests left. */
    void clear() {
        drafts.open().forEach(draft -> {
            if (!draft.isEditable()) {
                drafts.sendBack("system", draft.id(), "");
            }
            drafts.discard("system", draft.id());
        });
    }

    static UUID id(String address) {
        return UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
    }
}
