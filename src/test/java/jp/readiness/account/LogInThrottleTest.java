package jp.readiness.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.readiness.SettableClock;
import org.junit.jupiter.api.Test;

class LogInThrottleTest {

    private final SettableClock clock = new SettableClock();
    private final LogInThrottle throttle = new LogInThrottle(clock);

    private boolean granted(String username, String address) {
        return throttle.ask(username, address).isEmpty();
    }

    /** Tries once a second for that long, each from another address, and counts those that are granted. */
    private int grantedWithin(Duration time) {
        int granted = 0;
        for (int second = 0; second < time.toSeconds(); second++) {
            granted += granted("admin", "10.0." + second % 250 + "." + second % 249) ? 1 : 0;
            clock.pass(Duration.ofSeconds(1));
        }
        return granted;
    }

    @Test
    void five_tries_are_granted_and_the_sixth_waits_twelve_seconds() {
        for (int i = 0; i < 5; i++) {
            assertThat(granted("admin", "10.0.0.1")).isTrue();
        }
        assertThat(throttle.ask("admin", "10.0.0.1")).contains(Duration.ofSeconds(12));
        clock.pass(Duration.ofSeconds(12));
        assertThat(granted("admin", "10.0.0.1")).isTrue();
    }

    @Test
    void waiting_grows_with_the_number_of_tries() {
        int firstMinute = grantedWithin(Duration.ofMinutes(1));
        int nextTenMinutes = grantedWithin(Duration.ofMinutes(10));
        int nextHour = grantedWithin(Duration.ofHours(1));

        assertThat(firstMinute).isBetween(9, 10);
        assertThat(nextTenMinutes).isBetween(8, 12);
        assertThat(nextHour).isBetween(5, 9);
    }

    @Test
    void a_day_of_guessing_gives_fewer_than_a_hundred_tries() {
        assertThat(grantedWithin(Duration.ofDays(1))).isLessThan(85);
    }

    @Test
    void being_refused_does_not_lengthen_the_wait() {
        for (int i = 0; i < 100; i++) {
            granted("admin", "10.0.0.1");
        }
        assertThat(throttle.ask("admin", "10.0.0.2")).contains(Duration.ofSeconds(12));
    }

    @Test
    void an_address_that_tries_many_usernames_is_slowed_down_too() {
        int granted = 0;
        for (int i = 0; i < 200; i++) {
            granted += granted("user" + i, "10.0.0.1") ? 1 : 0;
        }
        assertThat(granted).isEqualTo(30);
        assertThat(granted("user1", "10.0.0.2")).isTrue();
    }

    @Test
    void the_addresses_of_one_ipv6_network_count_as_one() {
        int granted = 0;
        for (int i = 0; i < 200; i++) {
            granted += granted("user" + i, "2001:db8:0:1::" + Integer.toHexString(i)) ? 1 : 0;
        }
        assertThat(granted).isEqualTo(30);
        assertThat(granted("user1", "2001:db8:0:2::1")).isTrue();
    }

    @Test
    void a_log_in_that_succeeds_gives_its_tries_back() {
        for (int i = 0; i < 200; i++) {
            assertThat(granted("admin", "10.0.0.1")).isTrue();
            throttle.succeeded("admin", "10.0.0.1");
        }
    }

    @Test
    void tries_at_the_same_moment_do_not_slip_through() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Callable<Boolean>> tries = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                String address = "10.0.0." + i;
                tries.add(() -> granted("admin", address));
            }
            int granted = 0;
            for (Future<Boolean> done : threads.invokeAll(tries)) {
                granted += done.get() ? 1 : 0;
            }
            assertThat(granted).isEqualTo(5);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void made_up_usernames_do_not_fill_the_memory_nor_free_the_address() {
        for (int i = 0; i < 20_000; i++) {
            granted("user" + i, "10.0.0.1");
        }
        assertThat(granted("other", "10.0.0.1")).isFalse();
    }
}
