package jp.readiness.system;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Where the address is set under which visitors reach this server, every link with a host is made from it, and what a
 * request says of its host is not believed.
 */
class PublicAddress extends OncePerRequestFilter {

    private final URI address;

    /**
     * @param address scheme, host and, if need be, port: {@code https://advisor.example}
     * @throws IllegalArgumentException for anything else
     */
    PublicAddress(String address) {
        this.address = URI.create(address);
        if (!address.matches("https?://[^/?#@]+/?") || this.address.getHost() == null) {
            throw new IllegalArgumentException(
                    "readiness.public-address must be like https://advisor.example, without a path: " + address);
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Addressed(request), response);
    }

    private final class Addressed extends HttpServletRequestWrapper {

        Addressed(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getScheme() {
            return address.getScheme();
        }

        @Override
        public String getServerName() {
            return address.getHost();
        }

        @Override
        public int getServerPort() {
            int standard = isSecure() ? 443 : 80;
            return address.getPort() < 0 ? standard : address.getPort();
        }

        @Override
        public boolean isSecure() {
            return address.getScheme().equals("https");
        }

        @Override
        public StringBuffer getRequestURL() {
            return new StringBuffer(address.getScheme() + "://" + address.getAuthority() + getRequestURI());
        }
    }
}
