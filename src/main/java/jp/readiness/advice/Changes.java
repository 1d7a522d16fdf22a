package jp.readiness.advice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.readiness.advice.Assessment.Aim;
import jp.readiness.advice.Assessment.Change;
import jp.readiness.advice.Assessment.ChangeSearch;
import jp.readiness.advice.Assessment.Search;
import jp.readiness.advice.Outcomes.Outcome;
import jp.readiness.answers.AnswerReader;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.rulebook.RuleBook;

/**
 * What to change: all smallest sets of answers that are given and can be changed (fewest, then least effort; for the same
 * questions the nearest answers) that make an applicant ready, and all that lower the risk by a band.
 *
 * <p>Open questions stay open: a change makes ready if afterwards no required criterion is unmet, though one may be open;
 * the risk is that known so far. What lowers the risk must not fail a requirement that was not failed before. Each change
 * is judged again before it is given.
 */
final class Changes {

    /** More alternatives than anybody reads; beyond them the search counts as stopped. */
    private static final int MOST = 64;

    private final RuleBook ruleBook;
    private final RiskModel model;
    private final List<Scope> scopes;
    private final Outcomes outcomes;
    private final long evaluations;

    /** @param evaluations after how many the search for either aim stops */
    Changes(RuleBook ruleBook, RiskModel model, List<Scope> scopes, Outcomes outcomes, long evaluations) {
        this.ruleBook = ruleBook;
        this.model = model;
        this.scopes = scopes;
        this.outcomes = outcomes;
        this.evaluations = evaluations;
    }

    record Found(List<Change> changes, ChangeSearch search) {}

    /** Proposals for one aim, and how the search for them ended. */
    private record Proposals(List<Proposal> list, Search search) {

        static final Proposals NONE = new Proposals(List.of(), Search.NOT_NEEDED);

        static Proposals nothingHelps() {
            return new Proposals(List.of(), Search.NOTHING_HELPS);
        }
    }

    /** @param beyondChange whether a required criterion is unmet however the applicant changes */
    Found of(Sheet sheet, Verdict verdict, Band band, boolean beyondChange) {
        Requirements requirements = Requirements.of(ruleBook, sheet, scopes);
        Proposals ready = beyondChange ? Proposals.nothingHelps() : ready(requirements, verdict);
        Proposals lower = verdict == Verdict.NOT_FOR_YOU ? Proposals.NONE : lowerRisk(requirements, band);
        Map<Proposal, List<Aim>> all = new LinkedHashMap<>();
        ready.list().forEach(proposal -> all.put(proposal, List.of(Aim.READY)));
        lower.list()
                .forEach(proposal -> all.merge(
                        proposal, List.of(Aim.LOWER_RISK), (one, other) -> List.of(Aim.READY, Aim.LOWER_RISK)));
        List<Change> changes = all.entrySet().stream()
                .map(one -> change(sheet, one.getKey(), one.getValue()))
                .toList();
        return new Found(changes, new ChangeSearch(ready.search(), lower.search()));
    }

    private Proposals ready(Requirements requirements, Verdict verdict) {
        if (verdict != Verdict.NOT_YET && verdict != Verdict.NOT_FOR_YOU) {
            return Proposals.NONE;
        }
        Budget budget = new Budget(evaluations);
        List<Proposal> combined = List.of(Proposal.NOTHING);
        for (List<Requirement> group : requirements.groups()) {
            Mending mending = new Mending(group, requirements.levers(group), budget);
            Search search = mending.run(requirements.sheet().facts());
            if (search != Search.FOUND) {
                return new Proposals(List.of(), search);
            }
            combined = combined.stream()
                    .flatMap(one -> mending.found().stream().map(one::and))
                    .limit(MOST + 1)
                    .toList();
        }
        return limited(combined, Search.FOUND);
    }

    private Proposals lowerRisk(Requirements requirements, Band band) {
        if (band == Band.LOW) {
            return Proposals.NONE;
        }
        KnownRisk risk = new KnownRisk(ruleBook, model, scopes, requirements.sheet());
        RiskReach reach = new RiskReach(model, requirements, scopes, risk, evaluations);
        RiskLowering lowering = new RiskLowering(requirements, risk, reach, band, new Budget(evaluations));
        Search search = lowering.run();
        return limited(lowering.found(), search);
    }

    private static Proposals limited(List<Proposal> proposals, Search search) {
        return proposals.size() > MOST
                ? new Proposals(proposals.subList(0, MOST), Search.STOPPED)
                : new Proposals(proposals, search);
    }

    private Change change(Sheet sheet, Proposal proposal, List<Aim> aims) {
        Answers changed = sheet.answers();
        Map<String, Object> set = new LinkedHashMap<>();
        for (var move : proposal.moves().entrySet()) {
            String question = ruleBook.edition().questions().get(move.getKey()).id();
            Answer answer = move.getValue().answer();
            changed = changed.with(question, answer);
            set.put(question, AnswerReader.value(answer));
        }
        Outcome outcome = outcomes.of(changed);
        return new Change(set, outcome.verdict(), outcome.band(), aims, proposal.effort());
    }
}
