namespace Voltloop.Health.Model.Telemetry;

/// <summary>What came in about a battery, in the order of arrival; not part of what the estimators know.</summary>
internal sealed record AssetCounts
{
    /// <summary>Messages taken.</summary>
    public long Messages { get; set; }

    /// <summary>Samples that came after newer ones and were merged.</summary>
    public long Late { get; set; }

    /// <summary>Samples that were there already with the same values.</summary>
    public long Repeated { get; set; }

    /// <summary>Samples of a moment that has other values; the first stay.</summary>
    public long Contradicted { get; set; }

    /// <summary>Readings that no sensor can have made.</summary>
    public long LeftOut { get; set; }

    /// <summary>The newest of them.</summary>
    public IReadOnlyList<LeftOut> Examples { get; set; } = [];

    /// <summary>Source of the newest message.</summary>
    public string Source { get; set; } = "";

    /// <summary>A copy that changes on its own.</summary>
    public AssetCounts Copy() => this with { };

    /// <summary>Counts readings left out.</summary>
    public void Add(IReadOnlyList<LeftOut> found)
    {
        if (found.Count == 0) return;
        LeftOut += found.Count;
        Examples = [.. Examples.Concat(found).TakeLast(TelemetryLimits.MaxLeftOut)];
    }
}
