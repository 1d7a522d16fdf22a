package jp.readiness.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RateLimitTest {

    private final RateLimit limit = new RateLimit(2);

    @Test
    void an_address_that_sends_too_much_is_told_how_long_to_wait() throws Exception {
        assertThat(send("POST", "192.0.2.1").getStatus()).isEqualTo(200);
        assertThat(send("POST", "192.0.2.1").getStatus()).isEqualTo(200);

        MockHttpServletResponse refused = send("POST", "192.0.2.1");

        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getContentType()).startsWith("application/problem+json");
        assertThat(Integer.parseInt(String.valueOf(refused.getHeader("Retry-After"))))
                .isBetween(1, 60);
    }

    @Test
    void others_and_readers_are_not_held_up() throws Exception {
        for (int i = 0; i < 5; i++) {
            send("POST", "192.0.2.1");
        }
        assertThat(send("POST", "192.0.2.2").getStatus()).isEqualTo(200);
        assertThat(send("GET", "192.0.2.1").getStatus()).isEqualTo(200);
        assertThat(send("DELETE", "192.0.2.1").getStatus()).isEqualTo(200);
    }

    @Test
    void one_network_of_the_new_addresses_counts_as_one() throws Exception {
        for (int i = 0; i < 2; i++) {
            send("POST", "2001:db8::" + i);
        }
        assertThat(send("POST", "2001:db8::ffff").getStatus()).isEqualTo(429);
        assertThat(send("POST", "2001:db8:0:1::1").getStatus()).isEqualTo(200);
    }

    private MockHttpServletResponse send(String method, String address) throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest(method, "/api/v1/programmes/camp/assessments");
        request.setRemoteAddr(address);
        MockHttpServletResponse response = new MockHttpServletResponse();
        limit.doFilter(request, response, new MockFilterChain());
        return response;
    }
}
