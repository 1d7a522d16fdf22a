package jp.readiness.screening;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * The addresses of the page that finds a programme, from its root on.
 *
 * @param token key to edit the sheet
 */
record FinderLinks(String token) {

    public String page() {
        return UriComponentsBuilder.fromPath("/find/{token}")
                .buildAndExpand(token)
                .encode()
                .toUriString();
    }

    /** The page with a question that was answered before, to answer it anew. */
    public String again(String question) {
        return UriComponentsBuilder.fromPath("/find/{token}")
                .queryParam("ask", "{question}")
                .encode()
                .buildAndExpand(token, question)
                .toUriString();
    }

    /** Where one goes on with one programme. */
    public String choose(String programme) {
        return UriComponentsBuilder.fromPath("/find/{token}/programmes/{programme}")
                .encode()
                .buildAndExpand(token, programme)
                .toUriString();
    }
}
