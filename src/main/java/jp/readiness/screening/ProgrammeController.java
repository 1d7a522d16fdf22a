package jp.readiness.screening;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The first page and the page of each programme. */
@Controller
class ProgrammeController {

    private final Screening screening;

    ProgrammeController(Screening screening) {
        this.screening = screening;
    }

    /** @param who id of the kind of applicant to show programmes for; all are shown without it */
    @GetMapping("/")
    String start(@RequestParam(name = "for") Optional<String> who, Model model) {
        List<ProgrammePage> programmes = screening.programmes().stream()
                .map(adviser -> ProgrammePage.of(adviser.edition(), screening.today()))
                .sorted(ProgrammePage.OPEN_FIRST)
                .toList();
        model.addAttribute("page", StartPage.of(programmes, who));
        return "screening/start";
    }

    @GetMapping("/programmes/{programme}")
    String programme(@PathVariable String programme, Model model) {
        model.addAttribute(
                "page", ProgrammePage.of(screening.programme(programme).edition(), screening.today()));
        return "screening/programme";
    }
}
