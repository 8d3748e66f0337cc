-- Passkeys of accounts, and browsers that an issuer or a passkey signed in. Of a passkey only the public key is kept.
CREATE TABLE passkey (
  id TEXT NOT NULL PRIMARY KEY,
  account TEXT NOT NULL,
  user_handle TEXT NOT NULL,
  public_key BLOB NOT NULL,
  label TEXT NOT NULL,
  sign_count INTEGER NOT NULL,
  transports TEXT NOT NULL,
  backup INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  used_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX passkey_by_account ON passkey (account);
CREATE INDEX passkey_by_handle ON passkey (user_handle);

ALTER TABLE session ADD COLUMN passkey TEXT;
ALTER TABLE session ADD COLUMN claims TEXT;
