using Voltloop.Passport.Model;
using Voltloop.Record.Importing;

namespace Voltloop.Passport.ImportPayload;

/// <summary>What a payload, or one submodel of it, says through a dialect.</summary>
internal sealed record DialectReading(Dialect Dialect, PayloadReading Reading)
{
    /// <summary>What was seen on the way, with the elements that no term covers.</summary>
    public IEnumerable<Finding> Findings => [.. Reading.Findings, .. Reading.Unmapped.Select(Unmapped)];

    private Finding Unmapped(string pointer) => new(
        FindingSeverity.Note, "unmapped-element", $"No term covers this element; it is kept under {Dialect.ExtensionTerm}.", pointer);
}
