package jp.readiness.folder;

import java.util.List;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Problem;

/**
 * What a rules folder holds, as {@link RulesFolderReader#read} found it.
 *
 * @param resolved every edition whose YAML could be read without an error, sorted by programme and first day in force
 * @param problems of all YAML files, sorted; an edition with an error is not among {@code resolved}
 */
public record RulesFolder(List<ResolvedEdition> resolved, List<Problem> problems) {
    public RulesFolder {
        resolved = List.copyOf(resolved);
        problems = problems.stream().sorted().toList();
    }

    public List<Edition> editions() {
        return resolved.stream().map(ResolvedEdition::edition).toList();
    }
}
