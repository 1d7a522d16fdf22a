package jp.readiness.screening;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.readiness.programme.Question;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** 「どの支援が合うか」: asks one question after the other and shows after each where one stands with every programme. */
@Controller
class FinderController {

    private final Finder finder;
    private final FinderPages pages;
    private final FormReader reader = new FormReader();

    FinderController(Finder finder, FinderPages pages) {
        this.finder = finder;
        this.pages = pages;
    }

    @PostMapping("/find")
    ResponseEntity<Void> begin() {
        return seeOther(new FinderLinks(finder.begin()).page());
    }

    /** An address that was typed or passed on: the search begins on the start page. */
    @GetMapping("/find")
    String start() {
        return "redirect:/";
    }

    @GetMapping("/find/{token}")
    String show(@PathVariable String token, @RequestParam Optional<String> ask, Model model) {
        FinderPage page = pages.page(finder.toEdit(token), token, ask);
        model.addAttribute("page", page);
        model.addAttribute(
                "address",
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString()
                        + page.links().page());
        if (page.field().isPresent()) {
            model.addAttribute("languageForm", "answers");
        }
        return "screening/finder";
    }

    /** @param question id of the question that the page asked */
    @PostMapping("/find/{token}")
    ResponseEntity<Void> answer(
            @PathVariable String token,
            @RequestParam String question,
            @RequestParam MultiValueMap<String, String> form) {
        FinderSheet sheet = finder.toEdit(token);
        List<Question> asked = sheet.asking(question).stream()
                .flatMap(standing -> standing.edition().question(question).stream())
                .toList();
        Map<String, Reply> replies = reader.read(asked, form);
        finder.save(sheet, replies);
        return seeOther(new FinderLinks(token).page());
    }

    @PostMapping("/find/{token}/programmes/{programme}")
    ResponseEntity<Void> choose(@PathVariable String token, @PathVariable String programme) {
        return seeOther(new SheetLinks(finder.choose(token, programme)).resume());
    }

    private static ResponseEntity<Void> seeOther(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(address))
                .build();
    }
}
