package jp.readiness.operation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.readiness.library.Library;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Tells staff which editions are live, and what is wrong in the rules folder, at its line and column. */
@Controller
class RulesPage {

    private final Library library;
    private final Clock clock;

    RulesPage(Library library, Clock clock) {
        this.library = library;
        this.clock = clock;
    }

    @GetMapping("/staff/rules")
    String show(Locale locale, Model model) {
        Set<String> inForce = library.current(LocalDate.now(clock)).stream()
                .map(adviser -> adviser.edition().name())
                .collect(Collectors.toSet());
        model.addAttribute(
                "editions",
                library.editions().stream()
                        .map(adviser -> EditionLine.of(adviser.edition(), inForce, locale))
                        .toList());
        model.addAttribute("errors", lines(Problem.Severity.ERROR, locale));
        model.addAttribute("warnings", lines(Problem.Severity.WARNING, locale));
        model.addAttribute("broken", BrokenEditions.of(library));
        return "operation/rules";
    }

    private List<ProblemLine> lines(Problem.Severity severity, Locale locale) {
        return library.problems().stream()
                .filter(problem -> problem.severity() == severity)
                .map(problem -> new ProblemLine(
                        problem.place().toString(),
                        problem.message().in(locale),
                        problem.hint().in(locale),
                        problem.code()))
                .toList();
    }

    /** @param version the first 12 of its 64 digits, enough to tell versions apart */
    record EditionLine(
            String title,
            String name,
            String version,
            LocalDate from,
            Optional<LocalDate> to,
            boolean inForce,
            int questions,
            int findings) {

        static EditionLine of(Edition edition, Set<String> inForce, Locale locale) {
            return new EditionLine(
                    edition.title().in(locale),
                    edition.name(),
                    edition.version()
                            .substring(0, Math.min(12, edition.version().length())),
                    edition.from(),
                    edition.to(),
                    inForce.contains(edition.name()),
                    edition.questions().size(),
                    edition.findings().size());
        }
    }

    /** @param place file:line:column */
    record ProblemLine(String place, String message, String hint, String code) {}
}
