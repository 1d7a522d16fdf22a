package jp.readiness.folder;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.readiness.programme.Bands;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Finding;
import jp.readiness.programme.Match;
import jp.readiness.programme.Parameter;
import jp.readiness.programme.Question;
import jp.readiness.programme.Scenario;
import jp.readiness.programme.Side;
import jp.readiness.programme.Text;

/** Reads one edition of a match from the texts of its files. */
final class MatchReader {

    private static final String BETWEEN = "between";
    private static final String SIDES_FILE = "sides";
    private static final Bands NO_BANDS = new Bands(BigDecimal.ONE, BigDecimal.ONE);

    private final String name;
    private final String id;
    private final Counterparts counterparts;
    private final Problems problems;

    /** What {@code programme.yaml} declares. @param sides the two, or fewer where one has an error */
    private record MatchFile(
            Text title,
            Text summary,
            Dates dates,
            List<Side> sides,
            Asked asked,
            Map<String, Parameter> parameters,
            Citations citations,
            List<Finding> findings,
            Value findingsValue) {}

    MatchReader(String name, String id, Counterparts counterparts, Problems problems) {
        this.name = name;
        this.id = id;
        this.counterparts = counterparts;
        this.problems = problems;
    }

    /** Whether some edition in a folder says what it is between. */
    static boolean isMatch(Directory folder) {
        return folder.reportingTo(new Problems()).folders().stream()
                .flatMap(edition -> edition.text(ProgrammeFile.FILE).stream())
                .flatMap(Optional::stream)
                .filter(text -> text.contains(BETWEEN)) // parsing is what takes long
                .map(text -> new YamlText(ProgrammeFile.FILE, text, new Problems()).root())
                .anyMatch(root -> root.isMapping() && root.mapping().keys().contains(BETWEEN));
    }

    Draft read(SortedMap<String, String> files) {
        Optional<Value> root = root(files, ProgrammeFile.FILE);
        if (root.isEmpty()) {
            return Draft.unreadable(id);
        }
        MatchFile file = root.get().as(this::file);
        List<Scenario> scenarios = root(files, ScenarioReader.FILE)
                .filter(value ->
                        file.sides().size() == 2 && file.findingsValue().isMapping())
                .map(value -> scenarios(file, value))
                .orElse(List.of());
        boolean isSound =
                problems.errors() == 0 && file.sides().size() == 2 && files.containsKey(EditionReader.RULES_FILE);
        Optional<Match> match = isSound ? Optional.of(match(file, scenarios, files)) : Optional.empty();
        return new Draft(id, Optional.empty(), match, Optional.of(file.dates()));
    }

    private Optional<Value> root(Map<String, String> files, String file) {
        return Optional.ofNullable(files.get(file)).map(text -> new YamlText(path(file), text, problems).root());
    }

    private String path(String file) {
        return name + "/" + id + "/" + file;
    }

    private MatchFile file(Mapping m) {
        Dates dates = Dates.read(m);
        List<Side> sides = sides(m.required(BETWEEN), dates);
        Asked asked = asked(sides);
        Citations citations = new Citations(m.required("sources"));
        Map<String, Parameter> parameters =
                ProgrammeReader.parameters(ProgrammeReader.entries(m, "parameters"), asked, citations);
        Value findings = m.required("findings");
        List<Entry> entries = findings.mapping().entries();
        return new MatchFile(
                m.required("title").words(),
                m.required("summary").words(),
                dates,
                sides,
                asked,
                parameters,
                citations,
                ProgrammeReader.findings(FindingReader.ofMatch(citations, entries), entries, citations),
                findings);
    }

    private List<Side> sides(Value between, Dates dates) {
        List<Entry> entries = between.mapping().entries();
        Ids.distinct(entries);
        List<Side> sides = new ArrayList<>();
        for (Entry entry : entries) {
            Ids.identifier(entry);
            side(entry, dates).ifPresent(sides::add);
        }
        if (between.isMapping() && entries.size() != 2) {
            problems.error(
                    between.owner(),
                    "NOT_TWO_SIDES",
                    Wording.say(
                            "between には2つの側を書いてください(今は%s)。", "`between` takes two sides (now: %s).", entries.size()),
                    new Text(
                            "例: between: { Company: 会社の支援のID, Talent: 人材の支援のID }",
                            "Such as between: { Company: programme-of-companies, Talent: programme-of-talents }"));
        }
        return sides;
    }

    /** A side is the programme alone, or says as well what people call it. */
    private Optional<Side> side(Entry entry, Dates dates) {
        Value value = entry.value();
        if (!value.isMapping()) {
            Text name = new Text(entry.key(), entry.key());
            return counterparts.side(value, dates.from()).map(edition -> new Side(entry.key(), name, edition));
        }
        return value.as(m -> {
            Text label = m.required("label").words();
            return counterparts
                    .side(m.required("programme"), dates.from())
                    .map(edition -> new Side(entry.key(), label, edition));
        });
    }

    /** Unless both sides are known, no name of a question is wrong. */
    private static Asked asked(List<Side> sides) {
        Asked asked = new Asked();
        if (sides.size() == 2) {
            Match.questions(sides.get(0), sides.get(1)).forEach(question -> asked.add(question, false));
        } else {
            asked.acceptAll();
        }
        return asked;
    }

    private List<Scenario> scenarios(MatchFile file, Value root) {
        ExpectationReader expectations = new ExpectationReader(
                Steps.NONE, file.asked(), file.findingsValue().mapping().keys(), file.findings());
        return new ScenarioReader(new SheetsOfMatch(file.sides())::read, expectations::ofMatch).read(root);
    }

    private Match match(MatchFile file, List<Scenario> scenarios, SortedMap<String, String> files) {
        Side left = file.sides().get(0);
        Side right = file.sides().get(1);
        List<Question> questions = Match.questions(left, right);
        Edition edition = new Edition(
                name,
                id,
                version(file.sides(), files),
                file.title(),
                file.summary(),
                file.dates().from(),
                file.dates().to(),
                file.dates().window(),
                Text.NONE,
                List.of(),
                List.of(),
                NO_BANDS,
                List.of(),
                questions,
                file.parameters(),
                file.citations().sources(),
                file.findings(),
                List.of(),
                scenarios,
                files.getOrDefault(EditionReader.RULES_FILE, ""),
                path(EditionReader.RULES_FILE));
        return new Match(edition, left, right);
    }

    /** What it says depends on the questions of both sides as well. */
    private static String version(List<Side> sides, SortedMap<String, String> files) {
        SortedMap<String, String> content = new TreeMap<>(files);
        StringBuilder versions = new StringBuilder();
        sides.forEach(side -> versions.append(side.name())
                .append(' ')
                .append(side.edition().name())
                .append(' ')
                .append(side.edition().version())
                .append('\n'));
        content.put(SIDES_FILE, versions.toString());
        return ContentHash.of(content);
    }
}
