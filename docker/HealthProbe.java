import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks the server in this container whether it can serve: exit code 0 if so. The base image has no curl. */
public final class HealthProbe {

    private HealthProbe() {}

    public static void main(String[] args) throws Exception {
        String port = System.getenv().getOrDefault("MANAGEMENT_SERVER_PORT", System.getenv().getOrDefault("SERVER_PORT", "8080"));
        URI address = URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
        Duration patience = Duration.ofSeconds(4);
        HttpRequest request = HttpRequest.newBuilder(address).timeout(patience).build();
        int status = HttpClient.newBuilder().connectTimeout(patience).build()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
        System.exit(status == 200 ? 0 : 1);
    }
}
