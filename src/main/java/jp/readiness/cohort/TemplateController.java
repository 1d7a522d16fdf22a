package jp.readiness.cohort;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import jp.readiness.advice.Adviser;
import jp.readiness.batch.Template;
import jp.readiness.table.Format;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The empty table of a cohort's edition, to be filled in and brought back. */
@Controller
class TemplateController {

    private final Cohorts cohorts;
    private final Judging judging;

    TemplateController(Cohorts cohorts, Judging judging) {
        this.cohorts = cohorts;
        this.judging = judging;
    }

    @GetMapping("/staff/cohorts/{id}/template.{ending:csv|xlsx}")
    ResponseEntity<byte[]> template(@PathVariable UUID id, @PathVariable String ending, Locale locale)
            throws IOException {
        Cohort cohort = cohorts.find(id).orElseThrow(NoSuchCohort::new);
        Adviser adviser = judging.adviser(cohort).orElseThrow(NoSuchCohort::new);
        Format format = ending.equals("csv") ? Format.CSV : Format.XLSX;
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        new Template(adviser.edition(), locale).write(format, file);
        return Download.of(file.toByteArray(), cohort.programme() + "-" + cohort.edition() + "." + ending, format);
    }
}
