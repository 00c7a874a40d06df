-- Asked at every strike table, up to 20 times a second; without these each asks the whole history.
CREATE INDEX trades_by_event ON trading.trades (event_ticker);
CREATE INDEX requests_open_by_time ON trading.requests (business_at) WHERE kind = 'open';
CREATE INDEX requests_open_by_ticker ON trading.requests (ticker, side) WHERE kind = 'open';
