package jp.readiness.workbench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;
import jp.readiness.advice.Adviser;
import jp.readiness.audit.Audit;
import jp.readiness.audit.Subject;
import jp.readiness.check.CheckedDraft;
import jp.readiness.folder.ResolvedEdition;
import jp.readiness.folder.RulesArchive;
import jp.readiness.folder.RulesArchive.Content;
import jp.readiness.library.Library;
import jp.readiness.programme.Edition;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Live editions out as a ZIP, and editions in a ZIP in as drafts: what comes in from outside judges nobody by itself. */
@Service
class Exchange {

    /** As many drafts as somebody can look through. */
    private static final int MOST_EDITIONS = 50;

    /** A match lies in the folder alone and has no versions. */
    private static final Pattern MATCH = Pattern.compile("(?m)^between\\s*:");

    private final Library library;
    private final Drafts drafts;
    private final DraftChecks checks;
    private final Audit audit;

    Exchange(Library library, Drafts drafts, DraftChecks checks, Audit audit) {
        this.library = library;
        this.drafts = drafts;
        this.checks = checks;
        this.audit = audit;
    }

    /** What became of an edition that was imported. */
    enum Fate {
        /** It is a draft now. */
        DRAFT,
        /** It says what is live already. */
        SAME,
        /** It is a match, which is changed in the folder. */
        MATCH,
        /** There were too many before it, or its name is too long. */
        LEFT_OUT
    }

    /** @param draft empty unless there is one, @param errors that it has */
    record Imported(String edition, Fate fate, Optional<Draft> draft, long errors) {}

    /** @param ignored files that no edition uses */
    record Import(List<Imported> editions, List<String> ignored) {}

    /** A live edition as a ZIP; empty if there is none of that name. */
    Optional<byte[]> export(String actor, String programme, String edition) {
        return library.edition(programme, edition)
                .map(adviser -> zip(actor, programme + "/" + edition, List.of(resolved(adviser.edition()))));
    }

    /** All live editions. @throws RulesArchive.Unusable if they fit no common folder */
    byte[] exportAll(String actor) {
        return zip(
                actor,
                "*",
                library.editions().stream()
                        .map(adviser -> resolved(adviser.edition()))
                        .toList());
    }

    private ResolvedEdition resolved(Edition edition) {
        return new ResolvedEdition(
                edition,
                library.files(edition.programme(), edition.id(), edition.version())
                        .orElseThrow());
    }

    private byte[] zip(String actor, String what, List<ResolvedEdition> editions) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            RulesArchive.write(RulesArchive.files(editions), out);
            audit.record(actor, "RULES_EXPORTED", new Subject("edition", what), Map.of("editions", editions.size()));
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("nothing is written but memory", e);
        }
    }

    /**
     * Makes a draft of every edition that says something else than what is live.
     *
     * @throws RulesArchive.Unusable if the ZIP is not to be used; then nothing was made
     */
    @Transactional
    Import take(String actor, InputStream zip) throws IOException {
        Content content = RulesArchive.read(zip);
        List<Imported> imported = new ArrayList<>();
        content.editions().forEach((name, files) -> imported.add(take(actor, name, files, imported.size())));
        return new Import(imported, content.ignored());
    }

    private Imported take(String actor, String name, SortedMap<String, String> files, int before) {
        String programme = name.substring(0, name.indexOf('/'));
        String edition = name.substring(name.indexOf('/') + 1);
        boolean tooLong = files.values().stream().anyMatch(text -> text.length() > DraftFile.LONGEST);
        if (before >= MOST_EDITIONS || name.length() > 200 || tooLong) {
            return new Imported(name, Fate.LEFT_OUT, Optional.empty(), 0);
        }
        if (MATCH.matcher(files.getOrDefault(DraftFile.PROGRAMME, "")).find()) {
            return new Imported(name, Fate.MATCH, Optional.empty(), 0);
        }
        CheckedDraft checked = checks.glance(programme, edition, files);
        Optional<String> live =
                library.edition(programme, edition).map(Adviser::edition).map(Edition::version);
        Optional<ResolvedEdition> resolved = checked.resolved();
        if (live.isPresent() && live.equals(resolved.map(read -> read.edition().version()))) {
            return new Imported(name, Fate.SAME, Optional.empty(), 0);
        }
        Draft draft = drafts.make(
                actor,
                programme,
                edition,
                live,
                Draft.Origin.IMPORT,
                resolved.map(ResolvedEdition::files).orElse(files));
        return new Imported(name, Fate.DRAFT, Optional.of(draft), checked.errors());
    }
}
