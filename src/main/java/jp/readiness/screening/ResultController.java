package jp.readiness.screening;

import java.util.Locale;
import jp.readiness.advice.Assessment;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The result: for the owner with all that can be done, and under the link to view with nothing but the advice. */
@Controller
class ResultController {

    private final Screening screening;
    private final Results results;
    private final ResultViews views;

    ResultController(Screening screening, Results results, ResultViews views) {
        this.screening = screening;
        this.results = results;
        this.views = views;
    }

    @GetMapping("/sheets/{token}/result")
    String owned(@PathVariable String token, Locale locale, Model model) {
        OpenSheet sheet = screening.toEdit(token);
        model.addAttribute("handedIn", results.handedIn(sheet).isPresent());
        return page(sheet, results.advise(sheet), ResultLinks.forOwner(host(), token), locale, model);
    }

    @GetMapping("/results/{token}")
    String viewed(@PathVariable String token, Locale locale, Model model) {
        OpenSheet sheet = screening.toView(token);
        model.addAttribute("handedIn", false);
        return page(sheet, screening.assess(sheet), ResultLinks.forViewer(host(), token), locale, model);
    }

    private String page(OpenSheet sheet, Assessment assessment, ResultLinks links, Locale locale, Model model) {
        model.addAttribute("result", views.of(assessment, sheet.edition(), sheet.answers(), locale));
        model.addAttribute("links", links);
        return "screening/result";
    }

    private static String host() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
    }
}
