package jp.readiness.workbench;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import jp.readiness.advice.Adviser;
import jp.readiness.programme.Citation;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Finding;
import jp.readiness.programme.Parameter;
import jp.readiness.programme.Source;
import jp.readiness.programme.Step;
import jp.readiness.rulebook.RuleBook;
import jp.readiness.wording.RuleSentences;
import jp.readiness.wording.ValueWords;
import jp.readiness.wording.Words;
import jp.readiness.workbench.RuleCounts.Counts;
import jp.readiness.workbench.RuleCounts.Group;
import jp.readiness.workbench.RulePage.CountsView;
import jp.readiness.workbench.RulePage.FindingView;
import jp.readiness.workbench.RulePage.ParameterView;
import jp.readiness.workbench.RulePage.RuleView;
import jp.readiness.workbench.RulePage.SourceView;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts the rules of an edition into the words of a page. */
@Component
class RulePages {

    private final MessageSource messages;
    private final RuleChanges changes;

    RulePages(MessageSource messages, RuleChanges changes) {
        this.messages = messages;
        this.changes = changes;
    }

    /** @param counts if how often rules fire is to be shown */
    RulePage of(Adviser adviser, boolean inForce, Optional<Counts> counts, Locale locale) {
        return new Maker(adviser.ruleBook(), counts, new Words(messages, locale)).page(inForce);
    }

    private Locale other(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? Locale.JAPANESE : Locale.ENGLISH;
    }

    private final class Maker {
        private final RuleBook ruleBook;
        private final Optional<Counts> counts;
        private final Edition edition;
        private final Words words;
        private final RuleSentences sentences;
        private final RuleSentences inOtherLanguage;

        private Maker(RuleBook ruleBook, Optional<Counts> counts, Words words) {
            this.ruleBook = ruleBook;
            this.counts = counts;
            this.edition = ruleBook.edition();
            this.words = words;
            this.sentences = new RuleSentences(edition, words);
            this.inOtherLanguage = new RuleSentences(edition, new Words(messages, other(words.locale())));
        }

        private RulePage page(boolean inForce) {
            List<RuleSource> sources = RuleSource.of(ruleBook);
            List<Optional<RuleChanges.Change>> changed = changes.of(edition, sources);
            return new RulePage(
                    edition.programme(),
                    edition.id(),
                    words.in(edition.title()),
                    edition.version(),
                    edition.from() + " – "
                            + edition.to().map(LocalDate::toString).orElse(""),
                    inForce,
                    counts.map(Maker::view),
                    IntStream.range(0, sources.size())
                            .mapToObj(rule -> rule(rule, sources.get(rule), changed.get(rule)))
                            .toList(),
                    edition.parameters().values().stream().map(this::parameter).toList());
        }

        private static CountsView view(Counts counts) {
            return new CountsView(
                    counts.cohorts(),
                    counts.applicants().size(),
                    counts.applicants().known(),
                    counts.invented(),
                    counts.all());
        }

        /** How often, and how it ended for those for whom it fires and for the others. */
        private List<String> said(Counts counts, int rule) {
            Group fired = counts.rules().get(rule);
            List<String> said = new ArrayList<>();
            said.add(say("counts.fired", fired.size(), counts.applicants().size()));
            if (counts.applicants().known() > 0) {
                said.add(say("counts.ended", ended(fired), ended(counts.others(fired))));
            }
            return said;
        }

        private String ended(Group group) {
            return group.known() == 0
                    ? say("counts.nobody")
                    : say(
                            "counts.left",
                            group.known(),
                            group.left(),
                            words.percent((double) group.left() / group.known(), RoundingMode.HALF_UP));
        }

        private RuleView rule(int index, RuleSource source, Optional<RuleChanges.Change> change) {
            return new RuleView(
                    index + 1,
                    ruleBook.rules().get(index).name(),
                    sentences.of(ruleBook.parts(index)),
                    inOtherLanguage.of(ruleBook.parts(index)),
                    source.lines(),
                    change,
                    counts.map(one -> said(one, index)).orElse(List.of()),
                    ruleBook.rules().get(index).concludes().stream()
                            .flatMap(id -> edition.finding(id).stream())
                            .map(this::finding)
                            .toList());
        }

        private FindingView finding(Finding finding) {
            return new FindingView(
                    finding.id(),
                    say("kind." + kind(finding)),
                    words.in(finding.words().title()),
                    words.in(finding.words().text()),
                    words.in(finding.words().advice()),
                    weight(finding),
                    source(finding.words().citation()));
        }

        private String weight(Finding finding) {
            if (finding instanceof Finding.Signal signal) {
                String step = signal.step().flatMap(this::step).orElseGet(() -> say("any-step"));
                return say("weight.signal", words.percent(signal.weight().doubleValue()), step);
            }
            return finding instanceof Finding.Strength strength
                    ? say("weight.strength", words.percent(strength.weight().doubleValue()))
                    : "";
        }

        private Optional<String> step(String id) {
            return edition.steps().stream()
                    .filter(step -> step.id().equals(id))
                    .map(Step::title)
                    .map(words::in)
                    .findFirst();
        }

        private ParameterView parameter(Parameter parameter) {
            List<String> usedBy = IntStream.range(0, ruleBook.rules().size())
                    .filter(rule -> ruleBook.parts(rule).parameters().contains(parameter.id()))
                    .mapToObj(rule -> ruleBook.rules().get(rule).name())
                    .toList();
            return new ParameterView(
                    parameter.id(),
                    words.in(parameter.label()),
                    value(parameter),
                    parameter.confirmed().toString(),
                    source(parameter.citation()),
                    usedBy);
        }

        private String value(Parameter parameter) {
            ValueWords values = new ValueWords(words);
            String unit = words.in(parameter.unit());
            return parameter
                    .value()
                    .map(value -> values.number(value, unit))
                    .orElseGet(() -> words.listed(parameter.keyQuestion().flatMap(edition::question).stream()
                            .flatMap(question -> question.options().stream())
                            .filter(option -> parameter.table().containsKey(option.id()))
                            .map(option -> words.in(option.label()) + " "
                                    + values.number(
                                            Objects.requireNonNull(
                                                    parameter.table().get(option.id())),
                                            unit))
                            .toList()));
        }

        private SourceView source(Citation citation) {
            Source source = Objects.requireNonNull(edition.sources().get(citation.source()), citation.source());
            return new SourceView(
                    words.in(source.title()), words.in(citation.pointer()), source.link(), citation.inferred());
        }

        private String say(String key, Object... arguments) {
            return messages.getMessage("workbench." + key, arguments, words.locale());
        }
    }

    /** End of the message's key. */
    static String kind(Finding finding) {
        if (finding instanceof Finding.Criterion criterion) {
            return criterion.required() ? "required" : "recommended";
        }
        return finding.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
