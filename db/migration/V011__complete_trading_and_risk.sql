-- The operator's stop of a close, the scripts' requests, what the limits and the reconciliation of cash stand on.

-- A third wish: end the attempts to sell (PRODUCT, section 7: closing → open).
ALTER TABLE trading.requests DROP CONSTRAINT requests_kind_known;
ALTER TABLE trading.requests ADD CONSTRAINT requests_kind_known CHECK (kind IN ('open', 'close', 'abandon'));
ALTER TABLE trading.requests DROP CONSTRAINT requests_close_has_trade;
ALTER TABLE trading.requests ADD CONSTRAINT requests_close_has_trade CHECK (kind = 'open' OR trade_id IS NOT NULL);

-- The supervisor looks for its own requests about a trade.
CREATE INDEX requests_by_trade ON trading.requests (trade_id) WHERE trade_id IS NOT NULL;

-- Only a person ends the attempts, so only the screen may ask for it. Scripts ask through the manager's REST, always in the
-- name of a user: the same rows, answered in the same way.
DROP POLICY requests_screen ON trading.requests;
CREATE POLICY requests_screen ON trading.requests FOR INSERT TO recio_main_app WITH CHECK (on_behalf_of IS NOT NULL);
CREATE POLICY requests_scripts ON trading.requests FOR INSERT TO recio_trade_manager
    WITH CHECK (kind IN ('open', 'close') AND on_behalf_of IS NOT NULL);
GRANT INSERT ON trading.requests TO recio_trade_manager;

-- Whether a loss limit that throws the kill switch also sells what is held.
ALTER TABLE settings.risk_limits ADD COLUMN flatten_on_loss_limit boolean NOT NULL DEFAULT false;

-- While the kill switch is on nothing of ours turns it off but the screen, which asks the operator for the password.
CREATE FUNCTION trading.guard_kill_switch() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    IF OLD.kill_switch AND NOT NEW.kill_switch AND starts_with(session_user, 'recio_') AND session_user <> 'recio_main_app' THEN
        RAISE EXCEPTION 'only an operator clears the kill switch, % may not', session_user USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER risk_state_guard BEFORE UPDATE ON trading.risk_state
    FOR EACH ROW EXECUTE FUNCTION trading.guard_kill_switch();

-- The last profit or loss a trade was valued at, and when, real time: what is older is not known now.
ALTER TABLE trading.active_trades ADD COLUMN last_pnl numeric(18, 6);
ALTER TABLE trading.active_trades ADD COLUMN valued_at timestamptz;

-- From where cash is compared: the account's cash and what our trades had moved, both at one moment without open orders.
CREATE TABLE trading.cash_anchors (
    account     text           NOT NULL,
    mode        text           NOT NULL,
    cash        numeric(18, 6) NOT NULL,
    booked      numeric(18, 6) NOT NULL, -- proceeds and payouts less costs and fees of all our trades
    fills       bigint         NOT NULL, -- attached by then
    anchored_at timestamptz    NOT NULL, -- business
    PRIMARY KEY (account, mode)
);
GRANT SELECT, INSERT, UPDATE ON trading.cash_anchors TO recio_trade_manager;
GRANT SELECT, DELETE ON trading.cash_anchors TO recio_main_app;

-- The chance of yes of every strike of the event, by ticker: a held trade may lie outside the table's rows.
ALTER TABLE live_data.strike_table ADD COLUMN chances jsonb NOT NULL DEFAULT '{}';
