namespace Voltloop.Tracing.Model.Custody;

/// <summary>What one event says about masses, contents and errors: all that the books need of it. Nothing is assumed in it.</summary>
/// <param name="Id">Identity of the event.</param>
/// <param name="At">When it happened (UTC).</param>
/// <param name="Operator">Who captured it.</param>
internal sealed record MassEvent(string Id, DateTimeOffset At, string Operator)
{
    /// <summary>Whether it declares the event of this identity an error.</summary>
    public bool IsDeclared { get; init; }

    /// <summary>What it says about its lots.</summary>
    public LotContent Content { get; init; } = LotContent.None;

    /// <summary>The lots that it says this about, canonical.</summary>
    public IReadOnlyList<string> Described { get; init; } = [];

    /// <summary>Whether it says so in their master data.</summary>
    public bool IsMaster { get; init; }

    /// <summary>Relative standard uncertainty of its masses; <c>null</c> when it states none.</summary>
    public double? Weighing { get; init; }

    /// <summary>What it moves, in the order of the event.</summary>
    public IReadOnlyList<MassMove> Moves { get; init; } = [];

    /// <summary>Quantities that name no mass: pieces, litres, unknown units.</summary>
    public int WithoutMass { get; init; }

    /// <summary>Whether the books need it at all.</summary>
    public bool Counts => IsDeclared || Described.Count > 0 || Moves.Count > 0 || WithoutMass > 0;
}
