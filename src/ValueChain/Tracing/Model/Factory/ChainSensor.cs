namespace Voltloop.Tracing.Model.Factory;

/// <summary>Which sensor read something, when, and of what.</summary>
/// <param name="Device">The sensor, or the machine that it sits in.</param>
internal readonly record struct ChainSensor(string Device)
{
    /// <summary>From when to when; <c>null</c> when it read at the time of the event.</summary>
    public (DateTimeOffset From, DateTimeOffset To)? During { get; init; }

    /// <summary>First metre of the stretch that it read, and the metre behind the last one.</summary>
    public (double From, double To)? Metres { get; init; }

    /// <summary>The thing that it read, when the event is about several.</summary>
    public string? Thing { get; init; }

    /// <summary>Writes it.</summary>
    public void Write(ChainEvent into)
    {
        into.Text("deviceID", Device);
        if (During is { } time) into.Text("startTime", ChainEvent.Moment(time.From)).Text("endTime", ChainEvent.Moment(time.To));
        if (Metres is { } metres) into.Number("voltloop:fromMetre", metres.From, 1).Number("voltloop:toMetre", metres.To, 1);
        if (Thing is not null) into.Text("voltloop:thing", Thing);
    }
}
