package jp.readiness.workbench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import jp.readiness.account.StaffMember;
import jp.readiness.folder.RulesArchive;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Editions out as ZIP and in as drafts. */
@Controller
class ExchangeController {

    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

    private final Exchange exchange;

    ExchangeController(Exchange exchange) {
        this.exchange = exchange;
    }

    @GetMapping("/staff/workbench/exchange")
    String show() {
        return "workbench/exchange";
    }

    @GetMapping("/staff/workbench/export")
    Object exportAll(@AuthenticationPrincipal StaffMember member, Locale locale, Model model) {
        try {
            return download(exchange.exportAll(member.id().toString()), "rules.zip");
        } catch (RulesArchive.Unusable e) {
            model.addAttribute("unusable", e.text().in(locale));
            return "workbench/exchange";
        }
    }

    @GetMapping("/staff/workbench/{programme}/{edition}/export")
    ResponseEntity<byte[]> export(
            @AuthenticationPrincipal StaffMember member, @PathVariable String programme, @PathVariable String edition) {
        return exchange.export(member.id().toString(), programme, edition)
                .map(zip -> download(zip, programme + "-" + edition + ".zip"))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ResponseEntity<byte[]> download(byte[] zip, String name) {
        return ResponseEntity.ok()
                .contentType(ZIP)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(zip);
    }

    @PostMapping("/staff/workbench/import")
    String take(
            @AuthenticationPrincipal StaffMember member,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Locale locale,
            Model model)
            throws IOException {
        try (InputStream zip = file == null ? InputStream.nullInputStream() : file.getInputStream()) {
            model.addAttribute("taken", exchange.take(member.id().toString(), zip));
        } catch (RulesArchive.Unusable e) {
            model.addAttribute("unusable", e.text().in(locale));
        } catch (Refused e) {
            model.addAttribute("refused", e.reason().name());
        }
        return "workbench/exchange";
    }
}
