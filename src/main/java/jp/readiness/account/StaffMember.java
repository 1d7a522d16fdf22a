package jp.readiness.account;

import java.util.Set;
import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Who is logged in; controllers get it by {@code @AuthenticationPrincipal}.
 *
 * @param id of the account: the actor in the audit log
 * @param username as shown on the page
 * @param mustChangePassword whether the password was given by somebody else and opens nothing but the page to change it
 * @param revision of the account at log-in: a later one ends it
 */
public record StaffMember(UUID id, String username, Set<Role> roles, boolean mustChangePassword, long revision)
        implements AuthenticatedPrincipal {

    public StaffMember {
        roles = Set.copyOf(roles);
    }

    @Override
    public String getName() {
        return username;
    }

    /** Whether the member may judge handed-in answers and help an applicant who lost the links. */
    public boolean mayScreen() {
        return roles.contains(Role.SCREENER) || roles.contains(Role.ADMINISTRATOR);
    }
}
