package jp.readiness.cohort;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of a cohort. While answers arrive it asks for news by itself. */
@Controller
@RequestMapping("/staff/cohorts/{id}")
class CohortController {

    /** What htmx takes for "there will be no more": it shows the answer and stops asking. */
    private static final HttpStatusCode LAST_NEWS = HttpStatusCode.valueOf(286);

    private final Cohorts cohorts;
    private final CohortPages pages;

    CohortController(Cohorts cohorts, CohortPages pages) {
        this.cohorts = cohorts;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID id, @RequestParam Map<String, String> sent, Locale locale) {
        int waiting = pages.look(find(id));
        return page("cohort/page", find(id), waiting, sent, locale);
    }

    /**
     * The part of the page that changes as answers arrive.
     *
     * @param seen revision that the page shows; nothing comes back while it is the latest
     */
    @GetMapping("/live")
    Object news(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") long seen,
            @RequestParam Map<String, String> sent,
            Locale locale) {
        Cohort cohort = find(id);
        int waiting = pages.look(cohort);
        Cohort now = find(id);
        boolean live = pages.isLive(now, waiting);
        if (live && now.revision() == seen) {
            return ResponseEntity.noContent().build();
        }
        ModelAndView news = page("cohort/page :: live", now, waiting, sent, locale);
        news.setStatus(live ? HttpStatus.OK : LAST_NEWS);
        return news;
    }

    private ModelAndView page(String view, Cohort cohort, int waiting, Map<String, String> sent, Locale locale) {
        Filter filter = Filter.of(sent);
        CohortPage page = pages.page(cohort, waiting, filter, locale);
        return new ModelAndView(view, Map.of("page", page, "list", page.list(), "filter", filter));
    }

    private Cohort find(UUID id) {
        return cohorts.find(id).orElseThrow(NoSuchCohort::new);
    }
}
