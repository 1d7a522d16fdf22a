package jp.readiness.api;

import java.time.LocalDate;
import java.util.List;
import jp.readiness.advice.Assessment.FindingResult;
import jp.readiness.advice.Assessment.State;
import jp.readiness.advice.Matcher;
import jp.readiness.advice.Pair;
import jp.readiness.advice.Ranked;
import jp.readiness.answers.AnswerReader;
import jp.readiness.answers.ListsDocument;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Text;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of ranked pairs. */
final class PairsJson {

    private PairsJson() {}

    /** @param found how many pairs there are, of which these are the best */
    static String write(
            Matcher matcher, LocalDate asOf, List<Ranked> ranked, List<Pair> pairs, ListsDocument lists, int found) {
        Edition edition = matcher.match().edition();
        ObjectNode json = ExactJson.MAPPER.createObjectNode();
        json.put("match", edition.programme());
        json.put("edition", edition.id());
        json.put("version", edition.version());
        json.put("asOf", asOf.toString());
        json.put("left", matcher.match().left().name());
        json.put("right", matcher.match().right().name());
        json.put("found", found);
        json.withArray("/pairs");
        for (int i = 0; i < ranked.size(); i++) {
            json.withArray("/pairs").add(pair(ranked.get(i), pairs.get(i), lists));
        }
        return ExactJson.MAPPER.writeValueAsString(json);
    }

    private static ObjectNode pair(Ranked place, Pair pair, ListsDocument lists) {
        ObjectNode json = ExactJson.MAPPER.createObjectNode();
        json.put("rank", place.rank());
        json.set("left", sheet(place.left(), lists.left().get(place.left())));
        json.set("right", sheet(place.right(), lists.right().get(place.right())));
        json.put("fit", spelled(place.fit().name()));
        json.put("points", place.points());
        json.put("possiblePoints", place.possiblePoints());
        json.withArray("/notFor");
        pair.notFor().forEach(given -> json.withArray("/notFor").add(given(given)));
        json.withArray("/reasons");
        pair.reasons().stream()
                .filter(reason -> reason.finding().state() != State.NOT_FIRED)
                .forEach(reason -> json.withArray("/reasons").add(reason(reason)));
        return json;
    }

    private static ObjectNode sheet(int index, ListsDocument.Sheet sheet) {
        ObjectNode json = ExactJson.MAPPER.createObjectNode();
        json.put("index", index);
        sheet.applicant().ifPresent(name -> json.put("applicant", name));
        return json;
    }

    private static ObjectNode reason(Pair.Reason reason) {
        FindingResult finding = reason.finding();
        ObjectNode json = ExactJson.MAPPER.createObjectNode();
        json.put("id", finding.id());
        json.put("kind", spelled(finding.kind().name()));
        json.put("state", spelled(finding.state().name()));
        json.put("required", finding.required());
        json.put("points", reason.points());
        json.set("title", text(finding.title()));
        json.set("text", text(finding.text()));
        json.withArray("/answers");
        reason.answers().forEach(given -> json.withArray("/answers").add(given(given)));
        json.withArray("/decidedBy");
        finding.decidedBy().forEach(question -> json.withArray("/decidedBy").add(question));
        json.putObject("source")
                .put("id", finding.source().id())
                .put("inferred", finding.source().inferred());
        return json;
    }

    private static ObjectNode given(Pair.Given given) {
        ObjectNode json = ExactJson.MAPPER.createObjectNode();
        json.put("side", given.side());
        json.put("question", given.question());
        given.answer()
                .ifPresentOrElse(
                        answer -> json.set("answer", ExactJson.MAPPER.valueToTree(AnswerReader.value(answer))),
                        () -> json.putNull("answer"));
        return json;
    }

    private static ObjectNode text(Text text) {
        return ExactJson.MAPPER.createObjectNode().put("ja", text.ja()).put("en", text.en());
    }

    /** {@code DOES_NOT_FIT} is spelled {@code doesNotFit}. */
    private static String spelled(String name) {
        StringBuilder spelled = new StringBuilder();
        for (String word : name.toLowerCase(java.util.Locale.ROOT).split("_", -1)) {
            spelled.append(spelled.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return spelled.toString();
    }
}
