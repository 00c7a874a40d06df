-- The journal's page reads all symbols by time, the history what has ended; without these each page sorts everything.
CREATE INDEX decisions_by_moment ON trading.decisions (business_at DESC, decision_id);
CREATE INDEX trades_closed_by_end ON trading.trades (account, mode, ended_at) WHERE status = 'closed';
