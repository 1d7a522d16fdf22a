package jp.readiness.screening;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.readiness.programme.Audience;
import jp.readiness.programme.Option;

/**
 * The first page: programmes, and the kinds of applicants that one can narrow them down to.
 *
 * @param total how many programmes there are, whatever is shown
 * @param kinds the options of the question by which most programmes say whom they are for
 * @param chosen id of the kind shown; empty for all
 */
record StartPage(List<ProgrammePage> programmes, int total, List<Option> kinds, Optional<String> chosen) {

    /** @param who id of a kind; one that there is not shows all */
    static StartPage of(List<ProgrammePage> all, Optional<String> who) {
        Optional<String> question = commonest(all);
        List<Option> kinds = question.map(q -> kinds(all, q)).orElse(List.of());
        Optional<String> chosen =
                who.filter(id -> kinds.stream().anyMatch(kind -> kind.id().equals(id)));
        List<ProgrammePage> shown = all.stream()
                .filter(page -> chosen.isEmpty() || takes(page, question.orElseThrow(), chosen.get()))
                .toList();
        return new StartPage(shown, all.size(), kinds, chosen);
    }

    private static Optional<String> commonest(List<ProgrammePage> all) {
        Map<String, Long> programmes = all.stream()
                .flatMap(page -> page.edition().audience().stream())
                .collect(Collectors.groupingBy(Audience::question, Collectors.counting()));
        return programmes.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }

    /** Those that some programme takes, as the first programme that asks words them. */
    private static List<Option> kinds(List<ProgrammePage> all, String question) {
        return all.stream()
                .flatMap(page -> page.edition().question(question).stream())
                .findFirst()
                .map(asked -> asked.options().stream()
                        .filter(option -> all.stream().anyMatch(page -> takes(page, question, option.id())))
                        .toList())
                .orElse(List.of());
    }

    private static boolean takes(ProgrammePage page, String question, String kind) {
        return page.edition().audience().stream()
                .filter(audience -> audience.question().equals(question))
                .allMatch(audience -> audience.allowed().contains(kind));
    }
}
