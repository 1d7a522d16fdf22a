package jp.readiness.workbench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.readiness.account.Role;
import jp.readiness.account.StaffMember;
import jp.readiness.folder.YamlScalars;
import jp.readiness.folder.YamlScalars.Scalar;
import jp.readiness.workbench.Drafts.Saving;
import jp.readiness.workbench.ItemForm.Item;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Words, numbers and weights of a draft as forms, for those who would rather not read YAML. */
@Controller
@RequestMapping("/staff/drafts/{id}/forms")
class ItemFormController {

    private final Drafts drafts;
    private final DraftPages pages;

    ItemFormController(Drafts drafts, DraftPages pages) {
        this.drafts = drafts;
        this.pages = pages;
    }

    @GetMapping
    String show(
            @AuthenticationPrincipal StaffMember member,
            @PathVariable String id,
            @RequestParam(defaultValue = ItemForm.GENERAL) String item,
            Model model) {
        Draft draft = draft(id);
        DraftFile file = file(draft);
        return page(draft, file, YamlScalars.of(file.text()), item, Map.of(), file.revision(), member, model);
    }

    /** @param revision of the file that the form was made of */
    @PostMapping
    String save(
            @AuthenticationPrincipal StaffMember member,
            @PathVariable String id,
            @RequestParam String item,
            @RequestParam long revision,
            @RequestParam Map<String, String> sent,
            RedirectAttributes next,
            Model model) {
        Draft draft = draft(id);
        DraftFile file = file(draft);
        Optional<List<Scalar>> scalars = YamlScalars.of(file.text());
        ItemForm form = ItemForm.of(item, scalars.orElse(List.of()), sent);
        Optional<String> text = form.isRight() ? form.write(file.text()) : Optional.empty();
        if (text.isEmpty()) {
            model.addAttribute("trouble", form.isRight() ? "place" : "wrong");
            return page(draft, file, scalars, item, sent, revision, member, model);
        }
        try {
            Saving saving = drafts.save(member.id().toString(), draft.id(), file.name(), text.get(), revision);
            if (saving.theirs().isPresent()) {
                model.addAttribute("trouble", "meanwhile");
                return page(draft, file, scalars, item, sent, file.revision(), member, model);
            }
        } catch (Refused e) {
            model.addAttribute("trouble", "refused");
            model.addAttribute("reason", e.reason().name());
            return page(draft, file, scalars, item, sent, revision, member, model);
        }
        next.addAttribute("id", id);
        next.addAttribute("item", item);
        next.addFlashAttribute("saved", true);
        return "redirect:/staff/drafts/{id}/forms";
    }

    private String page(
            Draft draft,
            DraftFile file,
            Optional<List<Scalar>> scalars,
            String wanted,
            Map<String, String> sent,
            long revision,
            StaffMember member,
            Model model) {
        List<Item> items = scalars.map(ItemForm::items).orElse(List.of());
        model.addAttribute("draft", draft);
        model.addAttribute("readable", scalars.isPresent());
        model.addAttribute("items", items);
        model.addAttribute(
                "item", items.stream().filter(each -> each.id().equals(wanted)).findFirst());
        model.addAttribute("form", ItemForm.of(wanted, scalars.orElse(List.of()), sent));
        model.addAttribute("revision", revision);
        model.addAttribute("by", pages.name(file.changedBy()));
        model.addAttribute("writable", draft.isEditable() && member.roles().contains(Role.POLICY_EDITOR));
        return "workbench/forms";
    }

    private DraftFile file(Draft draft) {
        return drafts.files(draft).stream()
                .filter(file -> file.name().equals(DraftFile.PROGRAMME))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Draft draft(String id) {
        try {
            return drafts.find(UUID.fromString(id))
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no draft", e);
        }
    }
}
