package jp.readiness.account;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Sign-in by the account of one's organisation, at a provider of OpenID Connect. Off while there is no issuer.
 *
 * @param issuer address of the provider, below which {@code .well-known/openid-configuration} is found
 * @param name what the log-in page calls it, such as {@code 県庁アカウント}; empty for the general word
 * @param scopes beside {@code openid}
 * @param usernameClaim the claim that becomes the username: it must not be of its owner's own choosing
 * @param groupsClaim the claim that lists groups or roles; dots lead into objects ({@code realm_access.roles})
 * @param groups which of them give which role; where none is named, roles are given on the accounts page alone
 * @param firstLogIn what happens to somebody whom the provider knows and we do not
 * @param algorithm by which the provider signs
 */
@ConfigurationProperties("readiness.sign-in")
record SignInSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("") String name,
        @DefaultValue({"profile", "email"}) List<String> scopes,
        @DefaultValue("preferred_username") String usernameClaim,
        @DefaultValue("groups") String groupsClaim,
        @DefaultValue Groups groups,
        @DefaultValue("CREATE") FirstLogIn firstLogIn,
        @DefaultValue("RS256") String algorithm) {

    enum FirstLogIn {
        /** Gets an account. */
        CREATE,
        /** Is refused, unless an administrator has made an account of that name which was never used. */
        REFUSE
    }

    /** The names of the provider's groups by the role they give. */
    record Groups(
            @DefaultValue List<String> screener,
            @DefaultValue List<String> policyEditor,
            @DefaultValue List<String> policyApprover,
            @DefaultValue List<String> administrator) {

        private Map<Role, List<String>> byRole() {
            Map<Role, List<String>> groups = new EnumMap<>(Role.class);
            groups.put(Role.SCREENER, screener);
            groups.put(Role.POLICY_EDITOR, policyEditor);
            groups.put(Role.POLICY_APPROVER, policyApprover);
            groups.put(Role.ADMINISTRATOR, administrator);
            return groups;
        }
    }

    boolean isOn() {
        return !issuer.isBlank();
    }

    /** Whether the provider decides on roles. */
    boolean mapsRoles() {
        return groups.byRole().values().stream().anyMatch(names -> !names.isEmpty());
    }

    Set<Role> rolesOf(Set<String> memberOf) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        groups.byRole().forEach((role, names) -> {
            if (names.stream().anyMatch(memberOf::contains)) {
                roles.add(role);
            }
        });
        return roles;
    }
}
