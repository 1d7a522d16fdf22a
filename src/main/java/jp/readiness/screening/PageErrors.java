package jp.readiness.screening;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import jp.readiness.library.NotInLibrary;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** A programme that is not there, or not on that day, is a page that is not there. */
@ControllerAdvice(basePackageClasses = PageErrors.class)
class PageErrors {

    @ExceptionHandler(NotInLibrary.class)
    void noSuchProgramme(HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.NOT_FOUND.value());
    }
}
