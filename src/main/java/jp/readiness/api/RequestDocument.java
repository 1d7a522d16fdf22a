package jp.readiness.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import jp.readiness.answers.AnswerDocument;
import jp.readiness.programme.Question;
import org.springframework.http.HttpStatus;

/** Reads the answer sheet in the body of a request, and no more of it than a sheet may have. */
final class RequestDocument {

    private RequestDocument() {}

    /** @throws Refusal if anything in it is wrong */
    static AnswerDocument read(HttpServletRequest request, List<Question> questions) throws IOException {
        if (request.getContentLengthLong() > AnswerDocument.MAX_BYTES) {
            throw tooLarge();
        }
        byte[] body = request.getInputStream().readNBytes(AnswerDocument.MAX_BYTES + 1);
        if (body.length > AnswerDocument.MAX_BYTES) {
            throw tooLarge();
        }
        AnswerDocument document = AnswerDocument.read(body, questions);
        if (!document.problems().isEmpty()) {
            throw new Refusal(HttpStatus.BAD_REQUEST, ProblemResponse.NOT_UNDERSTOOD, document.problems());
        }
        return document;
    }

    private static Refusal tooLarge() {
        return new Refusal(HttpStatus.CONTENT_TOO_LARGE, AnswerDocument.tooLarge());
    }
}
