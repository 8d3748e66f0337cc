namespace Voltloop.Tracing.Model.Between;

/// <summary>What is left of something that was taken back or is gone: a chain that simply ended there would be believed to be complete.</summary>
/// <param name="What">The event that was withdrawn, or the organisation that ceased.</param>
/// <param name="Who">Who says so.</param>
/// <param name="When">Since when, as stated.</param>
/// <param name="Why">The reason, as stated.</param>
internal sealed record Tombstone(string What, string Who, string When, string Why);
