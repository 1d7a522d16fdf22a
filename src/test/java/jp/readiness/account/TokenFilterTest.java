package jp.readiness.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import jp.readiness.RunningServer;
import jp.readiness.audit.Audit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;

@RunningServer
class TokenFilterTest {

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private Accounts accounts;

    @Autowired
    private TestStaff staff;

    @Test
    void a_token_that_calls_too_often_waits_while_others_go_on() throws Exception {
        TokenFilter filter = new TokenFilter(tokens, 2);
        String busy = secret();
        assertThat(call(filter, busy).getStatus()).isEqualTo(200);
        assertThat(call(filter, busy).getStatus()).isEqualTo(200);

        MockHttpServletResponse refused = call(filter, busy);

        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(Integer.parseInt(String.valueOf(refused.getHeader("Retry-After"))))
                .isBetween(1, 60);
        assertThat(call(filter, secret()).getStatus()).isEqualTo(200);
    }

    private String secret() {
        Account owner = accounts.byUsername(staff.member(Role.SCREENER)).orElseThrow();
        return tokens.make(Audit.SYSTEM, owner.id(), "busy", Duration.ofDays(1)).secret();
    }

    private static MockHttpServletResponse call(TokenFilter filter, String secret) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/programmes");
        request.addHeader("Authorization", "Bearer " + secret);
        MockHttpServletResponse response = new MockHttpServletResponse();
        try {
            filter.doFilter(request, response, new MockFilterChain());
        } finally {
            SecurityContextHolder.clearContext();
        }
        return response;
    }
}
