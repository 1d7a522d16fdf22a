package jp.readiness.screening;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import jp.readiness.account.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The staff's home, which for those who screen is the list of the answers handed in, and each of these. Only who screens
 * gets to see an applicant's answers and contact.
 */
@Controller
@RequestMapping("/staff")
class DeskController {

    private final Desk desk;
    private final DeskPages pages;
    private final Clock clock;
    private final FormReader reader = new FormReader();

    DeskController(Desk desk, DeskPages pages, Clock clock) {
        this.desk = desk;
        this.pages = pages;
        this.clock = clock;
    }

    /** @param page from 1 */
    @GetMapping
    String home(
            @AuthenticationPrincipal StaffMember member,
            @RequestParam(defaultValue = "1") int page,
            Locale locale,
            Model model) {
        if (member.mayScreen()) {
            return list(page, locale, model);
        }
        model.addAttribute("roles", member.roles().stream().sorted().toList());
        return "staff/home";
    }

    private String list(int page, Locale locale, Model model) {
        long count = desk.count();
        int last = (int) Math.max(1, (count + Desk.PAGE_SIZE - 1) / Desk.PAGE_SIZE);
        int shown = Math.min(Math.max(1, page), last);
        model.addAttribute("count", count);
        model.addAttribute("today", desk.countSince(clock.instant(), sinceMidnight()));
        model.addAttribute("week", desk.countSince(clock.instant(), Duration.ofDays(7)));
        model.addAttribute("page", shown);
        model.addAttribute("last", last);
        model.addAttribute("size", Desk.PAGE_SIZE);
        model.addAttribute(
                "lines",
                desk.page(shown - 1).stream()
                        .map(row -> pages.line(row, locale))
                        .toList());
        return "screening/desk";
    }

    private Duration sinceMidnight() {
        return Duration.between(LocalTime.MIN, LocalTime.now(clock));
    }

    @GetMapping("/sheets/{id}")
    String read(@AuthenticationPrincipal StaffMember member, @PathVariable UUID id, Locale locale, Model model) {
        model.addAttribute("sheet", pages.sheet(desk.read(member, id), locale));
        return "screening/desk-sheet";
    }

    @PostMapping("/sheets/{id}/answers")
    String answer(
            @AuthenticationPrincipal StaffMember member,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> form,
            RedirectAttributes next) {
        OpenSheet sheet = desk.sheet(id);
        Map<String, Reply> replies = reader.read(Desk.staffQuestions(sheet), form);
        desk.answer(member, sheet, replies);
        boolean unread = replies.values().stream().anyMatch(Reply.Unread.class::isInstance);
        next.addFlashAttribute("said", unread ? "unread" : "saved");
        return "redirect:/staff/sheets/" + id;
    }

    /** The new links go to the next page that is shown, and to that one only. */
    @PostMapping("/sheets/{id}/links")
    String renewLinks(@AuthenticationPrincipal StaffMember member, @PathVariable UUID id, RedirectAttributes next) {
        String host =
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
        next.addFlashAttribute("newLinks", ResultLinks.forOwner(host, desk.renewLinks(member, id)));
        return "redirect:/staff/sheets/" + id;
    }
}
