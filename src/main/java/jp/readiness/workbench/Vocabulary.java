package jp.readiness.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Finding;
import jp.readiness.programme.Option;
import jp.readiness.programme.Parameter;
import jp.readiness.programme.Question;
import jp.readiness.programme.Text;

/** The names that rules of an edition may use, with what they stand for in both languages. */
final class Vocabulary {

    enum Kind {
        QUESTION,
        OPTION,
        PARAMETER,
        FINDING
    }

    /**
     * @param name as the rules write it: {@code participants}, {@code Team.FORMED}, {@code minimumParticipants}
     * @param insert what completion writes
     * @param label in the language of the page
     * @param other in the other language
     * @param note bounds, unit or value; may be empty
     * @param call of a finding the word that concludes it, such as {@code unmet}; else empty
     */
    record Name(String name, Kind kind, String insert, String label, String other, String note, String call) {}

    private final Locale locale;
    private final List<Name> names = new ArrayList<>();

    private Vocabulary(Locale locale) {
        this.locale = locale;
    }

    static List<Name> of(Edition edition, Locale locale) {
        Vocabulary vocabulary = new Vocabulary(locale);
        edition.questions().forEach(vocabulary::question);
        edition.parameters().values().forEach(vocabulary::parameter);
        edition.findings().forEach(vocabulary::finding);
        return List.copyOf(vocabulary.names);
    }

    private void question(Question question) {
        add(question.id(), Kind.QUESTION, question.id(), question.label(), bounds(question), "");
        for (Option option : question.options()) {
            String name = question.enumName() + "." + option.id();
            add(name, Kind.OPTION, name, option.label(), question.id(), "");
        }
    }

    private String bounds(Question question) {
        String least = question.min().map(Object::toString).orElse("");
        String most = question.max().map(Object::toString).orElse("");
        return question.type().isNumber()
                ? (least + "–" + most + " " + question.unit().in(locale)).strip()
                : "";
    }

    private void parameter(Parameter parameter) {
        String insert = parameter
                .keyQuestion()
                .map(key -> parameter.id() + "( " + key + " )")
                .orElse(parameter.id());
        String value = parameter.value().map(Object::toString).orElse("");
        add(
                parameter.id(),
                Kind.PARAMETER,
                insert,
                parameter.label(),
                (value + " " + parameter.unit().in(locale)).strip(),
                "");
    }

    private void finding(Finding finding) {
        add(finding.id(), Kind.FINDING, finding.id(), finding.words().title(), "", call(finding));
    }

    private static String call(Finding finding) {
        return finding instanceof Finding.Criterion
                ? "unmet"
                : finding.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private void add(String name, Kind kind, String insert, Text label, String note, String call) {
        boolean english = Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
        names.add(new Name(name, kind, insert, label.in(locale), english ? label.ja() : label.en(), note, call));
    }
}
