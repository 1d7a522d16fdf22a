package jp.readiness.folder;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Finding;
import jp.readiness.programme.Scenario;
import jp.readiness.programme.Section;

/** Reads one edition from the texts of its files. */
final class EditionReader {

    static final String RULES_FILE = "rules.drl";

    private final String programme;
    private final String id;
    private final SharedQuestions shared;
    private final Audiences audiences;
    private final Problems problems;

    EditionReader(String programme, String id, SharedQuestions shared, Audiences audiences, Problems problems) {
        this.programme = programme;
        this.id = id;
        this.shared = shared;
        this.audiences = audiences;
        this.problems = problems;
    }

    /** @param files file name → text, normalised; what is missing or could not be read was reported */
    Draft read(SortedMap<String, String> files) {
        // with an unreadable file, nobody can say that there are no examples
        Examples none = new Examples(Map.of(), problems.errors() == 0);
        Optional<Value> programmeRoot = root(files, ProgrammeFile.FILE);
        Optional<Value> exampleRoot = root(files, Examples.FILE);
        Optional<Value> scenarioRoot = root(files, ScenarioReader.FILE);
        if (programmeRoot.isEmpty()) {
            return Draft.unreadable(id);
        }
        ProgrammeFile file = new ProgrammeReader(shared, audiences).read(programmeRoot.get());
        Examples examples = exampleRoot
                .filter(root -> file.isComplete())
                .map(root -> Examples.read(root, file.questions().asked()))
                .orElse(none);
        List<Scenario> scenarios = scenarioRoot
                .filter(root -> file.isComplete())
                .map(ScenarioReader.of(file, examples)::read)
                .orElse(List.of());
        boolean isSound =
                problems.errors() == 0 && shared.areSound(file.questions().shared()) && files.containsKey(RULES_FILE);
        Optional<ResolvedEdition> edition =
                isSound ? Optional.of(resolved(file, examples, scenarios, files)) : Optional.empty();
        return new Draft(id, edition, Optional.empty(), Optional.of(file.dates()));
    }

    private Optional<Value> root(Map<String, String> files, String name) {
        return Optional.ofNullable(files.get(name)).map(text -> new YamlText(path(name), text, problems).root());
    }

    private String path(String name) {
        return programme + "/" + id + "/" + name;
    }

    private ResolvedEdition resolved(
            ProgrammeFile file, Examples examples, List<Scenario> scenarios, SortedMap<String, String> files) {
        SortedMap<String, String> content = new TreeMap<>(files);
        content.remove(SharedQuestions.FILE);
        SharedQuestionsText.of(file.questions().shared(), sections(file), shared)
                .ifPresent(text -> content.put(SharedQuestions.FILE, text));
        content.remove(Audiences.FILE);
        audiences.text(referredTo(file.findings())).ifPresent(text -> content.put(Audiences.FILE, text));
        Edition edition = new Edition(
                programme,
                id,
                ContentHash.of(content),
                file.title(),
                file.summary(),
                file.dates().from(),
                file.dates().to(),
                file.dates().window(),
                file.contact(),
                file.audience(),
                file.steps().all(),
                file.bands(),
                file.sections(),
                Sections.grouped(file.questions().asked().all()),
                file.parameters(),
                file.sources(),
                file.findings(),
                List.copyOf(examples.byId().values()),
                scenarios,
                files.getOrDefault(RULES_FILE, ""),
                path(RULES_FILE));
        return new ResolvedEdition(edition, content);
    }

    private static Set<String> sections(ProgrammeFile file) {
        return file.sections().stream().map(Section::id).collect(Collectors.toSet());
    }

    private static Set<String> referredTo(List<Finding> findings) {
        return findings.stream()
                .filter(Finding.Referral.class::isInstance)
                .map(finding -> ((Finding.Referral) finding).programme())
                .collect(Collectors.toSet());
    }
}
