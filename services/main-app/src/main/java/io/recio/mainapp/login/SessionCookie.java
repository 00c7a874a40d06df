package io.recio.mainapp.login;

import io.recio.mainapp.MainAppConfig;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;

/** The cookie that carries a session: out of reach of scripts and of other sites. */
@Singleton
public class SessionCookie {

    private final MainAppConfig.Login config;

    SessionCookie(MainAppConfig config) {
        this.config = config.login();
    }

    public NewCookie of(Sessions.Opened opened, HttpServerRequest request) {
        return cookie(opened.token(), (int) config.sessionLife().toSeconds(), request);
    }

    NewCookie none(HttpServerRequest request) {
        return cookie("", 0, request);
    }

    /** Whether a cookie may travel by HTTPS only. */
    public boolean isSecure(HttpServerRequest request) {
        return config.secureCookie() || request.isSSL();
    }

    private NewCookie cookie(String token, int seconds, HttpServerRequest request) {
        return new NewCookie.Builder(Sessions.COOKIE)
                .value(token)
                .path("/")
                .maxAge(seconds)
                .httpOnly(true)
                .secure(isSecure(request))
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
