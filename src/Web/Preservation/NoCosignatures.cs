namespace Voltloop.Web.Preservation;

/// <summary>A node without witnesses.</summary>
internal sealed class NoCosignatures : ICosignatures
{
    public IReadOnlyList<WitnessStatus> List() => [];

    public string? WitnessedNote() => null;
}
