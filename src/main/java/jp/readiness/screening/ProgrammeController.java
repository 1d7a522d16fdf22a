package jp.readiness.screening;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The first page and the page of each programme. */
@Controller
class ProgrammeController {

    private final Screening screening;

    ProgrammeController(Screening screening) {
        this.screening = screening;
    }

    @GetMapping("/")
    String start(Model model) {
        model.addAttribute(
                "programmes",
                screening.programmes().stream()
                        .map(adviser -> ProgrammePage.of(adviser.edition(), screening.today()))
                        .toList());
        return "screening/start";
    }

    @GetMapping("/programmes/{programme}")
    String programme(@PathVariable String programme, Model model) {
        model.addAttribute(
                "page", ProgrammePage.of(screening.programme(programme).edition(), screening.today()));
        return "screening/programme";
    }
}
