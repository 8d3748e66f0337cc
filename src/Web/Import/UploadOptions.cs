namespace Voltloop.Web.Import;

/// <summary>What the form of the page "Import" adds to its files.</summary>
/// <param name="ThingId">Identifier of the thing that a file without one is about; <c>null</c> when the file says it.</param>
/// <param name="SkipBadRows">True to write the good rows of a table although others are bad; otherwise all or none.</param>
public sealed record UploadOptions(string? ThingId, bool SkipBadRows = false);
