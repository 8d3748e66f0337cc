using Voltloop.Kernels.Lineage;

namespace Voltloop.Tracing.Model.Genealogy;

/// <summary>What an event says about what went into what.</summary>
/// <param name="From">What went in, canonical name.</param>
/// <param name="To">What it went into.</param>
/// <param name="Kind">How.</param>
/// <param name="At">When (UTC).</param>
internal readonly record struct GenealogyStep(string From, string To, LineageKind Kind, DateTimeOffset At)
{
    /// <summary>True when it was taken out instead.</summary>
    public bool Removes { get; init; }

    /// <summary>True when everything was taken out of <see cref="To"/>; then <see cref="From"/> is empty.</summary>
    public bool Empties { get; init; }

    /// <summary>Mass that went in, kg; NaN when the event does not say.</summary>
    public double Mass { get; init; } = double.NaN;

    /// <summary>Which stretch of the coil <see cref="From"/> it was.</summary>
    public CoilInterval? Position { get; init; }
}
