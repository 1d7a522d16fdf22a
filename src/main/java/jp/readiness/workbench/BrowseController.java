package jp.readiness.workbench;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.readiness.advice.Adviser;
import jp.readiness.library.Library;
import jp.readiness.programme.Edition;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The programmes with their editions, and the rules of each edition, read aloud. */
@Controller
class BrowseController {

    private final Library library;
    private final RulePages pages;
    private final RuleCounts counts;
    private final Drafts drafts;
    private final Clock clock;

    BrowseController(Library library, RulePages pages, RuleCounts counts, Drafts drafts, Clock clock) {
        this.counts = counts;
        this.drafts = drafts;
        this.library = library;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/staff/workbench")
    String programmes(Locale locale, Model model) {
        Set<String> inForce = inForce();
        List<ProgrammeLine> programmes = library.editions().stream()
                .collect(Collectors.groupingBy(
                        adviser -> adviser.edition().programme(), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> new ProgrammeLine(
                        entry.getKey(),
                        entry.getValue().stream()
                                .map(adviser -> EditionLine.of(adviser, inForce, locale))
                                .sorted(Comparator.comparing(EditionLine::from).reversed())
                                .toList()))
                .toList();
        model.addAttribute("programmes", programmes);
        model.addAttribute("drafts", drafts.open());
        return "workbench/programmes";
    }

    /** @param counted whether to say how often each rule fires among past applicants, which takes a moment */
    @GetMapping("/staff/workbench/{programme}/{edition}")
    String rules(
            @PathVariable String programme,
            @PathVariable String edition,
            @RequestParam(defaultValue = "false") boolean counted,
            Locale locale,
            Model model) {
        Adviser adviser = library.edition(programme, edition)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        boolean used = inForce().contains(adviser.edition().name());
        model.addAttribute(
                "page", pages.of(adviser, used, counted ? Optional.of(counts.of(adviser)) : Optional.empty(), locale));
        return "workbench/rules";
    }

    private Set<String> inForce() {
        return library.current(LocalDate.now(clock)).stream()
                .map(adviser -> adviser.edition().name())
                .collect(Collectors.toSet());
    }

    record ProgrammeLine(String id, List<EditionLine> editions) {}

    record EditionLine(
            String programme,
            String id,
            String title,
            LocalDate from,
            String days,
            boolean inForce,
            int rules,
            int questions,
            int scenarios) {

        static EditionLine of(Adviser adviser, Set<String> inForce, Locale locale) {
            Edition edition = adviser.edition();
            return new EditionLine(
                    edition.programme(),
                    edition.id(),
                    edition.title().in(locale),
                    edition.from(),
                    edition.from() + " – "
                            + edition.to().map(LocalDate::toString).orElse(""),
                    inForce.contains(edition.name()),
                    adviser.ruleBook().rules().size(),
                    edition.questions().size(),
                    edition.scenarios().size());
        }
    }
}
