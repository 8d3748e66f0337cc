-- Receipts are kept for a time after the newest sample of their sender. Those from before this step count as if they had come with the
-- newest sample of their battery: none of them goes too early.
ALTER TABLE telemetry_receipt ADD COLUMN newest REAL;

UPDATE telemetry_receipt SET newest = (SELECT newest FROM telemetry_track WHERE telemetry_track.thing_id = telemetry_receipt.thing_id);

CREATE INDEX telemetry_receipt_age ON telemetry_receipt (thing_id, source_id, newest);
