package jp.readiness.workbench;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.readiness.audit.Audit;
import jp.readiness.audit.Subject;
import jp.readiness.folder.ResolvedEdition;
import jp.readiness.library.FolderListener;
import jp.readiness.programme.Edition;
import jp.readiness.workbench.Draft.Origin;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a draft of a folder that changed after something was published online, and keeps in the log what went live. */
@Component
@Transactional
class FolderDrafts implements FolderListener {

    private final DraftRepository drafts;
    private final Audit audit;

    FolderDrafts(DraftRepository drafts, Audit audit) {
        this.drafts = drafts;
        this.audit = audit;
    }

    @Override
    public void published(ResolvedEdition resolved) {
        Edition edition = resolved.edition();
        audit.record(
                Audit.SYSTEM,
                "FOLDER_PUBLISHED",
                new Subject("version", edition.version()),
                Map.of("edition", edition.name()));
    }

    @Override
    public void offered(ResolvedEdition resolved, String live) {
        Edition edition = resolved.edition();
        UUID id = drafts.insert(
                Audit.SYSTEM, edition.programme(), edition.id(), Optional.of(live), Origin.FOLDER, resolved.files());
        audit.record(
                Audit.SYSTEM,
                "DRAFT_MADE",
                new Subject("draft", id.toString()),
                Map.of("edition", edition.name(), "origin", Origin.FOLDER.name()));
    }
}
