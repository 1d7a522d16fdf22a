package jp.readiness.folder;

import java.util.List;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Match;
import jp.readiness.programme.Problem;

/**
 * What a rules folder holds, as {@link RulesFolderReader#read} found it.
 *
 * @param resolved every edition of a programme whose YAML could be read without an error, sorted by programme and first
 *     day in force
 * @param matches every edition of a match, likewise
 * @param problems of all YAML files, sorted; an edition with an error is not among {@code resolved} or {@code matches}
 */
public record RulesFolder(List<ResolvedEdition> resolved, List<Match> matches, List<Problem> problems) {
    public RulesFolder {
        resolved = List.copyOf(resolved);
        matches = List.copyOf(matches);
        problems = problems.stream().sorted().toList();
    }

    public List<Edition> editions() {
        return resolved.stream().map(ResolvedEdition::edition).toList();
    }
}
