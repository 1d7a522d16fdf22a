package jp.readiness.account;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Decides on a log-in. An unknown username, a wrong password and an account that was closed get the same answer after
 * the same work.
 */
@Component
class LogIn implements AuthenticationProvider {

    private final Accounts accounts;
    private final Passwords passwords;
    private final LogInThrottle throttle;

    LogIn(Accounts accounts, Passwords passwords, LogInThrottle throttle) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String username = Username.fold(attempt.getName());
        String address = attempt.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "";
        Optional<Account> account = accounts.byUsername(username);
        Optional<Duration> wait = throttle.ask(username, address);
        if (wait.isPresent()) {
            accounts.logInRefused(account, "LOG_IN_THROTTLED");
            throw new TooManyAttempts(wait.get());
        }
        if (!fits(account, attempt.getCredentials())) {
            accounts.logInRefused(account, "LOG_IN_FAILED");
            throw new BadCredentialsException("no such username and password");
        }
        throttle.succeeded(username, address);
        StaffMember member = accounts.loggedIn(account.orElseThrow());
        return authenticated(member, attempt.getDetails());
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }

    private boolean fits(Optional<Account> account, @Nullable Object typed) {
        String password = typed == null ? "" : typed.toString();
        return account.filter(Account::enabled)
                .map(known -> passwords.fits(password, known))
                .orElseGet(() -> passwords.fitsNobody(password));
    }

    static Authentication authenticated(StaffMember member, @Nullable Object details) {
        UsernamePasswordAuthenticationToken done = UsernamePasswordAuthenticationToken.authenticated(
                member, null, member.roles().stream().map(Role::authority).toList());
        done.setDetails(details);
        return done;
    }
}
