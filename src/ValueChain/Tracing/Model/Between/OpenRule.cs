namespace Voltloop.Tracing.Model.Between;

/// <summary>A row of the table that opens answers. Nothing is open without a row.</summary>
/// <param name="Ground">On what ground.</param>
/// <param name="Direction">Which way.</param>
/// <param name="Depth">Steps that may be asked at most.</param>
internal sealed record OpenRule(OpenGround Ground, ChainDirection Direction, int Depth)
{
    /// <summary>Only for these purposes; empty for all.</summary>
    public IReadOnlyList<string> Purposes { get; init; } = [];

    /// <summary>The table: one step is open to a direct partner, everything further needs a grant.</summary>
    public static readonly IReadOnlyList<OpenRule> Usual =
    [
        new(OpenGround.Partner, ChainDirection.Up, 1),
        new(OpenGround.Partner, ChainDirection.Down, 1),
        new(OpenGround.Grant, ChainDirection.Up, ChainGrant.MaxDepth),
        new(OpenGround.Grant, ChainDirection.Down, ChainGrant.MaxDepth),
    ];

    /// <summary>Whether the row is about a question.</summary>
    public bool Covers(ChainQuestion question) => Direction == question.Direction && (Purposes.Count == 0 || Purposes.Contains(question.Purpose, StringComparer.Ordinal));
}
