package jp.readiness.screening;

import static org.assertj.core.api.Assertions.assertThat;

import jp.readiness.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Links to copy lead to the address that was set, whatever host a request names. */
@SmallServer
@TestPropertySource(
        properties = {
            "readiness.public-address=https://advisor.example",
            "spring.datasource.url=jdbc:h2:mem:public-address"
        })
class PublicAddressTest {

    @LocalServerPort
    private int port;

    @Test
    void links_to_copy_have_the_address_that_was_set() {
        Visitor visitor = new Visitor(port);
        String sheet = visitor.target(visitor.postWithout("/programmes/camp/sheets"));

        String link = ">https://advisor.example" + sheet + "<";
        assertThat(visitor.get(sheet + "/questions/about").body())
                .contains(link)
                .doesNotContain("localhost", "127.0.0.1");
        assertThat(visitor.get(sheet + "/result").body()).contains(link).doesNotContain("localhost", "127.0.0.1");
    }
}
