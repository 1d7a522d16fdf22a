package jp.readiness.folder;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.readiness.programme.Finding;
import jp.readiness.programme.Scenario.Expectation;
import jp.readiness.programme.Text;

/** Reads what a scenario expects. */
final class ExpectationReader {

    private static final Map<String, String> VERDICTS =
            words("NOT_FOR_YOU", "NOT_YET", "NEEDS_ANSWERS", "READY_WITH_SUPPORT", "READY");
    private static final Map<String, String> FITS = words("FITS", "OPEN", "DOES_NOT_FIT");
    private static final Bounds POINTS = Bounds.whole(0, 100_000);
    private static final Map<String, String> BANDS = words("LOW", "MEDIUM", "HIGH");
    private static final List<String> STATES = List.of("met", "unmet", "open", "fired", "notFired");
    private static final Set<String> OF_CRITERIA = Set.of("met", "unmet");
    private static final Set<String> OF_OTHERS = Set.of("fired", "notFired");

    private final Steps steps;
    private final Asked asked;
    private final Set<String> findingIds;
    private final Map<String, Finding> findings;

    /** @param findingIds ids of all findings, also of those with an error */
    ExpectationReader(Steps steps, Asked asked, Set<String> findingIds, List<Finding> findings) {
        this.steps = steps;
        this.asked = asked;
        this.findingIds = findingIds;
        this.findings = findings.stream().collect(Collectors.toMap(Finding::id, Function.identity()));
    }

    Expectation read(Mapping m) {
        Optional<String> verdict = m.optional("verdict").flatMap(value -> value.oneOf(VERDICTS));
        Map<String, String> states = states(m);
        Optional<String> risk = m.optional("risk").flatMap(value -> value.oneOf(BANDS));
        Map<String, String> bands = m.optional("steps").map(this::bands).orElse(Map.of());
        Map<String, Set<String>> decides =
                m.optional("decides").map(this::decides).orElse(Map.of());
        Map<String, BigDecimal> amounts =
                m.optional("amounts").map(this::amounts).orElse(Map.of());
        somethingIn(m, "verdict");
        return new Expectation(verdict, states, risk, bands, decides, amounts, Optional.empty());
    }

    /** What a scenario of a match expects. */
    Expectation ofMatch(Mapping m) {
        Optional<String> fit = m.optional("fit").flatMap(value -> value.oneOf(FITS));
        Optional<Integer> points =
                m.optional("points").map(value -> value.number(POINTS).intValue());
        Map<String, Set<String>> decides =
                m.optional("decides").map(this::decides).orElse(Map.of());
        Expectation expectation =
                new Expectation(fit, states(m), Optional.empty(), Map.of(), decides, Map.of(), points);
        somethingIn(m, "fit");
        return expectation;
    }

    private static void somethingIn(Mapping m, String example) {
        if (m.isEmpty()) {
            m.problems()
                    .error(
                            m.owner(),
                            "NOTHING_EXPECTED",
                            new Text("期待する結果が1つも書かれていません。", "Nothing is expected here."),
                            Wording.say("%s や unmet などを書いてください。", "Write a `%s`, `unmet` or the like.", example));
        }
    }

    private Map<String, String> states(Mapping m) {
        Map<String, String> states = new LinkedHashMap<>();
        for (String state : STATES) {
            List<Value> names = m.optional(state).map(Value::items).orElse(List.of());
            names.forEach(name -> state(state, name, states));
        }
        return states;
    }

    private void state(String state, Value name, Map<String, String> states) {
        Optional<String> finding = name.reference(Reference.FINDING, findingIds);
        finding.ifPresent(id -> fits(state, name, id));
        finding.flatMap(id -> Optional.ofNullable(states.putIfAbsent(id, state)))
                .ifPresent(before -> name.problems()
                        .error(
                                name.place(),
                                "DUPLICATE_ID",
                                Wording.say(
                                        "判定項目「%s」はすでに %s にあります。",
                                        "The finding `%s` is under `%s` already.", name.string(), before)));
    }

    /** Criteria are met or unmet, all others fire or do not. */
    private void fits(String state, Value name, String id) {
        Optional<Boolean> isCriterion = Optional.ofNullable(findings.get(id)).map(Finding.Criterion.class::isInstance);
        if (OF_CRITERIA.contains(state) && isCriterion.filter(is -> !is).isPresent()) {
            WrongKind.report(name, id, new Text("criterion(条件)", "a `criterion`"));
        }
        if (OF_OTHERS.contains(state) && isCriterion.filter(is -> is).isPresent()) {
            WrongKind.report(name, id, new Text("criterion(条件)以外の判定項目", "a finding other than a `criterion`"));
        }
    }

    private Map<String, String> bands(Value value) {
        Map<String, String> bands = new LinkedHashMap<>();
        for (Entry entry : value.mapping().entries()) {
            steps.ids()
                    .filter(known -> !known.contains(entry.key()))
                    .ifPresent(known -> entry.valueAtKey().unknown(Reference.STEP, entry.key(), known));
            entry.value().oneOf(BANDS).ifPresent(band -> bands.put(entry.key(), band));
        }
        return bands;
    }

    private Map<String, Set<String>> decides(Value value) {
        Map<String, Set<String>> decides = new LinkedHashMap<>();
        for (Entry entry : value.mapping().entries()) {
            if (findingIds.contains(entry.key())) {
                fits("unmet", entry.valueAtKey(), entry.key());
            } else {
                entry.valueAtKey().unknown(Reference.FINDING, entry.key(), findingIds);
            }
            Set<String> questions = new TreeSet<>();
            entry.value()
                    .items()
                    .forEach(name -> asked.named(name).ifPresent(question -> questions.add(question.id())));
            decides.put(entry.key(), questions);
        }
        return decides;
    }

    private Map<String, BigDecimal> amounts(Value value) {
        Map<String, BigDecimal> amounts = new LinkedHashMap<>();
        for (Entry entry : value.mapping().entries()) {
            if (!findingIds.contains(entry.key())) {
                entry.valueAtKey().unknown(Reference.FINDING, entry.key(), findingIds);
            } else if (findings.containsKey(entry.key()) && !(findings.get(entry.key()) instanceof Finding.Grant)) {
                WrongKind.report(entry.valueAtKey(), entry.key(), new Text("grant(助成額)", "a `grant`"));
            }
            amounts.put(entry.key(), entry.value().number(Bounds.EXACT));
        }
        return amounts;
    }

    private static Map<String, String> words(String... words) {
        Map<String, String> map = new LinkedHashMap<>();
        Stream.of(words).forEach(word -> map.put(word, word));
        return map;
    }
}
