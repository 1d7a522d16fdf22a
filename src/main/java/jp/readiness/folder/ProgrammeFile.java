package jp.readiness.folder;

import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.readiness.programme.Audience;
import jp.readiness.programme.Bands;
import jp.readiness.programme.Finding;
import jp.readiness.programme.Parameter;
import jp.readiness.programme.Section;
import jp.readiness.programme.Source;
import jp.readiness.programme.Text;

/**
 * What {@code programme.yaml} declares.
 *
 * @param sections those in use, in the order of their first question
 * @param questions those asked, and which of them are shared
 * @param findingIds ids of all findings, also of those with an error
 * @param isComplete whether questions and findings could be read at all, so that other files can be held against them
 */
record ProgrammeFile(
        Text title,
        Text summary,
        Dates dates,
        Text contact,
        List<Audience> audience,
        Steps steps,
        Bands bands,
        List<Section> sections,
        QuestionList questions,
        Map<String, Parameter> parameters,
        Map<String, Source> sources,
        List<Finding> findings,
        Set<String> findingIds,
        boolean isComplete) {

    static final String FILE = "programme.yaml";
}
