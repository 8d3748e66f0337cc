using Voltloop.Record.Log;
using Voltloop.Record.Sqlite.Engine;

namespace Voltloop.Record.Sqlite.Reading;

/// <summary>Makes log entries of assertions.</summary>
internal static class LogRow
{
    /// <summary>To be completed with a WHERE.</summary>
    public const string Select =
        "SELECT seq, issuer.name, recorded_at, count, root, signing_key.name, signed_at, signature FROM assertion "
        + "JOIN issuer ON issuer.id = issuer_id LEFT JOIN signing_key ON signing_key.id = key_id ";

    private const int Key = 5;

    public static LogEntry Read(Query row) => new(
        row.Integer(0), row.Text(1), row.Integer(2), (uint)Math.Clamp(row.Integer(3), 0, uint.MaxValue), row.Blob(4).ToArray(),
        row.IsNull(Key) ? null : new AssertionSignature(row.Text(Key), row.Integer(Key + 1), row.Blob(Key + 2).ToArray()));
}
