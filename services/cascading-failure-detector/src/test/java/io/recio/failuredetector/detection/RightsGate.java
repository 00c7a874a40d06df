package io.recio.failuredetector.detection;

import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import java.net.HttpURLConnection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mock API server's answers: to whoever comes with the detector's token only within its rights, to others always. */
final class RightsGate extends KubernetesCrudDispatcher {

    static final String TOKEN = "detector";

    private final List<Right> rights;
    private final Set<Attempt> refused = ConcurrentHashMap.newKeySet();
    private final List<Attempt> asked = new CopyOnWriteArrayList<>();

    RightsGate(List<Right> rights) {
        this.rights = rights;
    }

    Set<Attempt> refused() {
        return refused;
    }

    /** How many times. */
    int asked(Attempt attempt) {
        return Collections.frequency(asked, attempt);
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        if (("Bearer " + TOKEN).equals(request.getHeader("Authorization"))) {
            Attempt attempt = Attempt.of(request);
            asked.add(attempt);
            if (rights.stream().noneMatch(right -> right.covers(attempt))) {
                refused.add(attempt);
                return new MockResponse()
                        .setResponseCode(HttpURLConnection.HTTP_FORBIDDEN)
                        .setBody("{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"code\":403}");
            }
        }
        return super.dispatch(request);
    }
}
