namespace Voltloop.Tracing.FoldEvents;

/// <summary>What a run of the fold did.</summary>
internal sealed record FoldCount
{
    /// <summary>Events looked at.</summary>
    public long Events { get; init; }

    /// <summary>Things that became known.</summary>
    public int NewThings { get; init; }

    /// <summary>Facts stated.</summary>
    public int Stated { get; init; }

    /// <summary>Facts taken back.</summary>
    public int Retracted { get; init; }

    /// <summary>Facts that stand back behind what somebody has stated.</summary>
    public int Held { get; init; }

    /// <summary>Facts that who captured the event may not state about the thing.</summary>
    public int NotAllowed { get; init; }

    /// <summary>Both together.</summary>
    public static FoldCount operator +(FoldCount one, FoldCount other) => new()
    {
        Events = one.Events + other.Events,
        NewThings = one.NewThings + other.NewThings,
        Stated = one.Stated + other.Stated,
        Retracted = one.Retracted + other.Retracted,
        Held = one.Held + other.Held,
        NotAllowed = one.NotAllowed + other.NotAllowed,
    };
}
