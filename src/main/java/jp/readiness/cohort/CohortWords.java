package jp.readiness.cohort;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.readiness.advice.Adviser;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Finding;
import jp.readiness.programme.Question;
import jp.readiness.programme.Step;

/** What an edition calls its findings, questions and steps; their ids where it is withdrawn or no longer has them. */
record CohortWords(Cohort cohort, Optional<Edition> edition, Locale locale) {

    static CohortWords of(Cohort cohort, Optional<Adviser> adviser, Locale locale) {
        return new CohortWords(cohort, adviser.map(Adviser::edition), locale);
    }

    String programme() {
        return edition.map(known -> known.title().in(locale)).orElse(cohort.programme() + "/" + cohort.edition());
    }

    String finding(String id) {
        return edition.flatMap(known -> known.finding(id))
                .map(finding -> finding.words().title().in(locale))
                .orElse(id);
    }

    String question(String id) {
        return edition.flatMap(known -> known.question(id))
                .map(Question::label)
                .map(label -> label.in(locale))
                .orElse(id);
    }

    String step(String id) {
        return steps().stream()
                .filter(step -> step.id().equals(id))
                .map(step -> step.title().in(locale))
                .findFirst()
                .orElse(id);
    }

    List<Step> steps() {
        return edition.map(Edition::steps).orElse(List.of());
    }

    /** Whether the finding speaks against an applicant. */
    boolean isAgainst(String id) {
        return edition.isEmpty() || finding(id, Finding.Criterion.class) || finding(id, Finding.Signal.class);
    }

    private boolean finding(String id, Class<? extends Finding> kind) {
        return edition.flatMap(known -> known.finding(id))
                .filter(kind::isInstance)
                .isPresent();
    }

    /** What weighs most: a required criterion, then the heaviest signal, then a recommended criterion. */
    Optional<String> mainReason(List<String> ids) {
        return ids.stream()
                .filter(this::isAgainst)
                .min(Comparator.comparingDouble(this::lightness).thenComparing(Comparator.naturalOrder()))
                .map(this::finding);
    }

    private double lightness(String id) {
        Finding finding = edition.flatMap(known -> known.finding(id)).orElse(null);
        if (finding instanceof Finding.Criterion criterion) {
            return criterion.required() ? 0 : 2;
        }
        return finding instanceof Finding.Signal signal ? 2 - signal.weight().doubleValue() : 3;
    }
}
