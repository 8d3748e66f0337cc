namespace Voltloop.Record.Telemetry;

/// <summary>What goes with the samples of telemetry into the same commit.</summary>
public sealed record TelemetryWrite
{
    /// <summary>Messages taken. One whose receipt is there already fails the batch.</summary>
    public IReadOnlyList<TelemetryReceipt> Receipts { get; init; } = [];

    /// <summary>Receipts of the senders of this write whose newest sample is older by more than this than the newest of the sender are dropped, s.</summary>
    public double ReceiptsFor { get; init; } = double.PositiveInfinity;

    /// <summary>States after the samples, one per battery; they replace those before.</summary>
    public IReadOnlyList<TelemetryTrack> Tracks { get; init; } = [];

    /// <summary>Marks; they replace those of the same battery and moment.</summary>
    public IReadOnlyList<TelemetryMark> Marks { get; init; } = [];

    /// <summary>Batteries about which statements are made with this batch.</summary>
    public IReadOnlyList<TelemetryStated> Stated { get; init; } = [];
}
