-- Entries that may wait in the book for a while, and whose account this installation trades.

-- Whether what an automatic entry does not get at once may rest, and how long it lives there without being renewed.
ALTER TABLE settings.orders
    ADD COLUMN entry_time_in_force text NOT NULL DEFAULT 'immediate_or_cancel'
        CONSTRAINT orders_entry_time_in_force_known
            CHECK (entry_time_in_force IN ('immediate_or_cancel', 'good_till_canceled')),
    ADD COLUMN entry_expiry_seconds integer NOT NULL DEFAULT 30
        CONSTRAINT orders_entry_expiry_range CHECK (entry_expiry_seconds BETWEEN 5 AND 60);

-- The executor looks each second whether what rests may go on resting.
GRANT USAGE ON SCHEMA live_data TO recio_trade_executor;
GRANT SELECT ON live_data.strike_table TO recio_trade_executor;
GRANT SELECT ON trading.auto_entry_state TO recio_trade_executor;

-- The exchange's id of the user, told by the first order seen; a key of another account is refused from then on.
CREATE TABLE account.identities (
    account    text        NOT NULL,
    mode       text        NOT NULL,
    user_id    text        NOT NULL,
    learned_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (account, mode)
);
GRANT SELECT, INSERT ON account.identities TO recio_trade_executor;
GRANT SELECT ON account.identities TO recio_main_app;
