package io.recio.mainapp.page;

import io.recio.storage.json.DomainJson;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** One page with several addresses: each is answered with the same document; headers go on everything. */
@Singleton
class PageRoutes {

    private static final List<String> PAGES =
            List.of("/login", "/history", "/decisions", "/account", "/system", "/user", "/confirmed");

    /** Styles of the elements are constructed, scripts come from the bundle: nothing inline is needed. */
    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types lit-html default");

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", CONTENT_SECURITY_POLICY,
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin");

    void install(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(PageRoutes::addHeaders);
        PAGES.forEach(path -> router.get(path).handler(context -> context.reroute("/")));
        router.route("/api/*").order(Integer.MAX_VALUE).handler(PageRoutes::answerUnknown);
    }

    private static void addHeaders(RoutingContext context) {
        var headers = context.response().headers();
        HEADERS.forEach(headers::set);
        String path = context.normalizedPath();
        boolean hashedName = path.startsWith("/static/bundle/");
        headers.set(
                "Cache-Control",
                hashedName
                        ? "public, max-age=31536000, immutable"
                        : path.startsWith("/api/") ? "no-store" : "no-cache");
        context.next();
    }

    private static void answerUnknown(RoutingContext context) {
        context.response()
                .setStatusCode(404)
                .putHeader("Content-Type", "application/problem+json")
                .end(DomainJson.write(Map.of(
                        "type", "/problems/not-found",
                        "title", "Not found",
                        "status", 404,
                        "detail", "no such resource")));
    }
}
