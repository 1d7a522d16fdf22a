package jp.readiness.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.readiness.advice.Matcher;
import jp.readiness.advice.Pair;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Side;

/** A scenario of a match: {@code { Company: { … }, Talent: { … } }}. */
record MatchedExample(Matcher matcher) implements ProposedScenarios.Example {

    @Override
    public String answers(Answers joined) {
        return matcher.match().sides().stream()
                .map(side -> side.name() + ": " + YamlSheet.of(side.edition(), of(side, joined)))
                .collect(Collectors.joining(", ", "{ ", " }"));
    }

    private static Answers of(Side side, Answers joined) {
        Answers own = Answers.NONE;
        for (var question : side.edition().questions()) {
            var answer = joined.get(side.joined(question.id()));
            own = answer.isPresent() ? own.with(question.id(), answer.get()) : own;
        }
        return own;
    }

    @Override
    public String expectation(Answers joined, Set<String> findings) {
        Pair pair = matcher.pair(joined);
        List<String> expected = new ArrayList<>();
        expected.add("fit: " + pair.fit());
        expected.add("points: " + pair.points());
        expected.addAll(ProposedScenarios.states(pair.reasons().stream().map(Pair.Reason::finding), findings));
        return "{ " + String.join(", ", expected) + " }";
    }
}
