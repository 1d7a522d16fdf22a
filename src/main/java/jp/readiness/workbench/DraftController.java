package jp.readiness.workbench;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import jp.readiness.account.StaffMember;
import jp.readiness.system.PageNonce;
import jp.readiness.workbench.Drafts.Saving;
import jp.readiness.workbench.Refused.Reason;
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

/** The page of a draft, and all that one does with it. */
@Controller
class DraftController {

    private static final String DRAFT = "redirect:/staff/drafts/{id}";

    private final Drafts drafts;
    private final DraftPages pages;
    private final Publishing publishing;

    DraftController(Drafts drafts, DraftPages pages, Publishing publishing) {
        this.drafts = drafts;
        this.pages = pages;
        this.publishing = publishing;
    }

    @PostMapping("/staff/workbench/{programme}/{edition}/drafts")
    String open(
            @AuthenticationPrincipal StaffMember member,
            @PathVariable String programme,
            @PathVariable String edition,
            RedirectAttributes next) {
        Draft draft = drafts.open(actor(member), programme, edition)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        next.addAttribute("id", draft.id());
        return DRAFT;
    }

    /** @param checked whether to look for dead and doubled rules too, as after "check" */
    @GetMapping("/staff/drafts/{id}")
    String show(
            @AuthenticationPrincipal StaffMember member,
            @PathVariable String id,
            @RequestParam(defaultValue = DraftFile.RULES) String file,
            @RequestParam(defaultValue = "false") boolean checked,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("nonce", PageNonce.allow(response));
        model.addAttribute("page", pages.of(draft(id), file, checked, member, locale));
        return "workbench/draft";
    }

    @PostMapping("/staff/drafts/{id}/files/{file}")
    String save(
            @AuthenticationPrincipal StaffMember member,
            @PathVariable String id,
            @PathVariable String file,
            @RequestParam String text,
            @RequestParam long revision,
            RedirectAttributes next,
            Model model) {
        Draft draft = draft(id);
        try {
            Saving saving = drafts.save(actor(member), draft.id(), file, text, revision);
            if (saving.theirs().isPresent()) {
                return conflict(draft, saving.theirs().get(), text, model);
            }
        } catch (Refused e) {
            return notSaved(draft, file, text, e.reason(), model);
        }
        next.addAttribute("file", file);
        next.addAttribute("checked", true);
        return back(id, next, "saved");
    }

    /** Both texts, and what differs: nobody's is overwritten unseen. */
    private String conflict(Draft draft, DraftFile theirs, String mine, Model model) {
        model.addAttribute("draft", draft);
        model.addAttribute("theirs", theirs);
        model.addAttribute("by", pages.name(theirs.changedBy()));
        model.addAttribute("mine", mine);
        model.addAttribute("lines", TextDifference.lines(theirs.text(), mine.replace("\r\n", "\n")));
        return "workbench/conflict";
    }

    private static String notSaved(Draft draft, String file, String mine, Reason reason, Model model) {
        model.addAttribute("draft", draft);
        model.addAttribute("file", file);
        model.addAttribute("mine", mine);
        model.addAttribute("reason", reason.name());
        return "workbench/not-saved";
    }

    @PostMapping("/staff/drafts/{id}/submit")
    String submit(
            @AuthenticationPrincipal StaffMember member,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String from,
            RedirectAttributes next) {
        return act(id, next, "submitted", draft -> publishing.ask(actor(member), draft, reason, day(from)));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException e) {
            throw new Refused(Reason.BAD_DAY);
        }
    }

    /** The authors take their request back. */
    @PostMapping("/staff/drafts/{id}/take-back")
    String takeBack(@AuthenticationPrincipal StaffMember member, @PathVariable String id, RedirectAttributes next) {
        return act(id, next, "taken-back", draft -> drafts.sendBack(actor(member), draft.id(), ""));
    }

    @PostMapping("/staff/drafts/{id}/send-back")
    String sendBack(
            @AuthenticationPrincipal StaffMember member,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String remark,
            RedirectAttributes next) {
        return act(id, next, "sent-back", draft -> drafts.sendBack(actor(member), draft.id(), remark));
    }

    /** @param revision of the draft that was read */
    @PostMapping("/staff/drafts/{id}/approve")
    String approve(
            @AuthenticationPrincipal StaffMember member,
            @PathVariable String id,
            @RequestParam long revision,
            RedirectAttributes next) {
        String said = publishing.waits(draft(id)) ? "approved" : "published";
        return act(id, next, said, draft -> publishing.approve(actor(member), draft.id(), revision));
    }

    @PostMapping("/staff/drafts/{id}/rebase")
    String rebase(@AuthenticationPrincipal StaffMember member, @PathVariable String id, RedirectAttributes next) {
        return act(id, next, "rebased", draft -> drafts.rebase(actor(member), draft.id()));
    }

    @PostMapping("/staff/drafts/{id}/discard")
    String discard(@AuthenticationPrincipal StaffMember member, @PathVariable String id, RedirectAttributes next) {
        return act(id, next, "discarded", draft -> drafts.discard(actor(member), draft.id()));
    }

    private interface Act {
        void on(Draft draft);
    }

    private String act(String id, RedirectAttributes next, String said, Act act) {
        try {
            act.on(draft(id));
            return back(id, next, said);
        } catch (Refused e) {
            next.addFlashAttribute("refused", e.reason().name());
            next.addAttribute("id", id);
            return DRAFT;
        }
    }

    private static String back(String id, RedirectAttributes next, String said) {
        next.addFlashAttribute("said", said);
        next.addAttribute("id", id);
        return DRAFT;
    }

    private Draft draft(String id) {
        try {
            return drafts.find(UUID.fromString(id))
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no draft", e);
        }
    }

    private static String actor(StaffMember member) {
        return member.id().toString();
    }
}
