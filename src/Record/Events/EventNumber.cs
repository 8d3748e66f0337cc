using Voltloop.Record.Events.Hashing;

namespace Voltloop.Record.Events;

/// <summary>Decimal numbers of events, with all their digits.</summary>
public static class EventNumber
{
    /// <summary>Without exponent and needless zeros, as hashes write it; <c>null</c> when the text is no number.</summary>
    public static string? Canonical(string text) => PreHashValue.Number(text);
}
