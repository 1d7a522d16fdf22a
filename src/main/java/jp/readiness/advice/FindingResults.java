package jp.readiness.advice;

import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.readiness.advice.Assessment.FindingResult;
import jp.readiness.advice.Assessment.Kind;
import jp.readiness.advice.Assessment.SourceReference;
import jp.readiness.advice.Assessment.State;
import jp.readiness.programme.Citation;
import jp.readiness.programme.Finding;
import jp.readiness.programme.Text;
import jp.readiness.rulebook.Comparison;
import jp.readiness.rulebook.RuleBook;

/** Puts judgements into words and reasons. */
final class FindingResults {

    private final RuleBook ruleBook;
    private final Sheet sheet;

    FindingResults(RuleBook ruleBook, Sheet sheet) {
        this.ruleBook = ruleBook;
        this.sheet = sheet;
    }

    FindingResult of(Judgement judgement) {
        Finding finding = judgement.finding();
        Finding.Words words = finding.words();
        return new FindingResult(
                finding.id(),
                kind(finding),
                judgement.state(),
                judgement.isRequired(),
                finding instanceof Finding.Signal signal ? signal.step() : Optional.empty(),
                words.title(),
                text(words, judgement.state()),
                words.advice(),
                excluding(finding).map(List::of).orElseGet(() -> because(judgement.rules())),
                judgement.rules().stream()
                        .mapToObj(rule -> ruleBook.rules().get(rule).name())
                        .toList(),
                decidedBy(judgement),
                source(words.citation()));
    }

    private static Kind kind(Finding finding) {
        if (finding instanceof Finding.Criterion) {
            return Kind.CRITERION;
        } else if (finding instanceof Finding.Signal) {
            return Kind.SIGNAL;
        } else if (finding instanceof Finding.Strength) {
            return Kind.STRENGTH;
        } else if (finding instanceof Finding.Placement) {
            return Kind.PLACEMENT;
        } else if (finding instanceof Finding.Grant) {
            return Kind.GRANT;
        } else if (finding instanceof Finding.Reason) {
            return Kind.REASON;
        }
        return Kind.REFERRAL;
    }

    private static Text text(Finding.Words words, State state) {
        Text title = words.title();
        return switch (state) {
            case MET -> words.met();
            case UNMET, FIRED -> words.text();
            case NOT_FIRED -> new Text("「" + title.ja() + "」には当てはまりません。", "“" + title.en() + "” does not apply.");
            case OPEN ->
                new Text("「" + title.ja() + "」については、まだ分かりません。", "Nothing can be said of “" + title.en() + "” yet.");
        };
    }

    /** For a rule that fired what made it fire; for another the condition that failed or, if none did, what is open. */
    private List<Comparison> because(BitSet rules) {
        return rules.stream()
                .mapToObj(rule -> sheet.fired().get(rule)
                        ? ruleBook.because(rule, sheet.facts())
                        : ruleBook.whyNot(rule, sheet.facts()))
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /** Why a referral was withdrawn. */
    private Optional<Comparison> excluding(Finding finding) {
        return Referrals.excluding(finding, sheet.answers())
                .map(audience -> new Comparison(
                        audience.question(),
                        Set.of(audience.question()),
                        Exclusions.outside(audience, sheet.answers()).map(Object.class::cast),
                        "in",
                        Optional.of(audience.allowed().stream().sorted().toList()),
                        Optional.empty(),
                        Optional.of(false)));
    }

    private Set<String> decidedBy(Judgement judgement) {
        return judgement.deciding().stream()
                .map(question -> ruleBook.edition().questions().get(question).id())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static SourceReference source(Citation citation) {
        return new SourceReference(citation.source(), citation.pointer(), citation.inferred());
    }
}
