CREATE TABLE auth.users (
    user_id         uuid PRIMARY KEY     DEFAULT gen_random_uuid(),
    name            text        NOT NULL CONSTRAINT users_name_unique UNIQUE,
    password_hash   text        NOT NULL,
    role            text        NOT NULL CONSTRAINT users_role_known CHECK (role IN ('viewer', 'trader', 'admin')),
    failed_attempts integer     NOT NULL DEFAULT 0,
    locked_until    timestamptz,
    created_at      timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE TABLE auth.sessions (
    token_hash   text PRIMARY KEY,
    user_id      uuid        NOT NULL REFERENCES auth.users (user_id) ON DELETE CASCADE,
    csrf_token   text        NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    last_seen_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires_at   timestamptz NOT NULL,
    user_agent   text
);
-- Each row carries the hash of the one before: an edited or missing row shows.
CREATE TABLE auth.audit (
    seq           bigint PRIMARY KEY,
    at            timestamptz NOT NULL DEFAULT clock_timestamp(),
    actor         text        NOT NULL,
    action        text        NOT NULL,
    facts         jsonb       NOT NULL,
    previous_hash text        NOT NULL,
    hash          text        NOT NULL
);
