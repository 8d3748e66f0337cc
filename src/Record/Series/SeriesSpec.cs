using Voltloop.Core.Identities;

namespace Voltloop.Record.Series;

/// <summary>What a series is: channels of equal length, measured on one thing. Missing samples are NaN.</summary>
/// <param name="Id">Identifier, unique in the record: a URI or <c>urn:voltloop:series:...</c>.</param>
/// <param name="Thing">What was measured.</param>
/// <param name="Title">Short name for people.</param>
/// <param name="Channels">Channels in order; the first one is the axis (time or cycle) and never NaN.</param>
public sealed record SeriesSpec(string Id, ThingId Thing, string Title, IReadOnlyList<ChannelSpec> Channels)
{
    /// <summary>SHA-256 of the document the series came from, in lower-case hex; <c>null</c> for live data.</summary>
    public string? Source { get; init; }
}
