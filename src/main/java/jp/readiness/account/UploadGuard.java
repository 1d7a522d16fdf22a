package jp.readiness.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import jp.readiness.system.UploadGate;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes forms with files from those alone who may screen, and none that is too large. It stands before the check of the
 * form's key, which reads the form and so would have the files written to the disk first.
 */
class UploadGuard extends OncePerRequestFilter {

    /** A whole register goes to the runs, two tables are matched, and one table is taken in anywhere else. */
    private static final DataSize ONE_TABLE = DataSize.ofMegabytes(9);

    private static final DataSize TWO_TABLES = DataSize.ofMegabytes(17);

    private final DataSize largest;

    UploadGuard(DataSize largest) {
        this.largest = largest;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !UploadGate.holdsFiles(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who == null || !(who.getPrincipal() instanceof StaffMember member)) {
            response.sendRedirect(request.getContextPath() + LogInPages.ADDRESS + "?said=form-expired");
        } else if (!mayUpload(member, path(request))) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (request.getContentLengthLong() < 0) {
            response.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
        } else if (request.getContentLengthLong() > most(request).toBytes()) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Who screens, except to the workbench: there who writes rules. */
    private static boolean mayUpload(StaffMember member, String path) {
        return isWorkbench(path) ? member.roles().contains(Role.POLICY_EDITOR) : member.mayScreen();
    }

    private static boolean isWorkbench(String path) {
        return path.startsWith("/staff/drafts/") || path.startsWith("/staff/workbench/");
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private DataSize most(HttpServletRequest request) {
        String path = path(request);
        if (path.startsWith("/staff/runs")) {
            return largest;
        }
        return path.startsWith("/staff/matches") ? TWO_TABLES : ONE_TABLE;
    }
}
