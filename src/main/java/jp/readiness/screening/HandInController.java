package jp.readiness.screening;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jp.readiness.retention.Retention;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Handing an answer sheet in to the office, and deleting it. Both lead on by 303 and may be sent twice: the second time
 * hands in the same again, or finds the sheet gone.
 */
@Controller
class HandInController {

    private final Screening screening;
    private final Results results;
    private final ApplicantActs acts;
    private final Retention retention;
    private final Clock clock;

    HandInController(Screening screening, Results results, ApplicantActs acts, Retention retention, Clock clock) {
        this.screening = screening;
        this.results = results;
        this.acts = acts;
        this.retention = retention;
        this.clock = clock;
    }

    @GetMapping("/sheets/{token}/hand-in")
    ModelAndView form(@PathVariable String token) {
        OpenSheet sheet = screening.toEdit(token);
        HandInForm form = results.handedIn(sheet)
                .map(HandedIn::contact)
                .map(HandInForm::of)
                .orElse(HandInForm.EMPTY);
        return form(sheet, token, form, List.of(), HttpStatus.OK);
    }

    @PostMapping("/sheets/{token}/hand-in")
    ModelAndView handIn(
            @PathVariable String token, @RequestParam Map<String, String> sent, @RequestParam Optional<String> lang) {
        OpenSheet sheet = screening.toEdit(token);
        HandInForm form = HandInForm.of(sent);
        if (lang.isPresent()) {
            return form(sheet, token, form, List.of(), HttpStatus.OK); // only another language was asked for
        }
        List<HandInForm.Problem> problems = form.problems();
        if (!problems.isEmpty()) {
            return form(sheet, token, form, problems, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        acts.handIn(sheet, form.contact());
        return seeOther(new SheetLinks(token).handedIn());
    }

    private ModelAndView form(
            OpenSheet sheet, String token, HandInForm form, List<HandInForm.Problem> problems, HttpStatus status) {
        boolean closed = sheet.edition().window().isClosedOn(LocalDate.now(clock));
        return new ModelAndView(
                "screening/hand-in",
                Map.of(
                        "page",
                        new HandInPage(
                                sheet.edition(),
                                new SheetLinks(token),
                                form,
                                problems,
                                closed,
                                retention.term(sheet.sheet().id())),
                        "languageForm",
                        "hand-in"),
                status);
    }

    @GetMapping("/sheets/{token}/handed-in")
    ModelAndView handedIn(@PathVariable String token, Locale locale) {
        OpenSheet sheet = screening.toEdit(token);
        SheetLinks links = new SheetLinks(token);
        return results.handedIn(sheet)
                .map(handedIn -> new ModelAndView(
                        "screening/handed-in",
                        Map.of(
                                "edition", sheet.edition(),
                                "links", links,
                                "contact", handedIn.contact(),
                                "at", time(handedIn, locale))))
                .orElseGet(() -> seeOther(links.handIn()));
    }

    private String time(HandedIn handedIn, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(locale)
                .format(handedIn.handedInAt().atZone(clock.getZone()));
    }

    @GetMapping("/sheets/{token}/delete")
    String confirm(@PathVariable String token, Model model) {
        OpenSheet sheet = screening.toEdit(token);
        model.addAttribute("edition", sheet.edition());
        model.addAttribute("links", new SheetLinks(token));
        model.addAttribute("handedIn", results.handedIn(sheet).isPresent());
        return "screening/delete";
    }

    @PostMapping("/sheets/{token}/delete")
    ModelAndView delete(@PathVariable String token) {
        acts.delete(token);
        return seeOther("/sheets/deleted");
    }

    @GetMapping("/sheets/deleted")
    String deleted() {
        return "screening/deleted";
    }

    private static ModelAndView seeOther(String address) {
        RedirectView redirect = new RedirectView(address, true);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        redirect.setExposeModelAttributes(false);
        return new ModelAndView(redirect);
    }
}
