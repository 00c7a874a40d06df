-- A person of an identity provider is known by issuer and subject, never by a name (decision 0047). The password's hash of such
-- a user is that of a random nobody was told; no password proves them.
ALTER TABLE auth.users ADD COLUMN oidc_issuer text;
ALTER TABLE auth.users ADD COLUMN oidc_subject text;
ALTER TABLE auth.users ADD CONSTRAINT users_oidc_person_whole
    CHECK ((oidc_issuer IS NULL) = (oidc_subject IS NULL));
CREATE UNIQUE INDEX users_by_oidc_person ON auth.users (oidc_issuer, oidc_subject);

-- Until when a session may act once where a password would be asked, because its user confirmed at the provider.
ALTER TABLE auth.sessions ADD COLUMN proven_until timestamptz;

-- Ways to the provider that have not come back: each is good once, in the browser that began it, for some minutes.
CREATE TABLE auth.oidc_flows (
    state_hash   text PRIMARY KEY,
    browser_hash text        NOT NULL,
    nonce        text        NOT NULL,
    purpose      text        NOT NULL CONSTRAINT oidc_flows_purpose_known CHECK (purpose IN ('login', 'proof')),
    back         text        NOT NULL,
    session_id   uuid,
    address      text        NOT NULL,
    begun_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires_at   timestamptz NOT NULL,
    CONSTRAINT oidc_flows_proof_has_session CHECK (purpose <> 'proof' OR session_id IS NOT NULL)
);
GRANT SELECT, INSERT, DELETE ON auth.oidc_flows TO recio_main_app;
