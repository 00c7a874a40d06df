-- The net at the exchange (PRODUCT, section 8): the order group of each hour with how far it has come, and collateral moved
-- to the shard where the hour trades. Both are written down before the exchange is asked.

-- creating: asked for, not yet known by its id (known_before: the groups there were, so that ours is recognised after a
-- crash). armed: entries carry it. triggered: it takes no orders until the kill switch has been cleared. ended: its hour is over.
ALTER TABLE trading.order_groups
    ALTER COLUMN group_id DROP NOT NULL,
    ADD COLUMN state text NOT NULL DEFAULT 'creating'
        CONSTRAINT order_groups_state_known CHECK (state IN ('creating', 'armed', 'triggered', 'ended')),
    ADD COLUMN contracts_limit numeric(14, 2) NOT NULL DEFAULT 1
        CONSTRAINT order_groups_limit_range CHECK (contracts_limit BETWEEN 1 AND 1000000),
    ADD COLUMN known_before text[] NOT NULL DEFAULT '{}',
    ADD COLUMN asked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    ADD COLUMN closes_at timestamptz NOT NULL, -- the event's, business; nothing wrote here before
    ADD CONSTRAINT order_groups_known_when_armed CHECK (state IN ('creating', 'ended') OR group_id IS NOT NULL);
CREATE INDEX order_groups_live ON trading.order_groups (event_ticker) WHERE state <> 'ended';

-- transfer_id is the client_transfer_id. A row is sent once: sending; then done, refused, or in_doubt until it is found
-- (done) or, some time after, not (absent).
CREATE TABLE trading.shard_transfers (
    transfer_id uuid PRIMARY KEY,
    account     text        NOT NULL,
    mode        text        NOT NULL,
    from_shard  integer     NOT NULL,
    to_shard    integer     NOT NULL,
    amount      numeric(18, 6) NOT NULL CONSTRAINT shard_transfers_amount_positive CHECK (amount > 0),
    state       text        NOT NULL CONSTRAINT shard_transfers_state_known
        CHECK (state IN ('sending', 'in_doubt', 'done', 'refused', 'absent')),
    reason      text,
    epoch       bigint      NOT NULL,
    asked_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    updated_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT shard_transfers_between_two CHECK (from_shard <> to_shard)
);
CREATE UNIQUE INDEX shard_transfers_one_unresolved ON trading.shard_transfers (account, mode)
    WHERE state IN ('sending', 'in_doubt');
CREATE INDEX shard_transfers_by_time ON trading.shard_transfers (account, mode, updated_at DESC);
GRANT SELECT, INSERT, UPDATE ON trading.shard_transfers TO recio_trade_executor;
GRANT SELECT ON trading.shard_transfers TO recio_main_app;

-- Throws the kill switch, and can do nothing else to it: the executor may call this when a group was triggered, clearing is
-- the operator's alone. False when it was on already, or the row is missing.
CREATE FUNCTION trading.throw_kill_switch(of_account text, in_mode text, why text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
BEGIN
    UPDATE trading.risk_state
    SET kill_switch = true, kill_reason = why, kill_by = replace(replace(session_user, 'recio_', ''), '_', '-'),
        kill_at = clock_timestamp(), updated_at = clock_timestamp()
    WHERE account = of_account AND mode = in_mode AND NOT kill_switch;
    RETURN FOUND;
END
$$;
REVOKE ALL ON FUNCTION trading.throw_kill_switch(text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION trading.throw_kill_switch(text, text, text) TO recio_trade_executor;
