package jp.readiness.screening;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jp.readiness.advice.Adviser;
import jp.readiness.answers.AnswerReader;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Question;
import jp.readiness.programme.Section;
import org.springframework.stereotype.Service;
import org.springframework.util.MultiValueMap;

/** The front door for whoever shows the form of an edition that nobody can answer yet, to try it. */
@Service
public class FormPreview {

    private final Influence influence;
    private final AnswerReader reader = new AnswerReader();

    FormPreview(Influence influence) {
        this.influence = influence;
    }

    /**
     * @param fields for {@code screening/field}
     * @param forOffice whether staff answer all of them
     */
    public record Part(Section section, List<Object> fields, boolean forOffice) {}

    /** The form filled with these answers. */
    public List<Part> of(Adviser adviser, Answers answers) {
        return parts(
                adviser,
                question ->
                        answers.get(question.id()).map(Fields::controlValues).orElse(List.of()));
    }

    /** The form as it was sent, with what cannot be read marked. */
    public List<Part> of(Adviser adviser, MultiValueMap<String, String> form) {
        return parts(adviser, question -> typed(question, form));
    }

    /** The answers in a form that was sent; what cannot be read counts as open. */
    public Answers answers(Edition edition, MultiValueMap<String, String> form) {
        Answers answers = Answers.NONE;
        for (Question question : edition.questions()) {
            Optional<Answer> read =
                    reader.typed(question, typed(question, form)).answer();
            answers = read.isPresent() ? answers.with(question.id(), read.get()) : answers;
        }
        return answers;
    }

    private interface Shown {
        List<String> of(Question question);
    }

    private List<Part> parts(Adviser adviser, Shown shown) {
        Edition edition = adviser.edition();
        return edition.sections().stream()
                .map(section -> part(
                        adviser,
                        section,
                        edition.questions().stream()
                                .filter(question -> question.section().equals(section.id()))
                                .toList(),
                        shown))
                .filter(part -> !part.fields().isEmpty())
                .toList();
    }

    private Part part(Adviser adviser, Section section, List<Question> questions, Shown shown) {
        return new Part(
                section,
                questions.stream()
                        .<Object>map(question -> field(adviser, question, shown.of(question)))
                        .toList(),
                questions.stream().allMatch(question -> question.answeredBy() == Question.AnsweredBy.STAFF));
    }

    private Field field(Adviser adviser, Question question, List<String> shown) {
        return new Field(
                question,
                shown,
                influence.of(adviser, question),
                reader.typed(question, shown).problem(),
                Optional.empty());
    }

    private static List<String> typed(Question question, MultiValueMap<String, String> form) {
        Collection<String> values = form.getOrDefault(FormReader.ANSWER + question.id(), List.of());
        if (values.stream().mapToInt(String::length).sum() > FormReader.LONGEST) {
            throw new TooLong();
        }
        return values.stream().filter(value -> !value.isBlank()).toList();
    }
}
