using System.Text.Json;
using System.Text.Json.Serialization;

namespace Voltloop.Health.Model.Telemetry;

/// <summary>All that is kept of the telemetry of one battery between two messages.</summary>
internal sealed record AssetTrack
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { IgnoreReadOnlyProperties = true, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    /// <summary>What the estimators know.</summary>
    public AssetState State { get; init; } = new();

    /// <summary>What came in.</summary>
    public AssetCounts Counts { get; init; } = new();

    /// <summary>What the estimators rest on.</summary>
    public AssetConstants Constants { get; init; } = AssetConstants.None;

    /// <summary>Samples in the series of what came in order.</summary>
    public long Main { get; init; }

    /// <summary>Samples in the series of what came late.</summary>
    public long Late { get; init; }

    /// <summary>Moment from which the time of the series counts, s since 1970.</summary>
    public double Start { get; init; } = double.NaN;

    /// <summary>Reads what <see cref="ToJson"/> wrote; every number comes back as it was.</summary>
    public static AssetTrack Parse(string json) => JsonSerializer.Deserialize<AssetTrack>(json, Json)!;

    /// <summary>As JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>A copy that changes on its own.</summary>
    public AssetTrack Copy() => this with { State = State.Copy(), Counts = Counts.Copy() };

    /// <summary>For a mark: without what does not belong to the moment.</summary>
    public AssetTrack ForMark(AssetState state, long main) => this with { State = state, Main = main, Counts = new AssetCounts(), Constants = AssetConstants.None };
}
