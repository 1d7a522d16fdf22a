package jp.readiness.cohort;

import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** For who cannot take up a QR code: the code that stands on the screen of the room is typed in. */
@Controller
@RequestMapping("/c")
class CodeController {

    private static final int SHOWN = 40;

    private final Orientation orientation;

    CodeController(Orientation orientation) {
        this.orientation = orientation;
    }

    @GetMapping
    ModelAndView type(@RequestParam(defaultValue = "") String code) {
        Optional<Cohort.HandIn> found = orientation.find(code).flatMap(Cohort::handIn);
        if (found.isPresent()) {
            return new ModelAndView("redirect:/c/" + found.get().code());
        }
        boolean wrong = !code.isBlank();
        return new ModelAndView(
                "cohort/code",
                Map.of("typed", code.substring(0, Math.min(SHOWN, code.length())), "wrong", wrong),
                wrong ? HttpStatus.NOT_FOUND : HttpStatus.OK);
    }
}
