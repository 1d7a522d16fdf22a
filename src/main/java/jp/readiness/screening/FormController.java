package jp.readiness.screening;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.readiness.programme.Section;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The form. Every page is shown by GET from what is stored, and every POST stores and leads on by 303: so a reload, the
 * back button, a double click or another language show what is stored and change nothing.
 */
@Controller
class FormController {

    private final Screening screening;
    private final Finder finder;
    private final ApplicantActs acts;
    private final FormPages pages;
    private final FormReader reader = new FormReader();

    FormController(Screening screening, Finder finder, ApplicantActs acts, FormPages pages) {
        this.screening = screening;
        this.finder = finder;
        this.acts = acts;
        this.pages = pages;
    }

    @PostMapping("/programmes/{programme}/sheets")
    ResponseEntity<Void> begin(@PathVariable String programme, @RequestParam Optional<String> example) {
        String token = screening.begin(programme, example.filter(id -> !id.isBlank()));
        return seeOther(new SheetLinks(token).resume());
    }

    /** The first section that is not done yet; the first of all when every one is. Without a programme, where one finds it. */
    @GetMapping("/sheets/{token}")
    ResponseEntity<Void> resume(@PathVariable String token) {
        if (finder.isWithoutProgramme(token)) {
            return seeOther(new FinderLinks(token).page());
        }
        OpenSheet sheet = screening.toEdit(token);
        List<Section> sections = FormPages.sections(sheet.edition());
        Section section = sections.stream()
                .filter(s -> !FormPages.questions(sheet, s.id()).stream().allMatch(sheet::isReplied))
                .findFirst()
                .or(() -> sections.stream().findFirst())
                .orElseThrow(NoSuchPage::new);
        return seeOther(new SheetLinks(token).section(section.id()));
    }

    @GetMapping("/sheets/{token}/questions/{section}")
    String show(@PathVariable String token, @PathVariable String section, Model model) {
        OpenSheet sheet = screening.toEdit(token);
        model.addAttribute("page", pages.page(sheet, token, section));
        model.addAttribute("languageForm", "answers");
        return "screening/form";
    }

    /** @param go where to go on: see {@link FormWay} */
    @PostMapping("/sheets/{token}/questions/{section}")
    ResponseEntity<Void> save(
            @PathVariable String token,
            @PathVariable String section,
            @RequestParam(defaultValue = "") String go,
            @RequestParam MultiValueMap<String, String> form) {
        OpenSheet saved = store(token, section, form);
        return seeOther(new FormWay(saved, new SheetLinks(token)).from(section, go));
    }

    /**
     * What the page sends by itself after each change, when the browser runs scripts.
     *
     * @param typing while one is still typing; then nothing on the page moves
     */
    @PostMapping(path = "/sheets/{token}/questions/{section}", headers = "HX-Request")
    String autosave(
            @PathVariable String token,
            @PathVariable String section,
            @RequestParam(defaultValue = "false") boolean typing,
            @RequestParam MultiValueMap<String, String> form,
            Model model) {
        OpenSheet saved = store(token, section, form);
        model.addAttribute("page", pages.page(saved, token, section));
        model.addAttribute("typing", typing);
        return "screening/saved";
    }

    private OpenSheet store(String token, String section, MultiValueMap<String, String> form) {
        OpenSheet sheet = screening.toEdit(token);
        FormPages.index(FormPages.sections(sheet.edition()), section);
        Map<String, Reply> replies = reader.read(FormPages.questions(sheet, section), form);
        return acts.save(sheet, replies);
    }

    private static ResponseEntity<Void> seeOther(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(address))
                .build();
    }
}
