package jp.readiness.account;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What a staff member may do beside reading. */
public enum Role {
    /** Judges handed-in answers. */
    SCREENER,
    /** Drafts changes of rules, words and thresholds. */
    POLICY_EDITOR,
    /** Lets a draft go live. */
    POLICY_APPROVER,
    /** Makes accounts; may do what a screener may. */
    ADMINISTRATOR;

    GrantedAuthority authority() {
        return new SimpleGrantedAuthority("ROLE_" + name());
    }
}
