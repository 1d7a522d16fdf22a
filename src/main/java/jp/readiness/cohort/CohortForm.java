package jp.readiness.cohort;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What was typed to make or change a cohort, as typed, so that it is shown again where something is wrong.
 *
 * @param edition {@code programme/edition}
 */
record CohortForm(String name, String edition, String heldOn, String origin, String retentionUntil) {

    private static final int LONGEST_NAME = 200;
    private static final Pattern CONTROL = Pattern.compile(".*\\p{Cntrl}.*", Pattern.DOTALL);

    static CohortForm empty(String edition) {
        return new CohortForm("", edition, "", Origin.REAL.name(), "");
    }

    static CohortForm of(Cohort cohort) {
        return new CohortForm(
                cohort.name(),
                cohort.programme() + "/" + cohort.edition(),
                cohort.heldOn().map(LocalDate::toString).orElse(""),
                cohort.origin().name(),
                cohort.retentionUntil().map(LocalDate::toString).orElse(""));
    }

    static CohortForm of(Map<String, String> sent) {
        return new CohortForm(
                sent.getOrDefault("name", ""),
                sent.getOrDefault("edition", ""),
                sent.getOrDefault("heldOn", ""),
                sent.getOrDefault("origin", ""),
                sent.getOrDefault("retentionUntil", ""));
    }

    /** Field → end of the message's key, in the order of the page. */
    Map<String, String> problems(List<String> editions) {
        Map<String, String> problems = new LinkedHashMap<>();
        if (name.isBlank()) {
            problems.put("name", "missing");
        } else if (name.strip().length() > LONGEST_NAME) {
            problems.put("name", "too-long");
        } else if (CONTROL.matcher(name).matches()) {
            problems.put("name", "form");
        }
        if (!editions.contains(edition)) {
            problems.put("edition", "missing");
        }
        if (!isDay(heldOn)) {
            problems.put("heldOn", "form");
        }
        if (Optional.of(origin).filter(CohortForm::isOrigin).isEmpty()) {
            problems.put("origin", "missing");
        }
        if (!isDay(retentionUntil)) {
            problems.put("retentionUntil", "form");
        }
        return problems;
    }

    private static boolean isOrigin(String name) {
        return List.of(Origin.values()).stream()
                .anyMatch(origin -> origin.name().equals(name));
    }

    private static boolean isDay(String typed) {
        try {
            return day(typed)
                    .map(LocalDate::getYear)
                    .filter(year -> year < 1900 || year > 9999)
                    .isEmpty();
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static Optional<LocalDate> day(String typed) {
        return Optional.of(typed.strip()).filter(text -> !text.isEmpty()).map(LocalDate::parse);
    }

    /** Valid only if there are no problems. */
    Cohort.Plan plan() {
        String[] names = edition.split("/", 2);
        return new Cohort.Plan(
                names[0], names[1], name.strip(), day(heldOn), Origin.valueOf(origin), day(retentionUntil));
    }
}
