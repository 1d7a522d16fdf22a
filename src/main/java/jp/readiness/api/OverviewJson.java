package jp.readiness.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.readiness.advice.Adviser;
import jp.readiness.advice.AssessmentJson;
import jp.readiness.advice.Overview;
import jp.readiness.advice.Overview.Next;
import jp.readiness.advice.Overview.Standing;
import jp.readiness.programme.Text;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of one sheet held against every programme. */
final class OverviewJson {

    private OverviewJson() {}

    /** @param editions all that there are, to say which programmes have none on the day */
    static String write(Overview overview, LocalDate asOf, List<Adviser> editions) {
        ObjectNode json = ExactJson.MAPPER.createObjectNode();
        json.put("asOf", asOf.toString());
        overview.standings().forEach(standing -> json.withArray("/programmes").add(standing(standing)));
        json.withArray("/next");
        overview.next().forEach(next -> json.withArray("/next").add(next(next)));
        json.withArray("/notAssessed");
        without(overview, editions).forEach(id -> json.withArray("/notAssessed").add(id));
        return ExactJson.MAPPER.writeValueAsString(json);
    }

    private static ObjectNode standing(Standing standing) {
        ObjectNode json = ExactJson.MAPPER.createObjectNode();
        json.put("programme", standing.edition().programme());
        json.put("edition", standing.edition().id());
        Text title = standing.edition().title();
        json.putObject("title").put("ja", title.ja()).put("en", title.en());
        json.put("state", state(standing.state()));
        json.withArray("/undecided");
        standing.undecided().stream()
                .sorted()
                .forEach(question -> json.withArray("/undecided").add(question));
        json.set("assessment", ExactJson.MAPPER.readTree(AssessmentJson.write(standing.assessment())));
        return json;
    }

    private static String state(Overview.State state) {
        return switch (state) {
            case READY -> "ready";
            case OPEN -> "open";
            case NOT_YET -> "notYet";
            case NOT_FOR_YOU -> "notForYou";
        };
    }

    private static ObjectNode next(Next next) {
        ObjectNode json = ExactJson.MAPPER.createObjectNode();
        json.put("question", next.question().id());
        json.put("weight", next.weight());
        next.programmes().forEach(programme -> json.withArray("/programmes").add(programme));
        return json;
    }

    private static Set<String> without(Overview overview, List<Adviser> editions) {
        Set<String> assessed = overview.standings().stream()
                .map(standing -> standing.edition().programme())
                .collect(Collectors.toSet());
        return editions.stream()
                .map(adviser -> adviser.edition().programme())
                .filter(programme -> !assessed.contains(programme))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
