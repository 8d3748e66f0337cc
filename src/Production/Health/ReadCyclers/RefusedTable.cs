namespace Voltloop.Health.ReadCyclers;

/// <summary>A table of text that is recognised by its header so that it can be refused by name.</summary>
/// <param name="name">Name for people.</param>
/// <param name="signature">Quantities that the header must have, all of them.</param>
/// <param name="instead">What to do instead.</param>
internal sealed class RefusedTable(string name, string[] signature, string instead) : RefusedFormat(name, [], instead)
{
    /// <inheritdoc/>
    public override bool Recognises(CyclerGlance glance) => glance.Headers.Any(header => signature.All(header.Keys.Contains));
}
