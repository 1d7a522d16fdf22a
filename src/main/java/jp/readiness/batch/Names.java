package jp.readiness.batch;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.readiness.batch.Columns.Column;
import jp.readiness.batch.Columns.Use;
import jp.readiness.programme.Question;
import jp.readiness.programme.Suggestion;
import org.jspecify.annotations.Nullable;

/** What a column may be called: a question's id or its label in either language, or a usual name for the applicant. */
final class Names {

    static final String APPLICANT = "applicant";
    static final String IGNORE = "ignore";

    private static final Set<String> APPLICANTS = Set.of(
            APPLICANT,
            "会社名",
            "企業名",
            "事業者名",
            "法人名",
            "団体名",
            "商号",
            "申込者",
            "申込者名",
            "申請者",
            "申請者名",
            "応募者",
            "応募者名",
            "氏名",
            "名前",
            "名称",
            "お名前",
            "company",
            "companyname",
            "company name",
            "name",
            "organisation",
            "organization");

    /** What a file of rejected rows says why; such a file can be read again. */
    static final List<String> REASONS = List.of("取り込めない理由", "reasons for rejection");

    /** Columns of other files of this program that no question needs. */
    private static final Set<String> OWN = Set.of("line", "行");

    private final Map<String, Optional<String>> questions = new HashMap<>();

    Names(List<Question> asked) {
        for (Question question : asked) {
            Set<String> names = new HashSet<>();
            names.add(folded(question.label().ja()));
            names.add(folded(question.label().en()));
            // a name that two questions have is none
            names.forEach(name -> questions.merge(name, Optional.of(question.id()), (one, other) -> Optional.empty()));
        }
        asked.forEach(question -> questions.put(folded(question.id()), Optional.of(question.id())));
    }

    /** What a header stands for. */
    Column column(int index, String header) {
        String name = folded(header);
        Optional<String> question = question(name);
        if (question.isPresent()) {
            return new Column(index, header, Use.QUESTION, question);
        }
        if (isApplicant(name)) {
            return new Column(index, header, Use.APPLICANT, Optional.empty());
        }
        boolean nobodys = name.isEmpty()
                || OWN.contains(name)
                || REASONS.stream().map(Names::folded).anyMatch(name::equals);
        return new Column(index, header, nobodys ? Use.IGNORED : Use.UNKNOWN, Optional.empty());
    }

    /** What somebody says by hand that a column is for; null if that is nothing we know. */
    @Nullable
    Column column(int index, String header, String target) {
        String name = folded(target);
        if (name.equals(IGNORE)) {
            return new Column(index, header, Use.IGNORED, Optional.empty());
        }
        if (name.equals(APPLICANT)) {
            return new Column(index, header, Use.APPLICANT, Optional.empty());
        }
        Optional<String> question = question(name);
        return question.isEmpty() ? null : new Column(index, header, Use.QUESTION, question);
    }

    private Optional<String> question(String name) {
        return questions.getOrDefault(name, Optional.empty());
    }

    private static boolean isApplicant(String name) {
        return APPLICANTS.stream().map(Names::folded).anyMatch(name::equals);
    }

    /** The question whose id or label is close to what a column is called. */
    Optional<String> closest(String header) {
        return Suggestion.closest(header, questions.keySet()).flatMap(this::question);
    }

    /** Width, case, spaces and what stands at the end of a question do not matter. */
    static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("\\p{Cf}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s_]", "")
                .replaceAll("[?。.:：※*]+$", "");
    }
}
