package jp.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRuleOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The Chromium of this machine; {@code @EnabledIf("jp.readiness.Chromium#isInstalled")} skips tests where it is none. */
public final class Chromium implements AutoCloseable {

    /** Widths of window in which every page must work. */
    public enum Window {
        PHONE(360, 740),
        DESKTOP(1280, 800);

        private final int width;
        private final int height;

        Window(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    private static final List<Path> PLACES = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser")
            .map(Path::of)
            .toList();
    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    private final Playwright playwright = Playwright.create();
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(PLACES.stream()
                            .filter(Files::isExecutable)
                            .findFirst()
                            .orElseThrow())
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));

    public static boolean isInstalled() {
        return PLACES.stream().anyMatch(Files::isExecutable);
    }

    /** A window of its own, without cookies; what a page logs as an error fails the test. */
    public Page open(Window window) {
        return open(window, true);
    }

    /** A window in which pages cannot run scripts. */
    public Page openWithoutScripts(Window window) {
        return open(window, false);
    }

    private Page open(Window window, boolean scripts) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(window.width, window.height)
                .setJavaScriptEnabled(scripts)
                .setReducedMotion(ReducedMotion.REDUCE));
        Page page = context.newPage();
        page.onPageError(error -> {
            throw new AssertionError(error);
        });
        return page;
    }

    /** Keeps a picture of the whole page in {@code target/screenshots}. */
    public static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    public static void assertAccessible(Page page) {
        // a rule that axe leaves out unless asked: who speaks to the page says what stands on the button
        AxeRunOptions options = new AxeRunOptions();
        options.setRules(Map.of("label-content-name-mismatch", enabled()));
        assertThat(new AxeBuilder(page)
                        .options(options).analyze().getViolations().stream()
                                .map(rule -> rule.getId() + " "
                                        + rule.getNodes().get(0).getHtml())
                                .toList())
                .as(page.url())
                .isEmpty();
    }

    private static AxeRuleOptions enabled() {
        AxeRuleOptions enabled = new AxeRuleOptions();
        enabled.setEnabled(true);
        return enabled;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
