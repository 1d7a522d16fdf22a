package jp.readiness.system;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressFormTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://advisor.example", "http://10.0.0.1:8080/", "https://xn--r8jz45g.example:8443"})
    void scheme_host_and_port_are_an_address(String address) {
        assertThatCode(() -> new PublicAddress(address)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "advisor.example",
                "ftp://a.example",
                "https://a.example/path",
                "https://me@a.example",
                "https://"
            })
    void anything_else_stops_the_start(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> new PublicAddress(address));
    }
}
