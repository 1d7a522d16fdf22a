package jp.readiness.rulebook;

import java.util.List;

/**
 * The DRL that is compiled: printed from our model, with positions for names. For {@code Applicant( participants <
 * Parameters.minimumParticipants )} it says {@code Facts( below(3, 0) )}.
 */
final class CanonicalDrl {

    static final String PACKAGE = "jp.readiness.rulebook.generated";

    private static final String RULE = """
            rule "%s"
            when
                Facts( %s )
            then
            end
            """;

    private CanonicalDrl() {}

    static String of(List<RuleModel> rules) {
        StringBuilder drl = new StringBuilder("package " + PACKAGE + ";\nimport " + Facts.class.getName() + ";\n");
        for (int i = 0; i < rules.size(); i++) {
            Condition condition = rules.get(i).condition();
            String constraint = condition.equals(Condition.ALWAYS) ? "" : condition.drl();
            drl.append(RULE.formatted(ruleName(i), constraint));
        }
        return drl.toString();
    }

    static String ruleName(int rule) {
        return "R" + rule;
    }
}
