package jp.readiness.system;

import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What the layout asks for on every page, whichever controller, error or log-in form shows it. */
@Component("layout")
class Layout {

    /** Link from the page that is being shown to the same page in Japanese. */
    public String inJapanese() {
        return pageIn("ja");
    }

    /** Link from the page that is being shown to the same page in English. */
    public String inEnglish() {
        return pageIn("en");
    }

    private static String pageIn(String language) {
        ServletRequestAttributes current = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
        return PageAddress.of(current.getRequest()).linkWith(LanguageSwitch.PARAMETER, language);
    }
}
