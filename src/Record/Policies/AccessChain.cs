using System.Security.Cryptography;
using System.Text.Json;
using Voltloop.Record.Log;

namespace Voltloop.Record.Policies;

/// <summary>
/// The hash chain of the access log: an entry's hash covers the entry before it, so that a changed, inserted or removed
/// entry breaks all that follow. The head, stated in the record, shows a log that was cut off at its end.
/// </summary>
public static class AccessChain
{
    /// <summary>Hash before the first entry.</summary>
    public const string Start = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>Hash of an entry that follows another.</summary>
    public static string Hash(string before, AccessEntry entry) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(
        new object[] { before, entry.Who, entry.Name, entry.Action, entry.What, RecordTime.ToMicroseconds(entry.At) })));

    /// <summary>Number of the first entry that is not as it was written, or <c>null</c> when all are.</summary>
    /// <param name="log">All entries from the first on.</param>
    /// <param name="head">Newest head that the record states; <c>null</c> when it states none.</param>
    public static long? FirstBroken(IEnumerable<LoggedAccess> log, (long Number, string Hash)? head = null)
    {
        var (number, hash) = (0L, Start);
        foreach (var logged in log)
        {
            number++;
            hash = Hash(hash, logged.Entry);
            var isHead = head is { } stated && stated.Number == number;
            if (logged.Number != number || logged.Hash != hash || (isHead && head!.Value.Hash != hash)) return number;
        }

        return head is { } last && last.Number > number ? number + 1 : null;
    }
}
