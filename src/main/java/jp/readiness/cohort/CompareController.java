package jp.readiness.cohort;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.readiness.advice.Adviser;
import jp.readiness.advice.Verdict;
import jp.readiness.library.Library;
import jp.readiness.programme.Edition;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Two cohorts side by side, or one cohort by two editions, and then who would come out otherwise. */
@Controller
class CompareController {

    private static final int MOST_FLIPS = 200;

    private final Cohorts cohorts;
    private final CohortPages pages;
    private final Judging judging;
    private final Library library;

    CompareController(Cohorts cohorts, CohortPages pages, Judging judging, Library library) {
        this.cohorts = cohorts;
        this.pages = pages;
        this.judging = judging;
        this.library = library;
    }

    record Side(String title, String programme, int members, CohortPage.Picture picture) {}

    /** @param reason the main one by the other edition */
    record Flip(UUID id, String name, Verdict now, Verdict then, Optional<String> reason) {}

    /**
     * @param with id of another cohort, or empty
     * @param edition {@code programme/edition} to judge this cohort by, or empty
     */
    @GetMapping("/staff/cohorts/{id}/compare")
    ModelAndView compare(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String with,
            @RequestParam(defaultValue = "") String edition,
            Locale locale) {
        Cohort cohort = cohorts.find(id).orElseThrow(NoSuchCohort::new);
        cohorts.judge(cohort);
        Map<String, Object> model = new HashMap<>();
        model.put("cohort", cohort);
        model.put("left", side(cohort, locale));
        model.put("others", others(cohort));
        model.put("editions", editions(cohort));
        model.put("with", with);
        model.put("edition", edition);
        other(with).ifPresent(other -> {
            cohorts.judge(other);
            model.put("right", side(other, locale));
        });
        editions(cohort).stream()
                .filter(known -> known.name().equals(edition))
                .findFirst()
                .flatMap(known -> library.edition(known.programme(), known.id()))
                .ifPresent(adviser -> byEdition(cohort, adviser, model, locale));
        return new ModelAndView("cohort/compare", model);
    }

    private Side side(Cohort cohort, Locale locale) {
        List<Member> members = cohorts.members(cohort.id());
        return new Side(cohort.name(), pages.programme(cohort), members.size(), pages.picture(cohort, locale));
    }

    private void byEdition(Cohort cohort, Adviser adviser, Map<String, Object> model, Locale locale) {
        List<Member> members = cohorts.members(cohort.id());
        Map<UUID, Projection> then = judging.by(adviser, members);
        CohortWords words = new CohortWords(cohort, Optional.of(adviser.edition()), locale);
        model.put(
                "right",
                new Side(
                        cohort.name(),
                        words.programme(),
                        members.size(),
                        pages.picture(Tally.of(members, then), words, locale)));
        List<Flip> flips = new ArrayList<>();
        for (Member member : members) {
            Projection other = then.get(member.id());
            if (other != null) {
                member.projection()
                        .filter(now -> now.verdict() != other.verdict())
                        .ifPresent(now -> flips.add(new Flip(
                                member.id(), member.name(), now.verdict(), other.verdict(), reason(other, words))));
            }
        }
        model.put("flipCount", flips.size());
        model.put("flips", flips.stream().limit(MOST_FLIPS).toList());
    }

    private static Optional<String> reason(Projection projection, CohortWords words) {
        List<String> ids = new ArrayList<>(projection.unmet());
        ids.addAll(projection.fired());
        return words.mainReason(ids);
    }

    private Optional<Cohort> other(String id) {
        return others().stream()
                .filter(other -> other.id().toString().equals(id))
                .findFirst();
    }

    private List<Cohort> others() {
        return cohorts.all().stream().map(Cohorts.Line::cohort).toList();
    }

    private List<Cohort> others(Cohort cohort) {
        return others().stream()
                .filter(other -> !other.id().equals(cohort.id()))
                .toList();
    }

    /** The other editions of the same programme: they ask nearly the same questions. */
    private List<Edition> editions(Cohort cohort) {
        return library.editions().stream()
                .map(Adviser::edition)
                .filter(edition -> edition.programme().equals(cohort.programme()))
                .filter(edition -> !edition.id().equals(cohort.edition()))
                .toList();
    }
}
