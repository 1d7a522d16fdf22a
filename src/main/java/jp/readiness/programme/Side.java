package jp.readiness.programme;

import java.util.HashMap;
import java.util.Map;

/**
 * One of the two sides of a match: whose answer sheets it reads.
 *
 * @param name by which rules and scenarios call it, such as {@code Company}
 * @param label what people call it, such as 会社
 * @param edition whose questions it has
 */
public record Side(String name, Text label, Edition edition) {

    /** The id of one of its questions on the joined sheet: {@code Company.themes}. */
    public String joined(String question) {
        return name + "." + question;
    }

    /** Its part of the joined sheet; answers to questions that it does not ask, or as it does not take them, are left out. */
    Map<String, Answer> joined(Answers answers) {
        Map<String, Answer> part = new HashMap<>();
        edition.questions()
                .forEach(question -> answers.get(question.id())
                        .filter(question::takes)
                        .ifPresent(answer -> part.put(joined(question.id()), answer)));
        return part;
    }
}
