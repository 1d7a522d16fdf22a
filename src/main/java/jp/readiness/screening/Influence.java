package jp.readiness.screening;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.Collectors;
import jp.readiness.advice.Adviser;
import jp.readiness.advice.Assessment.OpenQuestion;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Audience;
import jp.readiness.programme.Finding;
import jp.readiness.programme.Question;
import org.springframework.stereotype.Component;

/**
 * What a question can decide. A form for citizens would say ※必須 (required) beside a label; nothing is required here, so
 * it says instead what hangs on the answer. Found by asking what an empty sheet leaves open.
 */
@Component
class Influence {

    /** The most that hangs on a question; the names are keys of the messages. */
    enum Kind {
        AUDIENCE,
        REQUIRED,
        RECOMMENDED,
        RISK
    }

    private final Map<Adviser, Map<String, Kind>> known = Collections.synchronizedMap(new WeakHashMap<>());

    /** Empty for a question on which nothing hangs. */
    Optional<Kind> of(Adviser adviser, Question question) {
        return Optional.ofNullable(
                known.computeIfAbsent(adviser, Influence::all).get(question.id()));
    }

    private static Map<String, Kind> all(Adviser adviser) {
        Map<String, Kind> kinds = new HashMap<>();
        // which day it is moves no question's influence
        for (OpenQuestion open : adviser.assess(Answers.NONE, LocalDate.EPOCH).open()) {
            strongest(adviser, open.decides()).ifPresent(kind -> kinds.put(open.question(), kind));
        }
        adviser.edition().audience().stream()
                .map(Audience::question)
                .forEach(question -> kinds.put(question, Kind.AUDIENCE));
        return kinds;
    }

    private static Optional<Kind> strongest(Adviser adviser, List<String> findings) {
        Set<Kind> kinds = findings.stream()
                .flatMap(id -> adviser.edition().finding(id).stream())
                .flatMap(finding -> kind(finding).stream())
                .collect(Collectors.toSet());
        return kinds.stream().min(Kind::compareTo);
    }

    private static Optional<Kind> kind(Finding finding) {
        if (finding instanceof Finding.Criterion criterion) {
            return Optional.of(criterion.required() ? Kind.REQUIRED : Kind.RECOMMENDED);
        }
        boolean bearsOnRisk = finding instanceof Finding.Signal || finding instanceof Finding.Strength;
        return bearsOnRisk ? Optional.of(Kind.RISK) : Optional.empty();
    }
}
