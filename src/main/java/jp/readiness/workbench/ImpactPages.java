package jp.readiness.workbench;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.readiness.account.Role;
import jp.readiness.account.StaffMember;
import jp.readiness.advice.Adviser;
import jp.readiness.check.CheckedDraft;
import jp.readiness.check.ParameterCurve;
import jp.readiness.cohort.Cohort;
import jp.readiness.cohort.Cohorts;
import jp.readiness.cohort.Origin;
import jp.readiness.programme.Parameter;
import jp.readiness.wording.ValueWords;
import jp.readiness.wording.Words;
import jp.readiness.workbench.ImpactPage.CohortChoice;
import jp.readiness.workbench.ImpactPage.Curve;
import jp.readiness.workbench.ImpactPage.CurvePage;
import jp.readiness.workbench.ImpactPage.Option;
import jp.readiness.workbench.ImpactPage.Progress;
import jp.readiness.workbench.Impacts.Choice;
import jp.readiness.workbench.LongRuns.Run;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Fills the page of a draft's impact, and starts what it shows. */
@Component
class ImpactPages {

    private final Drafts drafts;
    private final DraftChecks checks;
    private final Impacts impacts;
    private final ImpactRuns runs;
    private final Cohorts cohorts;
    private final MessageSource messages;
    private final Clock clock;

