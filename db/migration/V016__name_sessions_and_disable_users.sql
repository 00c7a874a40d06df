-- A session has a public name by which its user can end it from elsewhere (the token's hash never leaves), says from where
-- it was opened, and remembers whether its user trades with one click: a new session asks again.
ALTER TABLE auth.sessions ADD COLUMN session_id uuid NOT NULL DEFAULT gen_random_uuid();
ALTER TABLE auth.sessions ADD COLUMN address text;
ALTER TABLE auth.sessions ADD COLUMN one_click boolean NOT NULL DEFAULT false;
CREATE UNIQUE INDEX sessions_by_id ON auth.sessions (session_id);

-- A user who may not come back is disabled, not deleted: the audit and the trades keep the name.
ALTER TABLE auth.users ADD COLUMN disabled boolean NOT NULL DEFAULT false;
ALTER TABLE auth.users ADD COLUMN password_changed_at timestamptz NOT NULL DEFAULT clock_timestamp();
