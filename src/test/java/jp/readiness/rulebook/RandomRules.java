package jp.readiness.rulebook;

import java.util.List;
import java.util.Random;

/** Conditions by chance, over the questions of the small edition. */
final class RandomRules {

    private static final List<String> COMPARISONS = List.of("==", "!=", "<", "<=", ">", ">=");

    private final Random random;
    private int bindings;

    RandomRules(long seed) {
        this.random = new Random(seed);
    }

    /** So many rules, called by their numbers. */
    String drl(int rules) {
        StringBuilder drl = new StringBuilder();
        for (int i = 0; i < rules; i++) {
            drl.append("rule \"" + i + "\"\nwhen\n    " + patterns(3))
                    .append("\nthen\n    advice.signal( \"no-data\" );\nend\n");
        }
        return drl.toString();
    }

    /** Patterns of a rule, nested at most so deep. */
    private String patterns(int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return pattern();
        }
        return switch (random.nextInt(6)) {
            case 0 -> "not( " + patterns(depth - 1) + " )";
            case 1 -> "exists( " + patterns(depth - 1) + " )";
            case 2 -> "( " + patterns(depth - 1) + " or " + patterns(depth - 1) + " )";
            case 3 -> "( " + patterns(depth - 1) + " and " + patterns(depth - 1) + " )";
            default -> join();
        };
    }

    private String pattern() {
        String first = condition(2);
        return "Applicant( " + (random.nextBoolean() ? first : first + ", " + condition(1)) + " )";
    }

    private String join() {
        String name = "$n" + bindings++;
        return "( Applicant( " + name + " : participants, " + condition(1) + " ) and Applicant( staff " + comparison()
                + " " + name + " ) )";
    }

    private String condition(int depth) {
        if (depth == 0) {
            return leaf();
        }
        return switch (random.nextInt(5)) {
            case 0 -> "!( " + condition(depth - 1) + " )";
            case 1 -> "( " + condition(depth - 1) + " || " + condition(depth - 1) + " )";
            case 2 -> "( " + condition(depth - 1) + " && " + condition(depth - 1) + " )";
            default -> leaf();
        };
    }

    private String leaf() {
        return any(List.of(
                "participants " + comparison() + " Parameters.minimumParticipants",
                "participants " + comparison() + " 3",
                "staff " + comparison() + " Parameters.half",
                "capital " + comparison() + " Parameters.half",
                "capital " + comparison() + " Parameters.smeCapitalLimit( industry )",
                "staff " + comparison() + " participants",
                "participants + staff " + comparison() + " 5",
                "( participants * Parameters.half - staff ) " + comparison() + " Parameters.half",
                "participants / Parameters.minimumParticipants " + comparison() + " staff",
                "min( participants, staff, Parameters.最少参加人数 ) " + comparison() + " 1",
                "max( participants, staff ) " + comparison() + " 5",
                "参加人数 " + comparison() + " Parameters.最少参加人数",
                "participants in ( 1, 3, 5 )",
                "participants not in ( 1, 3, 5 )",
                "hasData",
                "!hasData",
                "wantsIt == false",
                "hasData != wantsIt",
                "executiveCommitment == ExecutiveCommitment.COMMITTED",
                "executiveCommitment != ExecutiveCommitment.COMMITTED",
                "executiveCommitment in ( ExecutiveCommitment.NONE, ExecutiveCommitment.IN_WORDS )",
                "industry not in ( Industry.RETAIL, Industry.SERVICES )",
                "経営層の約束 == 経営層の約束.約束している",
                "tools contains Tools.EXCEL",
                "tools not contains Tools.CLOUD",
                "remark == \"急ぐ\"",
                "remark != \"a\"",
                "remark matches \"a.*\"",
                "remark not matches \"[ab]+\""));
    }

    private String comparison() {
        return any(COMPARISONS);
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