    ImpactPages(
            Drafts drafts,
            DraftChecks checks,
            Impacts impacts,
            ImpactRuns runs,
            Cohorts cohorts,
            MessageSource messages,
            Clock clock) {
        this.drafts = drafts;
        this.checks = checks;
        this.impacts = impacts;
        this.runs = runs;
        this.cohorts = cohorts;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * What of a draft is looked at.
     *
     * @param cohort id, or empty for the first
     * @param group id of a question, or empty
     */
    record Wish(String cohort, String group, CurveForm curve) {}

    /** Draft and live version, held against a cohort. */
    private record Pair(Adviser before, Adviser after, Cohort cohort) {}

    private Optional<Pair> pair(Draft draft, Optional<Adviser> after, String cohort) {
        return choice(impacts.choices(draft), cohort)
                .flatMap(choice -> impacts.before(draft)
                        .flatMap(before -> after.map(adviser -> new Pair(before, adviser, choice.cohort()))));
    }

    private static Optional<Choice> choice(List<Choice> choices, String cohort) {
        return choices.stream()
                .filter(each -> each.cohort().id().toString().equals(cohort))
                .findFirst()
                .or(() -> choices.stream().findFirst());
    }

    /** Starts a run; with the rules compiled, so that a long cohort goes fast. */
    Run<ImpactResult> start(Draft draft, String cohort) {
        Pair pair = pair(draft, checks.full(draft, drafts.texts(draft)).adviser(), cohort)
                .orElseThrow(() -> new Refused(Refused.Reason.NOT_COMPARABLE));
        return runs.start(pair.cohort(), pair.before(), pair.after());
    }

    Run<ParameterCurve> startCurve(Draft draft, String cohort, CurveForm form) {
        Pair pair = pair(draft, checks.full(draft, drafts.texts(draft)).adviser(), cohort)
                .orElseThrow(() -> new Refused(Refused.Reason.NOT_COMPARABLE));
        Parameter parameter =
                form.parameter(pair.after().edition()).orElseThrow(() -> new Refused(Refused.Reason.BAD_VALUES));
        return runs.startCurve(
                pair.cohort(), pair.after(), parameter, form.filled(parameter).values());
    }

    /** What there is to see; a result that is shown counts as seen by who looks. */
    ImpactPage of(Draft draft, Wish wish, StaffMember member, Locale locale) {
        CheckedDraft checked = checks.glance(draft, drafts.texts(draft));
        List<Choice> choices = impacts.choices(draft);
        Optional<Pair> pair = pair(draft, checked.adviser(), wish.cohort());
        Optional<Run<ImpactResult>> run =
                pair.flatMap(found -> runs.find(found.cohort(), found.before(), found.after()));
        Optional<ImpactResult> result = run.flatMap(Run::result);
        Optional<UUID> chosen =
                choice(choices, wish.cohort()).map(each -> each.cohort().id());
        Words words = new Words(messages, locale);
        result.ifPresent(seen -> saw(draft, pair.orElseThrow(), seen, member));
        return new ImpactPage(
                draft,
                checked.adviser()
                        .map(adviser -> words.in(adviser.edition().title()))
                        .orElse(draft.name()),
                checked.adviser().isPresent(),
                choices.stream().map(each -> choice(each, chosen)).toList(),
                choice(choices, wish.cohort()).map(each -> choice(each, chosen)),
                run.filter(each -> !each.isOver()).map(each -> new Progress(each.done(), each.total())),
                run.flatMap(Run::refusal).map(Refused.Reason::name).orElse(""),
                result.map(seen -> result(pair.orElseThrow(), seen, wish.group(), member, words)),
                wish.curve(),
                pair.flatMap(found -> curve(found, wish.curve(), words)));
    }

    private void saw(Draft draft, Pair pair, ImpactResult seen, StaffMember member) {
        boolean works =
                member.roles().contains(Role.POLICY_EDITOR) || member.roles().contains(Role.POLICY_APPROVER);
        if (works && draft.isOpen()) {
            impacts.saw(
                    member.id().toString(),
                    draft,
                    pair.after().edition().version(),
                    pair.before().edition().version(),
                    pair.cohort().id(),
                    seen);
        }
    }

    private static CohortChoice choice(Choice choice, Optional<UUID> chosen) {
        Cohort cohort = choice.cohort();
        return new CohortChoice(
                cohort.id(),
                cohort.name(),
                cohort.edition(),
                cohort.origin().name(),
                choice.applicants(),
                chosen.filter(cohort.id()::equals).isPresent());
    }

    private ImpactPage.Result result(Pair pair, ImpactResult result, String group, StaffMember member, Words words) {
        boolean named = pair.cohort().origin() != Origin.REAL
                || member.roles().contains(Role.SCREENER)
                || member.roles().contains(Role.ADMINISTRATOR);
        List<UUID> members =
                result.flips().stream().map(ImpactResult.Flipped::member).toList();
        return new ImpactWords(pair.before(), pair.after(), words, messages)
                .result(
                        result,
                        LocalDateTime.ofInstant(result.at(), clock.getZone()),
                        group,
                        named ? cohorts.names(pair.cohort().id(), members) : Map.of());
    }

    /** @return empty if the draft has no number that could be moved */
    private Optional<CurvePage> curve(Pair pair, CurveForm asked, Words words) {
        return asked.parameter(pair.after().edition()).map(parameter -> {
            CurveForm form = asked.filled(parameter);
            Optional<Run<ParameterCurve>> run = Optional.empty();
            String refusal = "";
            try {
                run = runs.findCurve(pair.cohort(), pair.after(), parameter, form.values());
            } catch (Refused e) {
                refusal = e.reason().name();
            }
            return new CurvePage(
                    options(pair, parameter, words),
                    parameter.id(),
                    words.in(parameter.label()),
                    form.from(),
                    form.to(),
                    run.flatMap(Run::refusal).map(Refused.Reason::name).orElse(refusal),
                    run.filter(each -> !each.isOver()).map(each -> new Progress(each.done(), each.total())),
                    run.flatMap(Run::result).map(curve -> drawn(pair, parameter, curve, words)));
        });
    }

    private static List<Option> options(Pair pair, Parameter chosen, Words words) {
        List<Option> options = new ArrayList<>();
        for (Parameter parameter : CurveForm.parameters(pair.after().edition())) {
            String value = new ValueWords(words).number(parameter.value().orElseThrow(), words.in(parameter.unit()));
            options.add(new Option(
                    parameter.id(),
                    words.in(parameter.label()) + " (" + value + ")",
                    parameter.id().equals(chosen.id())));
        }
        return options;
    }

    private static Curve drawn(Pair pair, Parameter parameter, ParameterCurve curve, Words words) {
        return CurveDrawing.of(
                curve,
                parameter,
                Optional.ofNullable(pair.before().edition().parameters().get(parameter.id()))
                        .flatMap(Parameter::value),
                words);
    }
}
