namespace Voltloop.Record.Importing;

/// <summary>One line of the preview: what the import would change.</summary>
/// <param name="Thing">Identifier of the thing.</param>
/// <param name="What">Term or channel, in words.</param>
/// <param name="Before">Value now; <c>null</c> when there is none.</param>
/// <param name="After">Value after the import.</param>
public sealed record ImportChange(string Thing, string What, string? Before, string After);
