using Voltloop.Tracing.Model.Between;

namespace Voltloop.Tracing.AskHolders;

/// <summary>A place that a walk has yet to look at.</summary>
/// <param name="Thing">The thing.</param>
/// <param name="Holder">Where; <c>null</c> for this organisation.</param>
/// <param name="Over">Number of the place that led here; -1 for the beginning.</param>
/// <param name="Level">Steps from the beginning.</param>
internal sealed record WalkStop(string Thing, ChainParty? Holder, int Over, int Level)
{
    /// <summary>Organisations asked on the way here, this one counted.</summary>
    public int Hops { get; init; }

    /// <summary>True when the same organisation named it as a thing of its own.</summary>
    public bool IsInside { get; init; }
}
