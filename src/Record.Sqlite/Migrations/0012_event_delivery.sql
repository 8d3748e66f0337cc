-- Last event of a delivery that was sent and not acknowledged; 0 for none. It is sent again exactly as it was.
ALTER TABLE event_subscription ADD COLUMN pending INTEGER NOT NULL DEFAULT 0;
