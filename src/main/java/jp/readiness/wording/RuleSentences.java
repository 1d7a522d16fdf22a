package jp.readiness.wording;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Finding;
import jp.readiness.programme.Question;
import jp.readiness.rulebook.Conclusion;
import jp.readiness.rulebook.Formula;
import jp.readiness.rulebook.Formula.All;
import jp.readiness.rulebook.Formula.Any;
import jp.readiness.rulebook.Formula.Compared;
import jp.readiness.rulebook.Quantity;
import jp.readiness.rulebook.RuleParts;

/**
 * Reads a rule aloud. The sentence is made of the model that is compiled, so that it says what the rule does, whatever
 * the author's comment says: 「何名で参加しますか」の答えが「最少参加人数」(2名)より少ないとき、必須条件「2名以上の参加」を満たしません。
 */
public final class RuleSentences {

    private final Edition edition;
    private final Words words;
    private final QuantityWords quantities;

    public RuleSentences(Edition edition, Words words) {
        this.edition = edition;
        this.words = words;
        this.quantities = new QuantityWords(words);
    }

    public String of(RuleParts rule) {
        String conclusions =
                joined("conclusions.and", rule.conclusions().stream().map(this::conclusion));
        return rule.formula().equals(new All(List.of()))
                ? capital(say("always", conclusions))
                : capital(say("when", condition(rule.formula()), conclusions));
    }

    /** The condition alone, as it stands before とき and after "when". */
    public String condition(Formula formula) {
        if (formula instanceof All all) {
            return joined("and", all.parts().stream().map(this::part));
        }
        if (formula instanceof Any any) {
            return joined("or", any.parts().stream().map(this::part));
        }
        return compared((Compared) formula);
    }

    private String part(Formula formula) {
        return formula instanceof Compared ? condition(formula) : say("group", condition(formula));
    }

    private String compared(Compared compared) {
        String left = quantities.say(compared.left(), "");
        String key = key(compared);
        if (key.equals("open") || key.equals("answered")) {
            return say(key, left);
        }
        return say(key, left, quantities.say(compared.right(), unit(compared)));
    }

    private static String key(Compared compared) {
        boolean number = isNumber(compared.left());
        return switch (compared.operator()) {
            case "==" -> number ? "equal" : "is";
            case "!=" -> number ? "unequal" : "is-not";
            case "<" -> "below";
            case "<=" -> "at-most";
            case ">" -> "above";
            case ">=" -> "at-least";
            case "in" -> "in";
            case "not in" -> "not-in";
            case "contains" -> "contains";
            case "not contains" -> "not-contains";
            case "memberOf" -> "member";
            case "not memberOf" -> "not-member";
            case "matches" -> "matches";
            case "not matches" -> "not-matches";
            case "== null" -> "open";
            case "!= null" -> "answered";
            default -> throw new IllegalStateException(compared.operator());
        };
    }

    private static boolean isNumber(Quantity quantity) {
        return quantity instanceof Quantity.OfQuestion asked
                ? asked.question().type().isNumber()
                : !(quantity instanceof Quantity.OfOption || quantity instanceof Quantity.OfText);
    }

    /** A bare number on the right has the unit of the question on the left. */
    private String unit(Compared compared) {
        return Optional.of(compared.left())
                .filter(Quantity.OfQuestion.class::isInstance)
                .map(asked -> ((Quantity.OfQuestion) asked).question())
                .map(Question::unit)
                .map(words::in)
                .orElse("");
    }

    private String conclusion(Conclusion conclusion) {
        Finding finding = edition.finding(conclusion.finding()).orElseThrow();
        String title = words.in(finding.words().title());
        if (finding instanceof Finding.Grant grant) {
            String amount = conclusion
                    .amount()
                    .map(given -> quantities.say(given, words.in(grant.unit())))
                    .orElse("");
            return say("grant", title, amount);
        }
        return say(key(finding), title);
    }

    private static String key(Finding finding) {
        if (finding instanceof Finding.Criterion criterion) {
            return criterion.required() ? "required" : "recommended";
        }
        return finding.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private String say(String key, Object... arguments) {
        return words.say("sentence." + key, arguments);
    }

    private String joined(String key, Stream<String> parts) {
        return words.joined("sentence." + key, parts);
    }

    /** English sentences begin with a capital; Japanese knows none. */
    private static String capital(String sentence) {
        return sentence.isEmpty()
                ? sentence
                : sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }
}
