package jp.readiness.screening;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * 「試す」: the result with some answers changed, and the way to keep them. A change that is no longer proposed, since the
 * answers have been changed in another window, leads back to the result.
 */
@Controller
@RequestMapping("/sheets/{token}/try/{change}")
class TrialController {

    private final Screening screening;
    private final Trials trials;
    private final ResultViews views;

    TrialController(Screening screening, Trials trials, ResultViews views) {
        this.screening = screening;
        this.trials = trials;
        this.views = views;
    }

    @GetMapping
    String show(@PathVariable String token, @PathVariable String change, Locale locale, Model model) {
        SheetLinks links = new SheetLinks(token);
        Optional<Trial> trial = trials.trial(screening.toEdit(token), change);
        if (trial.isEmpty()) {
            return "redirect:" + links.result();
        }
        model.addAttribute("trial", views.of(trial.get(), locale));
        model.addAttribute("links", links);
        return "screening/trial";
    }

    @PostMapping
    ResponseEntity<Void> keep(@PathVariable String token, @PathVariable String change) {
        trials.trial(screening.toEdit(token), change).ifPresent(trials::keep);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(new SheetLinks(token).result()))
                .build();
    }
}
