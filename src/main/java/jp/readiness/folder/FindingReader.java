package jp.readiness.folder;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.readiness.programme.Finding;
import jp.readiness.programme.Finding.Words;
import jp.readiness.programme.Text;

/** Reads what rules can conclude, with its words and weights. */
final class FindingReader {

    private static final String ANY_STEP = "any";
    private static final Bounds POINTS = Bounds.whole(1, 100);
    private static final Text NO_STEPS = new Text(
            "段階(steps)が1つもないので、離脱のサインは書けません。", "There are no `steps`, so there can be no signal of dropping out.");

    private interface Kind {
        Finding read(Words words, Mapping m);
    }

    private final Map<String, Kind> readers = new LinkedHashMap<>();
    private final Optional<Set<String>> steps;
    private final Audiences audiences;
    private final Citations citations;
    private final Map<String, String> kinds = new LinkedHashMap<>();

    /**
     * @param steps ids of the steps; empty if they could not be read
     * @param findings all findings of the edition, which may name each other
     */
    FindingReader(Optional<Set<String>> steps, Audiences audiences, Citations citations, List<Entry> findings) {
        this.steps = steps;
        this.audiences = audiences;
        this.citations = citations;
        findings.forEach(finding -> kinds.put(finding.key(), kind(finding)));
        readers.put("criterion", FindingReader::criterion);
        readers.put("signal", this::signal);
        readers.put("strength", this::strength);
        readers.put("placement", (words, m) -> new Finding.Placement(words));
        readers.put(
                "grant",
                (words, m) -> new Finding.Grant(words, m.required("unit").words()));
        readers.put("referral", this::referral);
    }

    private FindingReader(Citations citations, List<Entry> findings) {
        this.steps = Optional.empty();
        this.audiences = Audiences.UNKNOWN;
        this.citations = citations;
        findings.forEach(finding -> kinds.put(finding.key(), kind(finding)));
        readers.put("criterion", FindingReader::criterion);
        readers.put(
                "reason",
                (words, m) -> new Finding.Reason(
                        words, m.required("points").number(POINTS).intValue()));
    }

    /** Reads what the rules of a match can conclude. */
    static FindingReader ofMatch(Citations citations, List<Entry> findings) {
        return new FindingReader(citations, findings);
    }

    /** Empty if the kind of finding is not known, which is then reported. */
    Optional<Finding> read(Entry entry) {
        Ids.name(entry);
        return entry.value().as(m -> {
            Optional<Kind> kind = m.required("kind").oneOf(readers);
            Words words = words(entry, m);
            if (kind.isEmpty()) {
                m.accept();
            }
            return kind.map(known -> known.read(words, m));
        });
    }

    private static String kind(Entry entry) {
        return entry.value().isMapping() ? entry.value().mapping().peek("kind").orElse("") : "";
    }

    private Words words(Entry entry, Mapping m) {
        boolean isCriterion = "criterion".equals(kinds.get(entry.key()));
        return new Words(
                entry.key(),
                m.required("title").words(),
                m.required("text").words(),
                isCriterion ? m.required("met").words() : Text.NONE,
                m.required("advice").words(),
                citations.read(m),
                entry.place());
    }

    private static Finding criterion(Words words, Mapping m) {
        return new Finding.Criterion(words, m.required("required").flag().orElse(true));
    }

    private Finding signal(Words words, Mapping m) {
        Value step = m.required("step");
        boolean atAny = step.raw().filter(ANY_STEP::equals).isPresent();
        if (atAny && steps.filter(Set::isEmpty).isPresent()) {
            step.problems().error(step.place(), Reference.STEP.code(), NO_STEPS);
        }
        Optional<String> at = atAny ? Optional.empty() : step.reference(Reference.STEP, steps);
        return new Finding.Signal(words, at, m.required("weight").number(Bounds.SHARE));
    }

    private Finding strength(Words words, Mapping m) {
        Set<String> damps = m.required("damps").someItems().stream()
                .flatMap(name -> damped(name).stream())
                .collect(Collectors.toSet());
        return new Finding.Strength(words, damps, m.required("weight").number(Bounds.SHARE));
    }

    private Optional<String> damped(Value name) {
        Optional<String> id = name.reference(Reference.FINDING, kinds.keySet());
        id.map(kinds::get)
                .filter(kind -> readers.containsKey(kind) && !kind.equals("signal"))
                .ifPresent(kind -> WrongKind.report(name, name.string(), new Text("signal(離脱のサイン)", "a `signal`")));
        return id;
    }

    private Finding referral(Words words, Mapping m) {
        String programme = m.required("programme")
                .reference(Reference.PROGRAMME, audiences.programmes())
                .orElse("");
        return new Finding.Referral(words, programme, audiences.of(programme));
    }
}
