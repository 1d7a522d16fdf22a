package jp.readiness.system;

import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A word that nobody can guess, for the one page whose editor writes its style sheet while it runs and whose modules need
 * a map of their addresses: what carries the word may stand in that answer, and nothing else.
 */
public final class PageNonce {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 18;

    private PageNonce() {}

    /** Lets this answer carry scripts and styles with the nonce that is given back. */
    public static String allow(HttpServletResponse response) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String nonce = Base64.getEncoder().encodeToString(bytes);
        String own = "'self' 'nonce-" + nonce + "'";
        response.setHeader(
                SecurityHeaders.POLICY,
                SecurityHeaders.CONTENT_SECURITY_POLICY + "; script-src " + own + "; style-src " + own);
        return nonce;
    }
}
