package jp.readiness.workbench;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import jp.readiness.account.StaffMember;
import jp.readiness.account.StaffNames;
import jp.readiness.advice.Adviser;
import jp.readiness.library.Library;
import jp.readiness.library.Published;
import jp.readiness.wording.Words;
import jp.readiness.workbench.Differences.Change;
import jp.readiness.workbench.Draft.Origin;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was published for an edition, when, by whom and why; and the way back to any of it. */
@Controller
class HistoryController {

    private final Library library;
    private final Drafts drafts;
    private final Publishing publishing;
    private final StaffNames names;
    private final MessageSource messages;
    private final Clock clock;

    HistoryController(
            Library library,
            Drafts drafts,
            Publishing publishing,
            StaffNames names,
            MessageSource messages,
            Clock clock) {
        this.library = library;
        this.drafts = drafts;
        this.publishing = publishing;
        this.names = names;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/staff/workbench/{programme}/{edition}/history")
    String history(@PathVariable String programme, @PathVariable String edition, Locale locale, Model model) {
        List<Published> history = library.history(programme, edition);
        if (history.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Optional<Adviser> live = library.edition(programme, edition);
        model.addAttribute("programme", programme);
        model.addAttribute("edition", edition);
        model.addAttribute(
                "title",
                live.map(adviser -> adviser.edition().title().in(locale)).orElse(programme));
        model.addAttribute(
                "lines",
                history.stream()
                        .map(published ->
                                line(published, live.map(a -> a.edition().version())))
                        .toList());
        return "workbench/history";
    }

    private Line line(Published published, Optional<String> live) {
        return new Line(
                published.number(),
                published.hash(),
                LocalDateTime.ofInstant(published.at(), clock.getZone()),
                names.of(published.by()),
                published.approvedBy().map(names::of).orElse(""),
                published.reason(),
                published.origin().name(),
                live.filter(published.hash()::equals).isPresent());
    }

    @GetMapping("/staff/workbench/{programme}/{edition}/history/{number}")
    String differences(
            @PathVariable String programme,
            @PathVariable String edition,
            @PathVariable String number,
            Locale locale,
            Model model) {
        Published published = published(programme, edition, number);
        model.addAttribute("programme", programme);
        model.addAttribute("edition", edition);
        model.addAttribute("line", line(published, Optional.empty()));
        model.addAttribute("changes", changes(programme, edition, published, locale));
        model.addAttribute(
                "texts",
                TextDifference.between(
                        published
                                .previous()
                                .flatMap(hash -> library.files(programme, edition, hash))
                                .<Map<String, String>>map(files -> files)
                                .orElse(Map.of()),
                        library.files(programme, edition, published.hash()).orElseThrow()));
        library.edition(programme, edition)
                .filter(live -> !live.edition().version().equals(published.hash()))
                .ifPresent(live -> goingBack(live, published, locale, model));
        return "workbench/differences";
    }

    /** What going back would change beside the live version. */
    private void goingBack(Adviser live, Published published, Locale locale, Model model) {
        String programme = live.edition().programme();
        String edition = live.edition().id();
        model.addAttribute("live", live.edition().version());
        model.addAttribute(
                "backChanges",
                library.version(programme, edition, published.hash())
                        .map(then -> Differences.between(live, then, new Words(messages, locale)))
                        .orElse(List.of()));
        model.addAttribute(
                "backTexts",
                TextDifference.between(
                        library.files(programme, edition, live.edition().version())
                                .orElseThrow(),
                        library.files(programme, edition, published.hash()).orElseThrow()));
    }

    private List<Change> changes(String programme, String edition, Published published, Locale locale) {
        Optional<Adviser> before = published.previous().flatMap(hash -> library.version(programme, edition, hash));
        Optional<Adviser> after = library.version(programme, edition, published.hash());
        return before.isPresent() && after.isPresent()
                ? Differences.between(before.get(), after.get(), new Words(messages, locale))
                : List.of();
    }

    /** Back to an earlier version at once. @param live hash of the version that was live on the page */
    @PostMapping("/staff/workbench/{programme}/{edition}/history/{number}/go-back")
    String goBack(
            @AuthenticationPrincipal StaffMember member,
            @PathVariable String programme,
            @PathVariable String edition,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String live,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        Published published = published(programme, edition, number);
        next.addAttribute("programme", programme);
        next.addAttribute("edition", edition);
        try {
            publishing.goBack(member.id().toString(), programme, edition, published.hash(), live, reason);
            next.addFlashAttribute("said", "published");
            return "redirect:/staff/workbench/{programme}/{edition}/history";
        } catch (Refused e) {
            next.addFlashAttribute("refused", e.reason().name());
            next.addFlashAttribute("reason", reason);
            next.addAttribute("number", number);
            return "redirect:/staff/workbench/{programme}/{edition}/history/{number}";
        }
    }

    private Published published(String programme, String edition, String number) {
        return library.history(programme, edition).stream()
                .filter(each -> Long.toString(each.number()).equals(number))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Back to an earlier version: an ordinary draft with its content, one click from the request for approval. */
    @PostMapping("/staff/workbench/{programme}/{edition}/history/{hash}/restore")
    String restore(
            @AuthenticationPrincipal StaffMember member,
            @PathVariable String programme,
            @PathVariable String edition,
            @PathVariable String hash,
            RedirectAttributes next) {
        SortedMap<String, String> files = library.files(programme, edition, hash)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Optional<String> live = library.edition(programme, edition)
                .map(adviser -> adviser.edition().version());
        Draft draft = drafts.make(member.id().toString(), programme, edition, live, Origin.RESTORED, files);
        next.addAttribute("id", draft.id());
        return "redirect:/staff/drafts/{id}";
    }

    /** @param origin FOLDER or ONLINE */
    record Line(
            long number,
            String hash,
            LocalDateTime at,
            String by,
            String approvedBy,
            String reason,
            String origin,
            boolean live) {}
}
